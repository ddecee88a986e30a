"""A store's facts as they were at one moment."""

import hashlib
from datetime import date
from functools import cached_property
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from communique.explorer.server.filters import MOST_KEYS, Filters
from communique.explorer.server.replies.entity import NamedEntity
from communique.explorer.server.replies.fact import Entity, Fact
from communique.explorer.server.snapshot.columns import NONE, Groups, Mask, Numbers
from communique.explorer.server.snapshot.names import NameIndex
from communique.explorer.server.snapshot.offices import Offices
from communique.explorer.server.snapshot.sieve import Sieve
from communique.explorer.server.snapshot.tables import (
    RELATIONS,
    STATUSES,
    TYPES,
    Entities,
    Facts,
    Releases,
)
from communique.explorer.server.snapshot.whereabouts import Whereabouts
from communique.loaders.folding import fold
from communique.ontology import EntityType


class Snapshot:
    """Entities, facts and releases in columns; nothing in it changes.

    Attributes:
        entities: The entities by number.
        facts: The facts by row, dated ones first, by first day and key.
        releases: The releases by number.
        version: Digest of all facts.
        about: The facts about each entity.
        days: First and last day on which each fact was stated; -1 where no release has a day.
        offices: Whom persons represent: countries, or organisations.
        whereabouts: In which country everything lies.
    """

    def __init__(self, entities: Entities, facts: Facts, releases: Releases) -> None:
        """Take the columns and index them."""
        self.entities, self.facts, self.releases = entities, facts, releases
        self.version = _digest(entities, facts)
        self._by_key = np.argsort(facts.keys, kind="stable")
        self._names = NameIndex(entities)
        rows = np.arange(len(facts.keys), dtype=np.int32)
        once = facts.subject != facts.object
        self.about = Groups.of_pairs(
            np.concatenate([facts.subject, facts.object[once]]),
            np.concatenate([rows, rows[once]]),
            len(entities.ids),
        )
        self._release_numbers = {id_: number for number, id_ in enumerate(releases.ids)}
        said = facts.releases
        self._said = Groups.of_pairs(said.members, said.owners(), len(releases.ids))
        self.days = _days(facts, releases)
        self.offices = {
            type_: Offices(entities, facts, self.days, type_)
            for type_ in (EntityType.COUNTRY, EntityType.ORGANISATION)
        }
        self.whereabouts = Whereabouts(entities, facts)

    @cached_property
    def words_of_releases(self) -> tuple[str, ...]:
        """Headline and source of each release, folded, to be searched."""
        told = zip(self.releases.headlines, self.releases.sources, strict=True)
        return tuple(fold(" ".join(words)) for words in told)

    @cached_property
    def sources(self) -> Groups:
        """The sources that say each fact, each once; positions in ``names_of_sources``."""
        said, issuers = self.facts.releases, self.releases.issuers
        names = max(len(self.releases.names_of_sources), 1)
        owners = np.repeat(said.owners().astype(np.int64), issuers.sizes[said.members])
        pairs = np.unique(owners * names + issuers.several(said.members))
        one, other = (part.astype(np.int32) for part in (pairs // names, pairs % names))
        return Groups.of_pairs(one, other, len(self.facts.keys))

    @cached_property
    def ranks(self) -> NDArray[np.float64]:
        """The place of each entity's name in the alphabet; equal names have the same."""
        forms = [fold(name) for name in self.entities.names]
        rank = {form: place for place, form in enumerate(sorted(set(forms)))}
        return np.array([rank[form] for form in forms], np.float64)

    def number(self, id_: str) -> int | None:
        """The entity of an id, None if there is none."""
        return self._names.number(id_)

    def search(self, text: str) -> list[int]:
        """Entities with a name like this, the most alike first."""
        return self._names.search(text)

    def row_of(self, key: str) -> int | None:
        """The fact of a key, None if there is none."""
        wanted = np.bytes_(key.encode("ascii", "replace"))
        place = int(np.searchsorted(self.facts.keys, wanted, sorter=self._by_key))
        if place == len(self._by_key):
            return None
        row = int(self._by_key[place])
        return row if self.facts.keys[row] == wanted else None

    def key(self, row: int) -> str:
        """The key of a fact."""
        return bytes(self.facts.keys[row]).decode("ascii")

    def keys(self, rows: Numbers) -> list[str]:
        """The keys of facts."""
        return [key.decode("ascii") for key in self.facts.keys[rows].tolist()]

    def shown_keys(self, rows: Numbers) -> list[str]:
        """The keys of facts, of many those of the first whose words are shown at once."""
        return self.keys(rows[:MOST_KEYS])

    def rows_about(self, number: int) -> Numbers:
        """The facts about an entity, in order."""
        return np.sort(self.about[number])

    def release_number(self, id_: str) -> int | None:
        """The release of an id, None if there is none."""
        return self._release_numbers.get(id_)

    def rows_of_release(self, number: int) -> Numbers:
        """The facts that a release says, in order."""
        return self._said[number]

    def releases_of(self, row: int) -> Numbers:
        """The releases that say a fact."""
        return self.facts.releases[row]

    def rows(self, filters: Filters) -> Mask:
        """Which facts filters let through."""
        return self.sieve(filters).without()

    def sieve(self, filters: Filters) -> Sieve:
        """The filters, to be applied to all facts one by one."""
        return Sieve(filters, self.entities, self.facts, self.releases)

    def entity(self, number: int) -> Entity:
        """An entity by its name."""
        held = self.entities
        return Entity(id=held.ids[number], name=held.names[number], type=self.type_of(number))

    def type_of(self, number: int) -> EntityType:
        """What an entity is."""
        type_: EntityType = TYPES[self.entities.types[number]]
        return type_

    def named(self, number: int) -> NamedEntity:
        """An entity with all that it is called."""
        held = self.entities
        return NamedEntity(
            id=held.ids[number],
            name=held.names[number],
            type=self.type_of(number),
            aliases=list(held.aliases[number]),
            iso3=held.iso3[number],
            wikidata=held.wikidata[number],
            facts=int(held.facts[number]),
        )

    def fact(self, row: int) -> Fact:
        """A fact without its quotes."""
        held = self.facts
        return Fact(
            key=self.key(row),
            subject=self.entity(int(held.subject[row])),
            relation=RELATIONS[held.relation[row]],
            object=self.entity(int(held.object[row])),
            date=held.date[row],
            first=day(int(held.first[row])),
            last=day(int(held.last[row])),
            status=STATUSES[held.status[row]],
            role=held.role[row],
            place=held.place[row],
            event=held.event[row],
            amount=held.amount[row],
            confidence=float(held.confidence[row]),
            support=int(held.support[row]),
        )


def day(ordinal: int) -> str | None:
    """A day as ISO 8601 writes it, None for none."""
    return None if ordinal == NONE else date.fromordinal(ordinal).isoformat()


def _digest(entities: Entities, facts: Facts) -> str:
    others = chain.from_iterable(entities.aliases)
    digest = hashlib.sha256("\x1f".join((*entities.ids, *entities.names, *others)).encode())
    for column in (facts.keys, facts.status, facts.confidence, facts.support, facts.place.numbers):
        digest.update(column.tobytes())
    return digest.hexdigest()[:16]


def _days(facts: Facts, releases: Releases) -> tuple[Numbers, Numbers]:
    """First and last day on which each fact was stated; -1 where no release has a day."""
    days, owners = releases.days[facts.releases.members], facts.releases.owners()
    dated = days != NONE
    first = np.full(len(facts.keys), np.iinfo(np.int32).max, np.int32)
    last = np.full(len(facts.keys), NONE, np.int32)
    np.minimum.at(first, owners[dated], days[dated])
    np.maximum.at(last, owners[dated], days[dated])
    first[last == NONE] = NONE
    return first, last
