"""What tells one person from another: names, posts, times."""
