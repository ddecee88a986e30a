"""From what a person types to the entity that is meant."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Set

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from communique.gazetteer.territories import NameKind, Territory, find_territory
from communique.graph import KnowledgeGraph, UnknownNameError
from communique.loaders.folding import fold
from communique.loaders.store import Store
from communique.ontology import EntityType
from communique.queries.answers import Named
from communique.queries.candidate import (
    MOST_CANDIDATES,
    Candidate,
    Way,
    alternatives,
    distinct,
    listing,
    mistyped,
    most_told,
)

FUZZY_SCORE = 88.0
"""Similarity, up to 100, from which a misspelt name is taken for the one it resembles."""

SHORTEST_SLIP = 6
"""Letters from which a name may have one slip, as two letters changed about."""

FUZZY_LEAD = 4.0
"""Points by which the best must be ahead of the next entity."""

SUGGESTION_SCORE = 70.0
"""Similarity, up to 100, from which a name is suggested."""

DOMINANCE = 4
"""Times as many facts as the next that settle a name which several entities bear."""

READ_TIMEOUT = 60.0
"""Seconds for reading the names of all entities."""

_ALL = "MATCH (n:Entity)"
_KNOWN_BY = (
    "RETURN n.id AS id, n.name AS name, n.aliases AS aliases, n.iso3 AS iso3, "
    "head([label IN labels(n) WHERE label <> 'Entity']) AS kind, "
    "COUNT { (n)--(:Entity) } AS facts ORDER BY id"
)


class Names:
    """The names of a store's entities, read once.

    A name is looked for in turn as an id, a name, an alias, a territory's other name, a part of a
    name and a misspelt name, without regard to case, diacritics and punctuation; the first way
    that finds anything decides. What is exactly the name of something of a type that does not fit
    is not taken for part of another name, nor a capital that the graph has for its country.
    """

    def __init__(self, entities: Iterable[tuple[Candidate, tuple[str, ...], str | None]]) -> None:
        """Take each entity with its aliases and its ISO code."""
        self._ids: dict[str, Candidate] = {}
        self._iso3: dict[str, list[Candidate]] = defaultdict(list)
        self._names: dict[str, list[Candidate]] = defaultdict(list)
        self._aliases: dict[str, list[Candidate]] = defaultdict(list)
        self._words: dict[str, list[tuple[str, Candidate]]] = defaultdict(list)
        for candidate, aliases, iso3 in entities:
            self._ids[candidate.id] = candidate
            if iso3:
                self._iso3[iso3].append(candidate)
            name = fold(candidate.name)
            folded = [fold(alias) for alias in aliases]
            self._names[name].append(candidate)
            for alias in folded:
                self._aliases[alias].append(candidate)
            for form in dict.fromkeys((name, *folded)):
                for word in dict.fromkeys(form.split()):
                    self._words[word].append((form, candidate))

    @classmethod
    def of(cls, store: Store) -> "Names":
        """Read the names of every entity.

        Raises:
            StoreUnavailableError: The store is gone.
        """
        return cls(_entities(store, _ALL, {}))

    @classmethod
    def like(cls, store: Store, text: str) -> "Names":
        """Read only the entities that a text may name if it is spelt right.

        Those are all that ``knows`` and the ways before a misspelt name look at.

        Raises:
            StoreUnavailableError: The store is gone.
        """
        words = {f"word{number}": word for number, word in enumerate(fold(text).split())}
        known = known_territory(text)
        code = known.iso3 if known else text.strip().upper()
        queries: list[tuple[str, dict[str, object]]] = [
            ("MATCH (n:Entity {id: $id})", {"id": text.strip()}),
            ("MATCH (n:Country) WHERE n.iso3 = $code", {"code": code}),
        ]
        if words:
            # `names` has the folded forms, so that a word of a name stands in it as it is
            has = " AND ".join(f"n.names CONTAINS ${name}" for name in words)
            queries.append((f"MATCH (n:Entity) WHERE {has}", dict(words)))
        found = {
            entity[0].id: entity
            for match, parameters in queries
            for entity in _entities(store, match, parameters)
        }
        return cls(found[id_] for id_ in sorted(found))

    @classmethod
    def of_graph(cls, graph: KnowledgeGraph) -> "Names":
        """Take the names of a graph that is in memory."""
        facts = Counter(end.id for f in graph.facts for end in {f.subject, f.object})
        return cls(
            (Candidate(e.id, e.name, e.type, facts[e.id]), e.aliases, e.iso3)
            for e in graph.entities
        )

    def resolve(self, text: str, types: Set[EntityType] = frozenset()) -> Named:
        """The entity that a text names; ``types`` are those that fit the question, all if empty.

        Raises:
            UnknownNameError: None has the name, or several have and none stands out; the message
                lists the candidates.
        """
        known = self._ids.get(text)
        if known is not None and (not types or known.type in types):
            return Named(known.id, known.name)  # needs no further search, as most programs ask
        other: list[Candidate] = []
        for way in Way:
            if other and (way is Way.MISSPELT or (way is Way.PART and self._is_called(text))):
                break  # the text is a name, though of something else
            found = self.search(text, way)
            fitting = [item for item in found if not types or item.type in types]
            if fitting and not (other and way is Way.TERRITORY and _is_capital(text)):
                return _one(text, fitting)
            other += [item for item in found if item not in fitting]
        raise UnknownNameError(self._unknown(text, types, other))

    def knows(self, text: str) -> bool:
        """Whether an entity of any type has the name, spelt right."""
        return any(self.search(text, way) for way in Way if way is not Way.MISSPELT)

    def suggest(
        self, text: str, types: Set[EntityType] = frozenset(), limit: int = MOST_CANDIDATES
    ) -> list[Candidate]:
        """Entities with a name that is like the text, the most alike first."""
        scored = self._similar(text, SUGGESTION_SCORE)
        fitting = (item for _, item in scored if not types or item.type in types)
        return distinct(fitting)[:limit]

    def slips(self, text: str) -> list[Candidate]:
        """Entities with a name that one slip of the keyboard turns into the text ("Romaina")."""
        wanted = fold(text)
        if len(wanted) < SHORTEST_SLIP or known_territory(text):
            return []
        found = (
            item
            for forms in (self._names, self._aliases)
            for form, _, _ in process.extract(
                wanted, list(forms), scorer=OSA.distance, limit=None, score_cutoff=1
            )
            for item in forms[form]
        )
        return distinct(found)

    def search(self, text: str, way: Way) -> list[Candidate]:
        """Entities that a text leads to in one way, each once."""
        ways: dict[Way, Callable[[str], list[Candidate]]] = {
            Way.ID: lambda text: [self._ids[text.strip()]] if text.strip() in self._ids else [],
            Way.NAME: self._named,
            Way.ALIAS: lambda text: self._aliases.get(fold(text), []),
            Way.TERRITORY: self._territory,
            Way.PART: self._part,
            Way.MISSPELT: self._misspelt,
        }
        return distinct(ways[way](text))

    def _named(self, text: str) -> list[Candidate]:
        """Entities of exactly this name; a bare surname stands for all who bear it."""
        form = fold(text)
        found = self._names.get(form, [])
        if " " in form or not found or any(item.type is not EntityType.PERSON for item in found):
            return found
        sharing = [
            item
            for _, item in self._words.get(form, ())
            if item.type is EntityType.PERSON and fold(item.name).split()[-1] == form
        ]
        return [*found, *sharing]

    def _territory(self, text: str) -> list[Candidate]:
        """Countries by the names and codes that the releases may not use ("Czech Republic")."""
        known = known_territory(text)
        return self._iso3.get(known.iso3 if known else text.strip().upper(), [])

    def _part(self, text: str) -> list[Candidate]:
        """Entities with a name that has all the words; a surname is one."""
        words = frozenset(fold(text).split())
        if not words:
            return []
        rarest = min(words, key=lambda word: (len(self._words.get(word, ())), word))
        return [item for form, item in self._words.get(rarest, ()) if words.issubset(form.split())]

    def _misspelt(self, text: str) -> list[Candidate]:
        scored = self._similar(text, FUZZY_SCORE)
        if not scored:
            return []
        best = scored[0][0]
        return [item for score, item in scored if score > best - FUZZY_LEAD]

    def _similar(self, text: str, least: float) -> list[tuple[float, Candidate]]:
        """Entities by the similarity of any of their names or words, ordered by it and id."""
        if known_territory(text):
            return []  # spelt right: what resembles it is another territory
        wanted = fold(text)
        scores: dict[str, float] = {}
        for forms in (self._names, self._aliases):
            for form, score, _ in process.extract(
                wanted, list(forms), scorer=fuzz.ratio, limit=None, score_cutoff=least
            ):
                for item in forms[form]:
                    scores[item.id] = max(score, scores.get(item.id, 0.0))
        words = [] if " " in wanted else list(self._words)  # several words are not like one
        for word, score, _ in process.extract(
            wanted, words, scorer=fuzz.ratio, limit=None, score_cutoff=least
        ):
            for _, item in self._words[word]:
                scores[item.id] = max(score, scores.get(item.id, 0.0))
        ordered = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
        return [(score, self._ids[id_]) for id_, score in ordered]

    def _is_called(self, text: str) -> bool:
        """Whether something has exactly this name; a code of a country alone is none."""
        form = fold(text)
        territory = known_territory(text) is not None and bool(self._territory(text))
        return territory or form in self._names or form in self._aliases

    def _unknown(self, text: str, types: Set[EntityType], other: list[Candidate]) -> str:
        if other:
            near = {item for way in (Way.TERRITORY, Way.PART) for item in self.search(text, way)}
            fitting = [item for item in near if item.type in types]
            return mistyped(text, types, other, most_told(fitting))
        likely = self.suggest(text, types)
        hint = f"; did you mean {listing(likely)}?" if likely else ""
        return f"no {alternatives(types)} of the graph is called {text!r}{hint}"


def find_name(store: Store, text: str, types: Set[EntityType] = frozenset()) -> Named:
    """As ``Names.of(store).resolve(text, types)``; all names are read only if none is spelt so.

    Raises:
        UnknownNameError: None has the name, or several have and none stands out.
        StoreUnavailableError: The store is gone.
    """
    near = Names.like(store, text)
    return (near if near.knows(text) else Names.of(store)).resolve(text, types)


def _entities(
    store: Store, match: str, parameters: Mapping[str, object]
) -> Iterator[tuple[Candidate, tuple[str, ...], str | None]]:
    """The entities that a query has bound to ``n``, by id."""
    for row in store.run(f"{match} {_KNOWN_BY}", parameters, READ_TIMEOUT).rows:
        aliases, iso3 = row["aliases"], row["iso3"]
        type_, facts = EntityType(str(row["kind"])), int(str(row["facts"]))
        candidate = Candidate(str(row["id"]), str(row["name"]), type_, facts)
        forms = tuple(str(alias) for alias in aliases) if isinstance(aliases, list) else ()
        yield candidate, forms, str(iso3) if iso3 else None


def _one(text: str, found: list[Candidate]) -> Named:
    """The only candidate, or the one that most facts are about by far."""
    first, *others = most_told(found)
    if others and first.facts < DOMINANCE * max(1, others[0].facts):
        raise UnknownNameError(f"{text!r} may be {listing([first, *others])}; give the id")
    return Named(first.id, first.name)


def known_territory(text: str) -> Territory | None:
    """The territory that a text names by itself, in any case, whether a graph has it or not."""
    return found[0] if (found := _territory_named(text)) else None


def _is_capital(text: str) -> bool:
    """Whether a text names a territory only by its seat of government."""
    return (found := _territory_named(text)) is not None and found[1] is NameKind.CAPITAL


def _territory_named(text: str) -> tuple[Territory, NameKind] | None:
    form = text.strip()
    return find_territory(form) or find_territory(form.title())
