"""Questions as Cypher templates, and their answers."""
