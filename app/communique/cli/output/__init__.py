"""Commands that give out the graph: as files, figures, and pages in a browser."""
