"""Sending the knowledge graph to SPARQL servers: only named graphs that have changed."""
