"""Parts of bodies and bodies of places that a text names with common nouns."""
