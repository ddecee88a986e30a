"""A user's own patterns: relation phrases and organisations from a folder of JSON Lines.

``communique.extractors.patterns.examples`` runs their examples; it loads the language model's
library, so that a folder can be read without.
"""

from communique.extractors.patterns.folder import NO_PATTERNS, Example, Patterns, read_patterns

__all__ = ["NO_PATTERNS", "Example", "Patterns", "read_patterns"]
