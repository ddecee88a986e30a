"""The syntaxes of RDF: writing and reading them line by line, with little in memory."""
