"""Who speaks where a text speaks in the first person."""
