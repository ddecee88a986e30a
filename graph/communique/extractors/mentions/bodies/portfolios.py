"""Fields of work behind offices, which look like bodies: "Director of Emerging Technologies"."""

import re

from communique.extractors.mentions.spans import Span
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_REACH = 60
"""Characters before a field that hold any office and its joint."""
_OFFICE = re.compile(r"(?P<head>[A-Z][\w-]*)(?P<joint> (?:of|for)(?: the)? |, )$")
_FIELDS = re.compile(r"\s+|-|, ")
_JOINTS = frozenset({"and", "&", "the", "of", "for"})
_AFFAIRS = "Affairs"
_HOLDERS = frozenset({"Minister", "Commissioner", "MEC"})
"""Offices that are for what may look like a body by its last word ("Economy and Society")."""
_BODIES = frozenset({"Community", "Staff", "Coalition", "Chiefs", "Forces", "Division"})
"""Words of fields of work that end the names of bodies."""
_LONGEST = 8
"""Words of the longest field."""


class Portfolios:
    """Tells fields of work from bodies."""

    def __init__(self, nouns: Nouns, titles: Titles) -> None:
        """Take the word classes."""
        self._offices, self._fielded = titles.role_heads, titles.fielded
        self._fields = titles.portfolio
        self._heads = (nouns.organisation_heads | _BODIES) - {"Intelligence", "Services"}

    def holds(self, text: str, span: Span) -> bool:
        """Whether a span is what an office right before it is for.

        Args:
            text: The block.
            span: What looks like a body.
        """
        if span.type != EntityType.ORGANISATION or span.country is not None:
            return False
        words = [w for w in _FIELDS.split(text[span.start : span.end]) if w not in _JOINTS]
        if len(words) > _LONGEST or not words or words[0] not in self._fields | {words[-1]}:
            return self._is_affairs(text, span, words)
        office = self._office(text, span.start)
        if office is None or not self._fields.issuperset(words):
            return self._is_affairs(text, span, words)
        return words[-1] not in self._heads or office in _HOLDERS

    def _is_affairs(self, text: str, span: Span, words: list[str]) -> bool:
        """Whether a span is "HARBOUR Affairs" behind an office."""
        affairs = bool(words) and words[-1] == _AFFAIRS and self._heads.isdisjoint(words)
        return affairs and self._office(text, span.start) is not None

    def _office(self, text: str, start: int) -> str | None:
        """The last word of the office right before an offset, or None."""
        found = _OFFICE.search(text, max(0, start - _REACH), start)
        if found is None or found["head"] not in self._offices:
            return None
        return found["head"] if found["joint"] != ", " or found["head"] in self._fielded else None
