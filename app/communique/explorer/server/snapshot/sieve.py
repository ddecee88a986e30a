"""Which facts filters let through, one filter at a time."""

from collections.abc import Mapping
from functools import reduce

import numpy as np

from communique.explorer.server.filters import Filters
from communique.explorer.server.snapshot.columns import Mask
from communique.explorer.server.snapshot.tables import (
    RELATIONS,
    STATUSES,
    TYPES,
    Entities,
    Facts,
    Releases,
)
from communique.graph import bounds


class Sieve:
    """The filters of a request, each applied to all facts when made.

    A filter that lets everything through is left out.
    """

    def __init__(
        self, filters: Filters, entities: Entities, facts: Facts, releases: Releases
    ) -> None:
        """Take filters and what they choose from."""
        self._size = len(facts.keys)
        self._masks: Mapping[str, Mask] = {
            name: mask
            for name, mask in (
                ("relation", _relations(filters, facts)),
                ("type", _types(filters, entities, facts)),
                ("status", _statuses(filters, facts)),
                ("source", _sources(filters, facts, releases)),
                ("time", _time(filters, facts)),
                ("undated", None if filters.undated else facts.first >= 0),
                ("confidence", facts.confidence >= filters.confidence),
                ("support", facts.support >= filters.support),
            )
            if mask is not None
        }

    def without(self, *names: str) -> Mask:
        """What all filters but some let through."""
        masks = [mask for name, mask in self._masks.items() if name not in names]
        return reduce(np.logical_and, masks, np.ones(self._size, np.bool_))


def _relations(filters: Filters, facts: Facts) -> Mask | None:
    wanted = [RELATIONS.index(relation) for relation in filters.relation]
    return np.isin(facts.relation, wanted) if wanted else None


def _types(filters: Filters, entities: Entities, facts: Facts) -> Mask | None:
    if not filters.type:
        return None
    fitting = np.isin(entities.types, [TYPES.index(type_) for type_ in filters.type])
    return fitting[facts.subject] & fitting[facts.object]


def _statuses(filters: Filters, facts: Facts) -> Mask | None:
    names = [str(status or "none") for status in STATUSES]
    wanted = [names.index(name) for name in filters.status]
    return np.isin(facts.status, wanted) if wanted else None


def _sources(filters: Filters, facts: Facts, releases: Releases) -> Mask | None:
    if not filters.source:
        return None
    chosen = np.array([name in filters.source for name in releases.names_of_sources], np.bool_)
    return facts.releases.any_of(releases.issuers.any_of(chosen))


def _time(filters: Filters, facts: Facts) -> Mask | None:
    """Facts whose date overlaps the period, and undated ones."""
    if filters.since is None and filters.until is None:
        return None
    mask = np.ones(len(facts.keys), np.bool_)
    if filters.since is not None:
        mask &= facts.last >= bounds(filters.since)[0].toordinal()
    if filters.until is not None:
        mask &= facts.first <= bounds(filters.until)[1].toordinal()
    return mask | (facts.first < 0)
