"""Words that stand for somebody or something named before, as further mentions."""

from communique.extractors.cast.recalled.standing import recall

__all__ = ["recall"]
