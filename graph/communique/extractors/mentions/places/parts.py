"""Parts of states behind their towns: "TOWN, TEXAS", "TOWN, TX", "TOWN, Tex."."""

import re
from collections.abc import Iterator

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.closed_classes import given_names
from communique.gazetteer.sites import site_words
from communique.gazetteer.territories import fold
from communique.ontology import EntityType

_LETTERS = 2
"""Letters of a code."""
_AMERICAN = re.compile(r"\b(?:U\.S\.|USA?\b|United States|American|FBI\b|DEA\b|Sheriff)")
"""What tells that such a code is that of a state of the United States."""
_REACH = 3
"""Words of the longest part of a state."""
_DEGREES = frozenset({"MD", "MA", "PA"})
"""Codes of parts of states that stand behind names of people as well."""
_AFTER = frozenset(
    {",", ")", "–", "—", "-", ":", "(", "/", "|", ".", ";", "on", "in", "to", "with", "where"}
)
LIST_GOES_ON = re.compile(
    r", (?:and )?[A-Z]\w+(?:,| and\b)|,? (?:and|&) (?:the )?[A-Z]\w+(?!\w|, [A-Z])"
)
"""What shows that "A, B" are the first of a list: "A, B, C and D", "A, B and C"."""


class StateParts:
    """Finds the parts of states that stand behind their towns."""

    def __init__(self) -> None:
        """Read the names of such parts and their codes."""
        self._names, self._codes = site_words().provinces, site_words().american_codes

    def find(self, index: WordIndex) -> Iterator[Span]:
        """Yield the part of a state that a town is named with: "TOWN, TEXAS –"."""
        words = index.words
        for place, word in enumerate(words[:-1]):
            if word.text != "," or not place or not words[place - 1].capital or index.gap(place):
                continue
            last = self.last(index, place + 1) if words[place + 1].capital else None
            following = index.after(last) if last is not None else None
            if last is not None and (following is None or following.text in _AFTER):
                yield from self._part(index, place + 1, last)

    def last(self, index: WordIndex, first: int) -> int | None:
        """Index of the last word of the part of a state that begins at a word, or None."""
        for last in range(min(first + _REACH, len(index)) - 1, first - 1, -1):
            form = index.phrase(first, last)
            if not self._names.isdisjoint({form, _short(index, last, form)}):
                return last
        return None

    def behind(self, index: WordIndex, first: int, last: int) -> bool:
        """Whether a part of a state stands behind a name, and no degree behind somebody's."""
        degree = index[last + 2].text in _DEGREES and fold(index[first].text) in given_names()
        return not degree and self.last(index, last + 2) is not None

    def _part(self, index: WordIndex, first: int, last: int) -> Iterator[Span]:
        """The part between two words by its name in full; none where a list may go on."""
        form = index.phrase(first, last)
        whole = self._codes.get(form) or self._codes.get(_short(index, last, form))
        if len(form) == _LETTERS and form.isupper() and not _AMERICAN.search(index.text):
            return  # states of Brazil and Australia and provinces of Italy have such codes too
        before = index.words[max(0, first - 3)]
        somebody = fold(before.text) in given_names()
        listed = whole is None and LIST_GOES_ON.match(index.text, index[last].end)
        if not listed and not (somebody and form in _DEGREES):
            aliases = (form,) if whole else ()
            yield Span(
                index[first].start, index[last].end, EntityType.PLACE, whole or form,
                aliases=aliases, strength=0,
            )  # fmt: skip


def _short(index: WordIndex, last: int, form: str) -> str:
    """A form with the full stop behind it, which is its own if it is cut short: "Calif."."""
    cut = index.text.startswith(".", index[last].end) and form.istitle()
    return f"{form}." if cut else form
