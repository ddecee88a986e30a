"""What names side by side state."""
