"""What the sentences read so far leave for those that follow."""
