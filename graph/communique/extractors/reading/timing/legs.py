"""Where the journey of a release goes, as its sentences tell one after the other."""

from collections.abc import Iterable

from communique.extractors.cast import Figure
from communique.extractors.reading.script import Finding
from communique.ontology import EntityType, Status

_OPENING = 3
"""Blocks below the title in which a release tells where the journey goes that it is about."""
_SITES = frozenset({EntityType.COUNTRY, EntityType.PLACE})


class Legs:
    """The legs of journeys, by the blocks that tell them."""

    def __init__(self) -> None:
        """Begin a release."""
        self._told: dict[int, dict[Figure, Status | None]] = {}
        self._whole: dict[Figure, Status | None] = {}
        self._travellers: frozenset[Figure] = frozenset()

    def note(self, block: int, visits: Iterable[Finding]) -> None:
        """Remember what a sentence of a block says that is visited."""
        visits = list(visits)
        if not visits:
            return
        here = {visit.object: visit.status for visit in visits}
        if not self._told:
            self._travellers = frozenset(visit.subject for visit in visits)
            self._whole = dict(here)
        self._told[block] = self._told.get(block, {}) | here
        if block <= _OPENING:
            self._whole |= {v.object: v.status for v in visits if self._goes_on(v)}

    def of(self, block: int) -> dict[Figure, Status | None]:
        """Where the journey of a block, else of the release goes, and whether that is planned."""
        return dict(self._told.get(block, self._whole))

    def _goes_on(self, visit: Finding) -> bool:
        """Whether a visit is one more of those whose journey the release begins with."""
        return visit.subject in self._travellers and visit.object.type in _SITES
