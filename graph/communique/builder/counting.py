"""Which releases of a ledger count, and what the others leave to those that do."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from communique.editions import Kinship, Replacement, replacements
from communique.graph import Anchor, Arrival, Copy, Entity, Judgement, Particulars, Side, Statement
from communique.ledger import Ledger

Told = tuple[str, Sequence[Statement]]
"""A release id with the statements of the release."""


@dataclass(frozen=True, slots=True)
class Counting:
    """Which releases count.

    Attributes:
        replaced: What became of those that do not, by release id.
        copies: The copies of those that count and have any, by id.
    """

    replaced: Mapping[str, Replacement]
    copies: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, ledger: Ledger) -> Self:
        """Find it out from what the ledger holds; read it within a snapshot."""
        found = replacements(ledger.holdings(), ledger.release)
        copies: dict[str, list[str]] = defaultdict(list)
        for item in found:
            if item.kinship is Kinship.COPY:
                copies[item.counting].append(item.release)
        return cls({item.release: item for item in found}, copies)

    def counting(self, release_id: str) -> str:
        """The release that counts for one; itself, or the one in its place."""
        item = self.replaced.get(release_id)
        return release_id if item is None else item.counting

    def with_others(self, release_ids: Iterable[str]) -> set[str]:
        """Releases with all their other editions and copies."""
        counting = {self.counting(id_) for id_ in release_ids}
        others = {id_ for id_, item in self.replaced.items() if item.counting in counting}
        return counting | others

    def told(self, releases: Iterable[Told]) -> Iterator[Told]:
        """What the releases that count say."""
        return (item for item in releases if item[0] not in self.replaced)

    def releases(self, ledger: Ledger) -> Iterator[Particulars]:
        """The releases that count, with their copies; one without day is of its copies' first.

        Args:
            ledger: What this was found out from.
        """
        for release in ledger.particulars():
            if release.id not in self.replaced:
                others = map(ledger.release, self._copies(release.id))
                copies = tuple(Copy(c.id, c.source, c.published, c.url) for c in others)
                published = _first_day(release, copies)
                yield replace(release, copies=copies, published=published)

    def arrivals(self, arrivals: Mapping[str, Arrival]) -> dict[str, Arrival]:
        """When those that count came out and in: another text does not make a release newer.

        Args:
            arrivals: Of all releases of the ledger.
        """
        numbers = {id_: arrival.number for id_, arrival in arrivals.items()}
        for id_, item in self.replaced.items():
            numbers[item.counting] = min(numbers[item.counting], arrivals[id_].number)
        return {
            id_: Arrival(
                _first_day(arrival, [arrivals[copy] for copy in self._copies(id_)]),
                numbers[id_],
                arrival.source,
            )
            for id_, arrival in arrivals.items()
            if id_ not in self.replaced
        }

    def stand_ins(self, ledger: Ledger, entities: Mapping[str, Entity]) -> dict[str, str]:
        """Canonical ids of what the releases that do not count name, by their own entities' ids.

        Told by type and name in the release that counts; what that does not name is left out.

        Args:
            ledger: What this was found out from.
            entities: The canonical entity of each entity of the releases that count.
        """
        found: dict[str, str] = {}
        for id_, item in self.replaced.items():
            named = {
                (end.type, name.casefold()): entities[end.id].id
                for end in _ends(ledger.statements(item.counting))
                for name in (*end.aliases, end.name)
            }
            for end in _ends(ledger.statements(id_)):
                if (end.type, end.name.casefold()) in named:
                    found[end.id] = named[end.type, end.name.casefold()]
        return found

    def judgements(self, judgements: Iterable[Judgement]) -> list[Judgement]:
        """Judgements of entities where they stand in the releases that count.

        Left out are those of two entities that another text of the same release names alike.
        """
        moved = ((item, self._anchors(item.one), self._anchors(item.other)) for item in judgements)
        return [
            replace(
                item, one=replace(item.one, anchors=one), other=replace(item.other, anchors=other)
            )
            for item, one, other in moved
            if not set(one) & set(other)
        ]

    def _copies(self, id_: str) -> Sequence[str]:
        return self.copies.get(id_, ())

    def _anchors(self, side: Side) -> tuple[Anchor, ...]:
        anchors = {Anchor(self.counting(anchor.release), anchor.name) for anchor in side.anchors}
        return tuple(sorted(anchors))


def _ends(statements: Iterable[Statement]) -> Iterator[Entity]:
    return (end for statement in statements for end in (statement.subject, statement.object))


def _first_day(release: Particulars | Arrival, copies: Iterable[Copy | Arrival]) -> str | None:
    days = (copy.published for copy in copies if copy.published)
    return release.published or min(days, default=None)
