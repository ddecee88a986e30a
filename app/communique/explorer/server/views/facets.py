"""How many facts each filter would leave, under all the others."""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from communique.explorer.server.filters import Filters
from communique.explorer.server.replies.graph import Count, Facets
from communique.explorer.server.snapshot import Snapshot
from communique.explorer.server.snapshot.columns import Mask
from communique.explorer.server.snapshot.tables import RELATIONS, STATUSES, TYPES
from communique.ontology import EntityType

CONFIDENCES = ("0.5", "0.6", "0.7", "0.8", "0.9")
SUPPORTS = ("1", "2", "3", "4", "5", "10")
"""Lower bounds that are counted."""

MOST_MONTHS = 1_200
"""Longest histogram; a single date of another age must not flatten it."""


def facets(snapshot: Snapshot, filters: Filters) -> Facets:
    """The counts at each filter."""
    sieve, facts = snapshot.sieve(filters), snapshot.facts
    confidence = facts.confidence[sieve.without("confidence")]
    support = facts.support[sieve.without("support")]
    relations = np.bincount(facts.relation[sieve.without("relation")], minlength=len(RELATIONS))
    statuses = np.bincount(facts.status[sieve.without("status")], minlength=len(STATUSES))
    timely = sieve.without("time", "undated")
    months = _months(snapshot, timely)
    dated = int(np.count_nonzero(timely & (facts.first >= 0)))
    return Facets(
        total=int(np.count_nonzero(sieve.without())),
        relations=_most_first({str(r): int(n) for r, n in zip(RELATIONS, relations, strict=True)}),
        types=_types(snapshot, sieve.without("type"), filters.type),
        statuses=[
            Count(name=str(status or "none"), count=int(number))
            for status, number in zip(STATUSES, statuses, strict=True)
        ],
        sources=_sources(snapshot, sieve.without("source")),
        confidence=[_at_least(text, confidence >= float(text)) for text in CONFIDENCES],
        support=[_at_least(text, support >= int(text)) for text in SUPPORTS],
        months=months,
        beyond=dated - sum(month.count for month in months),
        undated=int(np.count_nonzero(timely & (facts.first < 0))),
    )


def _at_least(bound: str, mask: Mask) -> Count:
    return Count(name=bound, count=int(np.count_nonzero(mask)))


def _most_first(counts: Mapping[str, int]) -> list[Count]:
    return _ordered({name: count for name, count in counts.items() if count})


def _ordered(counts: Mapping[str, int]) -> list[Count]:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [Count(name=name, count=count) for name, count in ordered]


def _types(snapshot: Snapshot, mask: Mask, chosen: Sequence[EntityType]) -> list[Count]:
    """Facts that are left where a type is chosen beside those that are; 0 for some alone."""
    types, facts, size = snapshot.entities.types, snapshot.facts, len(TYPES)
    ends = (types[column[mask]].astype(np.int64) for column in (facts.subject, facts.object))
    found = np.bincount(next(ends) * size + next(ends), minlength=size * size)
    pairs = found.reshape(size, size)
    counts = {}
    for number in np.flatnonzero(pairs.sum(axis=0) + pairs.sum(axis=1)).tolist():
        both = sorted({number, *map(TYPES.index, chosen)})
        counts[str(TYPES[number])] = int(pairs[np.ix_(both, both)].sum())
    return _ordered(counts)


def _sources(snapshot: Snapshot, mask: Mask) -> list[Count]:
    """Facts that each source says, once however many of its releases do."""
    names, said = snapshot.releases.names_of_sources, snapshot.sources
    counts = np.bincount(said.members[mask[said.owners()]], minlength=len(names))
    return _most_first({name: int(n) for name, n in zip(names, counts, strict=True)})


def _months(snapshot: Snapshot, mask: Mask) -> list[Count]:
    """Facts by the month in which they begin, none left out between the first and the last."""
    days = snapshot.facts.first[mask & (snapshot.facts.first >= 0)]
    if not len(days):
        return []
    found, counts = np.unique(_month_numbers(days), return_counts=True)
    middle = int(found[len(found) // 2])
    first = max(int(found[0]), middle - MOST_MONTHS // 2)
    last = min(int(found[-1]), middle + MOST_MONTHS // 2)
    held = dict(zip(found.tolist(), counts.tolist(), strict=True))
    return [
        Count(name=f"{month // 12:04}-{month % 12 + 1:02}", count=held.get(month, 0))
        for month in range(first, last + 1)
    ]


def _month_numbers(days: np.ndarray[tuple[int], np.dtype[np.int32]]) -> list[int]:
    """Months since the year 0, days as ordinals."""
    distinct, places = np.unique(days, return_inverse=True)
    dates = [date.fromordinal(int(number)) for number in distinct]
    months = np.array([each.year * 12 + each.month - 1 for each in dates], np.int64)
    return list(months[places].tolist())
