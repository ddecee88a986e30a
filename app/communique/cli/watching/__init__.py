"""The command that watches, and how it tells what it does."""
