"""Writing the graph out: stores and files."""
