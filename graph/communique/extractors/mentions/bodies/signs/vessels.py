"""Ships of a navy or coast guard, whose crews act as its units: "HMS NAME"."""

from collections.abc import Iterator

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.bodies import body_words
from communique.gazetteer.sites import site_words
from communique.gazetteer.territories import territory_of
from communique.ontology import EntityType

_SHIPS = frozenset({"Ship", "Vessel", "Cutter", "cutter", "Frigate", "Destroyer", "Boat"})
_SERVICES = frozenset({"Naval", "Navy", "Guard"})
"""Words before the kind of ship in a prefix that is written out."""
_LONGEST_NAME = 3
"""Words of the longest name of a ship."""
_MOST_LINKS = 2
"""Particles between two of them: "de la"."""


class Vessels:
    """Finds ships by the prefixes that navies put before their names."""

    def find(self, index: WordIndex) -> Iterator[Span]:
        """Yield a body for each ship, by its prefix and name."""
        prefixes = body_words().ship_prefixes
        for place, word in enumerate(index.words[:-1]):
            if word.text in _SHIPS and place and index[place - 1].text in _SERVICES:
                yield from self._written_out(index, place)
            if word.text not in prefixes or not index[place + 1].capital:
                continue
            last = _last(index, place)
            if last > place:
                name, flag = index.phrase(place, last), territory_of(prefixes[word.text])
                yield Span(
                    word.start, index[last].end, EntityType.ORGANISATION, name, strength=2,
                    aliases=(index.phrase(place + 1, last),), country=flag,
                )  # fmt: skip

    @staticmethod
    def _written_out(index: WordIndex, place: int) -> Iterator[Span]:
        """Yield "Torskian Navy Ship NAME" or "Coast Guard cutter NAME", by its prefix in words."""
        last = _last(index, place)
        first = place - 1
        while first > 0 and index[first - 1].capital and index.gap(first) == " ":
            first -= 1
        if first < place - 1 and last > place:
            name, alias = index.phrase(first, last), index.phrase(place + 1, last)
            start, end = index[first].start, index[last].end
            yield Span(start, end, EntityType.ORGANISATION, name, strength=7, aliases=(alias,))


def _last(index: WordIndex, place: int) -> int:
    """Index of the last word of the name behind a prefix, whose particles may link capitals."""
    last = min(index.capitals(place), place + _LONGEST_NAME)
    links = site_words().inner
    for link in range(last + 1, min(last + 1 + _MOST_LINKS, len(index) - 1)):
        if last == place or index[link].text not in links or index.gap(link) != " ":
            break
        if index[link + 1].capital:
            return min(index.capitals(link + 1), link + _LONGEST_NAME)
    return last
