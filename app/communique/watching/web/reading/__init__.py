"""Reading what servers gave."""
