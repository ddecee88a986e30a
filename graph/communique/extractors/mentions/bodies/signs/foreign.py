"""Bodies by names in other languages, whose head comes first or is the end of one word."""

import re
from collections.abc import Iterator

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.bodies import body_words
from communique.ontology import EntityType

_LONGEST_NAME = 9
"""Words of the longest name."""
_SHORTEST_WORD = 8
"""Characters of the shortest word that its ending makes the name of a body."""


class ForeignBodies:
    """Finds bodies by the nouns of other languages in their names."""

    def __init__(self) -> None:
        """Read the word classes."""
        words = body_words()
        self._heads, self._inner = words.foreign_heads, words.foreign_inner
        self._particles = words.foreign_particles
        endings = "|".join(sorted(words.foreign_endings))
        self._compound = re.compile(rf"[^\W\d_]+(?:{endings})")

    def find(self, index: WordIndex) -> Iterator[Span]:
        """Yield candidates: heads with what follows, and compounds alone."""
        for place, word in enumerate(index.words):
            if not word.capital:
                continue
            last = self._last(index, place) if word.text in self._heads else place
            compound = len(word.text) >= _SHORTEST_WORD and self._compound.fullmatch(word.text)
            if last > place or compound:
                yield Span(
                    word.start, index[last].end, EntityType.ORGANISATION,
                    index.phrase(place, last), strength=2,
                )  # fmt: skip

    def _last(self, index: WordIndex, place: int) -> int:
        """Index of the last word of the name that a head begins."""
        last, at = place, place + 1
        while at < len(index) and at - place < _LONGEST_NAME and index.gap(at) in {" ", ""}:
            text = index[at].text
            if index[at].capital or text in self._inner:
                last = at
            elif text not in self._particles:
                break
            at += 1
        return last
