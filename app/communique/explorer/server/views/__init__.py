"""What each view of the explorer shows, worked out over a snapshot."""
