"""Neo4j as a store: a server that several people ask, filled over Bolt or from files."""
