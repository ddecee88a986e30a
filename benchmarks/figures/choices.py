"""Values with which a question has something to do, taken from the graph that is asked."""

from collections.abc import Iterator, Mapping, Sequence

from communique.loaders.store import Store
from communique.queries.catalogue import Parameter, ParameterKind, Template

RANKS = (0, 1, 3, 2, 8, 5, 20, 60, 150)
"""Which entity of a type is asked about: so many have more facts."""

SECOND = frozenset({"second", "to"})
"""Names of parameters for the other end."""

TIMEOUT = 60.0
_OFTEN = 3
"""A value that may be left out is given in one of so many turns."""

_BY_TYPE = (
    "MATCH (n:Entity) UNWIND labels(n) AS label WITH n, label WHERE label <> 'Entity' "
    "RETURN label, n.id AS id, COUNT { (n)--() } AS facts ORDER BY label, facts DESC, id"
)
_DAYS = "MATCH ()-[r]->() RETURN DISTINCT r.date_from AS x ORDER BY x"
_ROLES = "MATCH ()-[r:REPRESENTS]->() RETURN DISTINCT r.role AS x ORDER BY x"
_NAMES = "MATCH (n:Entity) RETURN DISTINCT split(n.name, ' ')[-1] AS x ORDER BY x"
_RELEASES = "MATCH (r:Release) RETURN r.id AS x ORDER BY x"
_TIED = (
    "MATCH (a:Entity {id: $id})-[*1..2]-(b:Entity) WHERE b.id <> $id "
    "AND any(label IN labels(b) WHERE label IN $types) RETURN DISTINCT b.id AS x ORDER BY x"
)


class Choices:
    """Values that occur in a graph, in a fixed order."""

    def __init__(self, store: Store) -> None:
        """Read them."""
        self._store = store
        self.entities: dict[str, list[str]] = {}
        for row in store.run(_BY_TYPE, {}, TIMEOUT).rows:
            self.entities.setdefault(str(row["label"]), []).append(str(row["id"]))
        self.releases = self._column(_RELEASES)
        days = self._column(_DAYS)
        half = len(days) // 2
        self._listed: Mapping[ParameterKind, Sequence[object]] = {
            ParameterKind.INT: (2, 50, 1),
            ParameterKind.DATE_FROM: days[:half],
            ParameterKind.DATE_TO: days[half:],
            ParameterKind.DAY: days,
            ParameterKind.WORDS: self._column(_ROLES),
            ParameterKind.SEARCH: self._column(_NAMES),
            ParameterKind.TEXT: self.releases,
        }

    def sets(self, template: Template, most: int) -> Iterator[dict[str, object]]:
        """Sets of values for a question, no two alike."""
        seen: list[dict[str, object]] = []
        for turn in range(most):
            given: dict[str, object] = {}
            for place, parameter in enumerate(template.parameters):
                if parameter.required or (turn + place) % _OFTEN == 0:
                    given[parameter.name] = self._value(parameter, turn, given)
            if given not in seen:
                seen.append(given)
                yield given

    def _value(self, parameter: Parameter, turn: int, given: Mapping[str, object]) -> object:
        if parameter.kind is ParameterKind.ENTITY:
            return self._entity(parameter, turn, given)
        listed = self._listed[parameter.kind]
        return listed[turn * 17 % len(listed)]

    def _entity(self, parameter: Parameter, turn: int, given: Mapping[str, object]) -> str:
        """An entity that the question is about; the second one is mostly tied to the first."""
        types = sorted(parameter.types) or sorted(self.entities)
        if parameter.name in SECOND and turn % 4:
            tied = self._column(_TIED, {"id": next(iter(given.values())), "types": types})
            if tied:
                return tied[turn * 5 % len(tied)]
        listed = self.entities[types[turn % len(types)]]
        return listed[min(RANKS[turn % len(RANKS)], len(listed) - 1)]

    def _column(self, cypher: str, values: Mapping[str, object] | None = None) -> list[str]:
        """The texts of the column ``x`` that have a letter or a digit."""
        rows = self._store.run(cypher, values or {}, TIMEOUT).rows
        texts = [str(row["x"] or "") for row in rows]
        return [text for text in texts if any(map(str.isalnum, text))]
