"""The daily service: folders and feeds are polled, and what is new goes into the graph."""
