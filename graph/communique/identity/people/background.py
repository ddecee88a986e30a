"""What releases tell around people: days, countries beside them, names of bodies."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from communique.graph import Arrival, bounds
from communique.identity.names import fold
from communique.identity.people.weights import Limits
from communique.identity.profile import Mentions, Tie
from communique.ontology import EntityType, Relation

Office = tuple[str, ...]


class Background:
    """The releases as far as they tell namesakes apart."""

    def __init__(self, mentions: Mentions, arrivals: Mapping[str, Arrival], limits: Limits) -> None:
        """Read the mentions once."""
        self._mentions, self._limits = mentions, limits
        self._named = self._countries_named()
        self._days = {
            id_: bounds(arrival.published)[0].toordinal()
            for id_, arrival in arrivals.items()
            if arrival.published
        }
        self._posts: dict[str, list[Tie]] = defaultdict(list)
        for tie in mentions.ties:
            if tie.predicate is Relation.REPRESENTS:
                self._posts[tie.subject].append(tie)

    def around(self, members: Iterable[str]) -> frozenset[str]:
        """ISO codes that every release names which ties one of these entities to a country."""
        named = [self._named[tie.release] for tie in self._tied(members)]
        return frozenset.intersection(*named) if named else frozenset()

    def certain(self, members: Iterable[str]) -> bool:
        """Whether all such ties are beyond doubt."""
        return all(tie.confidence >= self._limits.certain for tie in self._tied(members))

    def offices(self, members: Iterable[str]) -> Counter[Office]:
        """The roles of these entities, folded, with the number of releases that give each."""
        told = {
            (tie.release, fold(tie.role))
            for id_ in members
            for tie in self._posts.get(id_, ())
            if tie.role
        }
        return Counter(office for _, office in told)

    def days(self, releases: Iterable[str]) -> tuple[int, int] | None:
        """First and last day on which releases came out, as ordinals; None if none is dated."""
        known = [self._days[release] for release in releases if release in self._days]
        return (min(known), max(known)) if known else None

    def label(self, id_: str) -> str:
        """A country or body in words: its code or name; a code is its own label."""
        if id_ not in self._mentions.entities:
            return id_
        return min(entity.name for entity in self._mentions.entities[id_])

    def _tied(self, members: Iterable[str]) -> Iterator[Tie]:
        for tie in (tie for id_ in members for tie in self._posts.get(id_, ())):
            if self._mentions.type_of(tie.object) is EntityType.COUNTRY:
                yield tie

    def _countries_named(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for id_, forms in self._mentions.entities.items():
            codes = {entity.iso3 for entity in forms if entity.iso3}
            for release in self._mentions.releases[id_]:
                found[release] |= codes
        return {release: frozenset(codes) for release, codes in found.items()}
