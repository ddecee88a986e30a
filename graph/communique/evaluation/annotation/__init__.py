"""What the scorer reads: gold annotations and exported statements."""
