"""Ships of a navy or coast guard, whose crews act as its units: "HMS NAME"."""

from collections.abc import Iterator

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.bodies import body_words
from communique.ontology import EntityType

_LONGEST_NAME = 3
"""Words of the longest name of a ship."""


class Vessels:
    """Finds ships by the prefixes that navies put before their names."""

    def find(self, index: WordIndex) -> Iterator[Span]:
        """Yield a body for each ship, by its prefix and name."""
        prefixes = body_words().ship_prefixes
        for place, word in enumerate(index.words[:-1]):
            if word.text not in prefixes or not index[place + 1].capital:
                continue
            last = min(index.capitals(place), place + _LONGEST_NAME)
            if last > place:
                name = index.phrase(place, last)
                yield Span(
                    word.start, index[last].end, EntityType.ORGANISATION, name, strength=2,
                    aliases=(index.phrase(place + 1, last),),
                )  # fmt: skip
