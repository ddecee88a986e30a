"""A parse as plain values, which rules can read over and over without asking the parser."""

from communique.extractors.parse.parse import Parse
from communique.extractors.parse.token import FINITE, PRESENT, Sentence, Token, once, read_doc

__all__ = ["FINITE", "PRESENT", "Parse", "Sentence", "Token", "once", "read_doc"]
