"""What the words around names state, where names and lists of names are one sign each."""
