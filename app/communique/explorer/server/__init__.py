"""The explorer's server: what the page in a browser asks of a graph, and who may ask."""
