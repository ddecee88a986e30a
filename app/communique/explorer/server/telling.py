"""Facts with the words of their releases, asked of the store."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from communique.explorer.server.replies.fact import Quote, ToldFact
from communique.explorer.server.snapshot import Snapshot
from communique.graph import Evidence
from communique.loaders.store import Store
from communique.queries.facts import FACT, facts_of

TIMEOUT = 30.0
"""Seconds for one query."""

Chosen: TypeAlias = Callable[[Sequence[Evidence]], Iterable[Evidence]]
"""Which quotes of a fact are wanted, of all."""

# Relationships have no index on their key, so each is looked for between its ends.
_BETWEEN = (
    "UNWIND $pairs AS pair MATCH (:Entity {id: pair[0]})-[fact]->(:Entity {id: pair[1]}) "
    f"WHERE fact.key IN $keys {FACT}"
)


def every(evidence: Sequence[Evidence]) -> Iterable[Evidence]:
    """All quotes of a fact."""
    return evidence


def told(
    store: Store, snapshot: Snapshot, keys: Sequence[str], chosen: Chosen = every
) -> list[ToldFact]:
    """The facts of those keys with their quotes, in that order; unknown ones are left out.

    Args:
        store: What the snapshot was read of.
        snapshot: The facts.
        keys: Which facts.
        chosen: Which of a fact's quotes.

    Raises:
        QueryError: The store refuses, or the time is over.
        StoreUnavailableError: The store is gone.
    """
    rows = {key: row for key in keys if (row := snapshot.row_of(key)) is not None}
    ids, facts = snapshot.entities.ids, snapshot.facts
    pairs = sorted({(ids[facts.subject[row]], ids[facts.object[row]]) for row in rows.values()})
    if not pairs:
        return []
    parameters = {"pairs": [list(pair) for pair in pairs], "keys": sorted(rows)}
    found = facts_of(store, _BETWEEN, parameters, TIMEOUT)
    evidence = {fact.key: fact.evidence for fact in found}
    return [
        ToldFact(**dict(snapshot.fact(row)), quotes=_quotes(snapshot, chosen(evidence[key])))
        for key, row in rows.items()
        if key in evidence
    ]


def _quotes(snapshot: Snapshot, evidence: Iterable[Evidence]) -> list[Quote]:
    return [_quote(snapshot, item) for item in evidence]


def _quote(snapshot: Snapshot, item: Evidence) -> Quote:
    number, held = snapshot.release_number(item.release), snapshot.releases
    return Quote(
        text=item.text,
        release=item.release,
        headline="" if number is None else held.headlines[number],
        source="" if number is None else held.sources[number],
        published=None if number is None else held.published[number],
        url=None if number is None else held.urls[number],
        start=item.start,
        end=item.end,
        rule=item.rule,
    )
