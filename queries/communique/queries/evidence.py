"""From the rows of an answer to every quote that their facts rest on.

A row names its facts by their keys, in a column of kind ``keys``. Where a template declares none,
those facts count that relate two entities of the row, or one with an entity asked about; of them
those with the words and the qualifiers of the row, if any has them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from communique.graph import Fact
from communique.loaders.store import Store
from communique.queries.answers import Answer
from communique.queries.catalogue import ColumnKind
from communique.queries.facts import FACT, facts_of, releases_of

TIMEOUT = 30.0
"""Seconds for one query of evidence."""

_QUALIFIERS = frozenset({"amount", "date", "event", "place", "relation", "role", "status"})
"""Columns of these names are compared with the facts of the same qualifier."""

_ABOUT = (
    "UNWIND $ids AS id MATCH (:Entity {id: id})-[fact]-(:Entity) WHERE fact.key IN $keys "
    f"WITH DISTINCT fact {FACT}"
)
_ANYWHERE = f"MATCH (:Entity)-[fact]->(:Entity) WHERE fact.key IN $keys {FACT}"
_BETWEEN = (
    "UNWIND $pairs AS pair MATCH (:Entity {id: pair[0]})-[fact]-(:Entity {id: pair[1]}) "
    f"WITH DISTINCT fact {FACT}"
)


def with_evidence(store: Store, answer: Answer, timeout: float = TIMEOUT) -> Answer:
    """The answer with the facts that each row rests on, and their releases.

    Raises:
        QueryError: The store refuses, or the time is over.
        StoreUnavailableError: The store is gone.
    """
    names = _columns(answer, ColumnKind.KEYS)
    if names:
        keys = [_keys(row, names) for row in answer]
        found = _by_key(store, answer, keys, timeout)
        facts = [tuple(found[key] for key in row if key in found) for row in keys]
    else:
        facts = _between(store, answer, timeout)
    ids = {quote.release for row in facts for fact in row for quote in fact.evidence}
    releases = releases_of(store, sorted(ids), timeout)
    return replace(answer, facts=tuple(facts), releases=releases)


def keys_of_rows(answer: Answer) -> list[list[str]] | None:
    """The keys of the facts that each row names; None for a template that names none."""
    names = _columns(answer, ColumnKind.KEYS)
    return [_keys(row, names) for row in answer] if names else None


def named_facts(answer: Answer) -> int:
    """How many facts the rows name; those of a template without keys are not counted."""
    names = _columns(answer, ColumnKind.KEYS)
    return len({key for row in answer for key in _keys(row, names)})


def _by_key(
    store: Store, answer: Answer, keys: Sequence[Sequence[str]], timeout: float
) -> dict[str, Fact]:
    """The facts of those keys.

    Relationships have no index on their key, so they are looked for about the entities of the
    rows, then about those asked for, and what is still missing anywhere.
    """
    wanted = {key for row in keys for key in row}
    rows = sorted({id_ for row in answer for id_ in _entities(answer, row)})
    asked = sorted({named.id for named in answer.named.values()} - set(rows))
    found: dict[str, Fact] = {}
    for cypher, ids in ((_ABOUT, rows), (_ABOUT, asked), (_ANYWHERE, ["any"])):
        missing = sorted(wanted - found.keys())
        if missing and ids:
            parameters = {"ids": ids, "keys": missing}
            if cypher is _ANYWHERE:
                del parameters["ids"]
            found |= {fact.key: fact for fact in facts_of(store, cypher, parameters, timeout)}
    return found


def _between(store: Store, answer: Answer, timeout: float) -> list[tuple[Fact, ...]]:
    """For each row the facts between its entities."""
    asked = {named.id for named in answer.named.values()}
    pairs = [_pairs(_entities(answer, row), asked) for row in answer]
    wanted = sorted({pair for row in pairs for pair in row})
    found: dict[tuple[str, str], list[Fact]] = {}
    parameters = {"pairs": [list(pair) for pair in wanted]}
    for fact in facts_of(store, _BETWEEN, parameters, timeout) if wanted else ():
        one, other = sorted((fact.subject.id, fact.object.id))
        found.setdefault((one, other), []).append(fact)
    quotes = _columns(answer, ColumnKind.QUOTE)
    facts = []
    for row, about_row in zip(answer, pairs, strict=True):
        about = [fact for pair in about_row for fact in found.get(pair, ())]
        facts.append(_fitting(sorted(about, key=lambda fact: fact.key), row, quotes))
    return facts


def _pairs(row: Iterable[str], asked: set[str]) -> list[tuple[str, str]]:
    """Two of a row, or one with one asked about; those asked about if the row has none."""
    own = sorted(set(row) or asked)
    across = [tuple(sorted((one, other))) for one in own for other in asked if one != other]
    return sorted({(one, other) for one, other in (*combinations(own, 2), *across)})


def _fitting(
    facts: Sequence[Fact], row: Mapping[str, object], columns: Sequence[str]
) -> tuple[Fact, ...]:
    """Those facts that have the words and qualifiers of the row, as far as any has them."""
    words = {row[name] for name in columns}
    fitting = [f for f in facts if words & {quote.text for quote in f.evidence}] or list(facts)
    for name in sorted(_QUALIFIERS & row.keys()):
        stated = [f for f in fitting if _said(f).get(name) == row[name]]
        fitting = stated or fitting
    return tuple(fitting)


def _said(fact: Fact) -> Mapping[str, str]:
    return {"relation": str(fact.predicate), **fact.qualifiers.stated()}


def _entities(answer: Answer, row: Mapping[str, object]) -> list[str]:
    names = _columns(answer, ColumnKind.ENTITY)
    return [value for name in names if isinstance(value := row.get(name), str)]


def _keys(row: Mapping[str, object], columns: Sequence[str]) -> list[str]:
    """The keys of a row, each once, in order."""
    values = (row.get(name) for name in columns)
    lists = ([value] if isinstance(value, str) else value for value in values if value)
    return list(dict.fromkeys(str(key) for keys in lists if isinstance(keys, list) for key in keys))


def _columns(answer: Answer, kind: ColumnKind) -> list[str]:
    return [column.name for column in answer.columns if column.kind is kind]
