"""Names of events of a make of their own: numbers and quotations inside, owners in lower case."""
