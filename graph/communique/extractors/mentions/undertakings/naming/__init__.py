"""Names of operations by what a text says that they are called."""
