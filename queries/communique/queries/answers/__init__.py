"""Answers, and the forms in which they are given out."""

from communique.queries.answers.answer import Answer, Named

__all__ = ["Answer", "Named"]
