"""Putting inputs on trial: how they are changed, and what is kept of those that fail."""
