"""What tells a body without a head noun: its place in a text, its ending, its language."""
