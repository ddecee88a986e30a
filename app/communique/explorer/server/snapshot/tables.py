"""What a snapshot holds of entities, facts and releases."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from communique.explorer.server.snapshot.columns import Groups, Numbers, Texts
from communique.ontology import EntityType, Relation, Status

RELATIONS = tuple(Relation)
TYPES = tuple(EntityType)
STATUSES: tuple[Status | None, ...] = (None, Status.PLANNED, Status.HELD)
"""What the numbers in columns of relations, types and statuses stand for."""


@dataclass(frozen=True, slots=True, eq=False)
class Entities:
    """Entities by number, in order of id.

    Attributes:
        ids: Canonical ids.
        names: Names.
        types: Positions in ``TYPES``.
        aliases: Other names, sorted.
        iso3: Code of a country, or None.
        wikidata: Item, or None.
        facts: How many facts are about each.
    """

    ids: tuple[str, ...]
    names: tuple[str, ...]
    types: NDArray[np.uint8]
    aliases: tuple[tuple[str, ...], ...]
    iso3: tuple[str | None, ...]
    wikidata: tuple[str | None, ...]
    facts: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """Facts by row: dated ones first, by first day and key.

    Attributes:
        keys: Keys, as bytes.
        subject: Numbers of entities.
        object: Numbers of entities.
        relation: Positions in ``RELATIONS``.
        status: Positions in ``STATUSES``.
        first: First day, counted as `date.toordinal` does; -1 without date.
        last: Last day.
        confidence: Of the best statement.
        support: Number of releases.
        date: Dates as stated.
        role: Roles.
        place: Places.
        event: Events.
        amount: Amounts.
        releases: Numbers of the releases that say it.
    """

    keys: NDArray[np.bytes_]
    subject: Numbers
    object: Numbers
    relation: NDArray[np.uint8]
    status: NDArray[np.uint8]
    first: Numbers
    last: Numbers
    confidence: NDArray[np.float64]
    support: Numbers
    date: Texts
    role: Texts
    place: Texts
    event: Texts
    amount: Texts
    releases: Groups


@dataclass(frozen=True, slots=True, eq=False)
class Releases:
    """Releases by number, in order of id.

    Attributes:
        ids: Their ids.
        headlines: Their titles.
        sources: Who issued them; empty if unknown.
        published: ISO 8601 days, or None.
        days: The same, counted as `date.toordinal` does; -1 for none.
        urls: Addresses of http or https, or None.
        issuers: Positions in ``names_of_sources`` of who issued or forwarded each.
        names_of_sources: Every source once, sorted.
    """

    ids: tuple[str, ...]
    headlines: tuple[str, ...]
    sources: tuple[str, ...]
    published: tuple[str | None, ...]
    days: Numbers
    urls: tuple[str | None, ...]
    issuers: Groups
    names_of_sources: tuple[str, ...]
