"""A made-up graph of any size, shaped as one from releases: few entities have most facts."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from communique.graph import Entity, Evidence, Fact, KnowledgeGraph, Qualifiers, Release
from communique.ontology import SIGNATURES, EntityType, Relation, Status

SHARES = {
    EntityType.PERSON: 0.6,
    EntityType.ORGANISATION: 0.15,
    EntityType.EVENT: 0.12,
    EntityType.OPERATION: 0.06,
    EntityType.PLACE: 0.068,
    EntityType.COUNTRY: 0.002,
}
"""Of a hundred entities, how many are of each type; as in the corpus, roughly."""

WEIGHTS = {
    Relation.MEETS: 20,
    Relation.PARTICIPATES_IN: 20,
    Relation.REPRESENTS: 20,
    Relation.VISITS: 8,
    Relation.HELD_IN: 6,
    Relation.INVOLVES: 5,
    Relation.SUPPORTS: 5,
    Relation.LOCATED_IN: 3,
    Relation.PART_OF: 3,
    Relation.ORGANISES: 2,
    Relation.FUNDS: 2,
    Relation.LEADS: 2,
    Relation.COORDINATES: 1,
    Relation.HOSTS: 1,
    Relation.MEMBER_OF: 1,
    Relation.APPOINTS: 1,
}
"""How often each relation is said."""

FIRST_DAY = date(2015, 1, 1)
DAYS = 3650
FACTS_OF_A_RELEASE = 20
FEWEST = 10
"""Entities of a type in the smallest graph."""

_SYLLABLES = "an bel cor dar el fin gor hal is jun kel lor mar nis or pel ros sil tar ul vin zan"


def synthetic_graph(entities: int, facts: int, seed: int = 1) -> KnowledgeGraph:
    """The graph; the same numbers give the same.

    The number of facts is a little lower than asked for, since some are drawn twice.
    """
    chance = Random(seed)  # noqa: S311  # nothing secret
    people = {type_: list(_entities(type_, entities, chance)) for type_ in SHARES}
    releases = [_release(number) for number in range(max(1, facts // FACTS_OF_A_RELEASE))]
    found = {fact.key: fact for fact in _facts(people, releases, facts, chance)}
    return KnowledgeGraph.of(releases, found.values())


def _entities(type_: EntityType, entities: int, chance: Random) -> Iterator[Entity]:
    syllables = _SYLLABLES.split()
    for number in range(max(FEWEST, round(SHARES[type_] * entities))):
        words = ["".join(chance.choices(syllables, k=3)).title() for _ in range(2)]
        name = f"{' '.join(words)} {number}" if type_ is not EntityType.PERSON else " ".join(words)
        alias = f"{words[1]} {number}"
        yield Entity(f"{type_.casefold()}-{number}", type_, name, (alias,))


def _release(number: int) -> Release:
    day = FIRST_DAY + timedelta(days=number % DAYS)
    text = "".join(f"Sentence {line} of release {number}.\n" for line in range(FACTS_OF_A_RELEASE))
    return Release(f"release-{number}", f"Release {number}", "Newsroom", text, 0, day.isoformat())


def _facts(
    entities: dict[EntityType, list[Entity]],
    releases: Sequence[Release],
    number: int,
    chance: Random,
) -> Iterator[Fact]:
    relations = chance.choices(list(WEIGHTS), list(WEIGHTS.values()), k=number)
    weights = {type_: _harmonic(len(found)) for type_, found in entities.items()}
    for relation in relations:
        signature = SIGNATURES[relation]
        ends = []
        for types in (sorted(signature.subjects), sorted(signature.objects)):
            type_ = chance.choice(types)
            ends += chance.choices(entities[type_], cum_weights=weights[type_])
        if ends[0] is ends[1]:
            continue
        if signature.symmetric:
            ends.sort(key=lambda end: end.id)
        day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        stated = {
            "date": day.isoformat() if chance.random() < 0.7 else None,  # noqa: PLR2004
            "role": f"Office {chance.randrange(50)}",
            "status": chance.choice(list(Status)),
            "amount": f"EUR {chance.randrange(100)} million",
        }
        said = {name: stated[name] for name in sorted(signature.qualifiers & stated.keys())}
        quotes = sorted(
            (
                _quote(release, chance)
                for release in chance.sample(releases, chance.choice((1, 1, 2)))
            ),
            key=lambda quote: quote.release,
        )
        yield Fact(ends[0], relation, ends[1], Qualifiers(**said), tuple(quotes), 0.9)


def _harmonic(number: int) -> list[float]:
    """Cumulative weights by which the nth is drawn about 1/sqrt(n) as often as the first."""
    return list(accumulate((place + 1) ** -0.5 for place in range(number)))


def _quote(release: Release, chance: Random) -> Evidence:
    line = chance.randrange(FACTS_OF_A_RELEASE)
    words = f"Sentence {line} of release {release.id.removeprefix('release-')}."
    start = release.text.index(words)
    return Evidence(release.id, start, start + len(words), words, "synthetic")
