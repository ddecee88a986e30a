"""The words of two releases, side by side."""
