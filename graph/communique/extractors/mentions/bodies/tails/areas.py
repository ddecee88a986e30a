"""Areas that an office of a body is for: "Regional Office for Torsk and the Harbour Isles"."""

from collections.abc import Sequence

from communique.extractors.mentions.words import Forms, WordIndex
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.territories import NameKind, TerritoryMention

_AREAL = frozenset(
    "Regional Sub-Regional Subregional Sub-regional Multi-Country Cluster Country Area Liaison "
    "Programme Zonal".split()
)
"""Words before the head of an office that is for several states or regions."""
_LONGEST_REGION = 3
"""Words of the longest name of a region."""
_BEARINGS = frozenset({"Eastern", "Western", "Northern", "Southern", "Central", "Wider"})


class Areas:
    """Finds where a list of states and regions behind "for" ends."""

    def __init__(self, nouns: Nouns, others: frozenset[str]) -> None:
        """Take the word classes, and the words of other names: heads of bodies and offices."""
        self._others = others
        self._regions = Forms(nouns.regions, _LONGEST_REGION)
        self._offices = nouns.organisations_abroad | {"Bureau", "Hub", "Representation"}

    def listed(
        self, index: WordIndex, place: int, last: int, territories: Sequence[TerritoryMention]
    ) -> int | None:
        """Index of the last word of a list that goes on behind its first area, or None.

        Args:
            index: Words of the block.
            place: Index of the head of the name.
            last: Index of the last word of the first area.
            territories: What states the block names.
        """
        areal = place > 0 and index[place - 1].text in _AREAL
        if not areal or index[place].text not in self._offices:
            return None
        at, ended = last + 1, False
        while not ended and at + 1 < len(index) and index[at].text in {",", "and", "&"}:
            ended = index[at].text != "," or index[at + 1].text in {"and", "&"}
            at += 1 + (index[at].text == "," and ended)
            end = self._area(index, at, territories)
            if end is None:
                return None
            at = end + 1
        return at - 1 if ended else None

    def _area(
        self, index: WordIndex, place: int, territories: Sequence[TerritoryMention]
    ) -> int | None:
        """Index of the last word of the state or region that begins at a word, or None."""
        place += place + 1 < len(index) and index[place].text == "the"
        if place >= len(index):
            return None
        start = index[place].start
        state = next((t for t in territories if t.start == start), None)
        if state is not None and state.kind != NameKind.DEMONYM:
            return index.at(state.end) - 1
        begun = place
        place += place + 1 < len(index) and index[place].text in _BEARINGS
        size = self._regions.longest(index, place)
        size -= size > 0 and index[place + size - 1].mark  # a full stop behind the region
        return place + size - 1 if size else self._unlisted(index, begun)

    def _unlisted(self, index: WordIndex, place: int) -> int | None:
        """Index of the last word of "the NAME" that no list has as a region, or None."""
        last = index.capitals(place)
        words = {word.text for word in index.words[place : last + 1]}
        named = index[place].capital and index[place - 1].text == "the"
        short = last - place < _LONGEST_REGION and words.isdisjoint(self._others)
        closed = last + 1 >= len(index) or index[last + 1].text != "of"
        return last if named and short and closed else None
