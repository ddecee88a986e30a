"""Answers, and the forms in which they are given out."""

from communique.queries.answers.answer import Answer, Named
from communique.queries.answers.evidence import CitedRelease, Grounds, Quote

__all__ = ["Answer", "CitedRelease", "Grounds", "Named", "Quote"]
