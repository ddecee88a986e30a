"""A parse as plain values, which rules can read over and over without asking the parser."""

from communique.extractors.parse.parse import Parse
from communique.extractors.parse.token import Sentence, Token, once, read_doc

__all__ = ["Parse", "Sentence", "Token", "once", "read_doc"]
