"""Facts as events, offices and links of FollowTheMoney, with dates and proof."""

from collections.abc import Iterator, Mapping

from communique.graph import Entity, Fact, Particulars
from communique.loaders.files.ftm.proxy import Proxy, Values, ident
from communique.loaders.files.ftm.things import country_of, entity_id, release_id
from communique.loaders.files.ftm.wording import Wording
from communique.ontology import EntityType, Relation

Releases = Mapping[str, Particulars]

_EVENTS = frozenset({EntityType.EVENT, EntityType.OPERATION})
_ACTORS = frozenset({EntityType.PERSON, EntityType.ORGANISATION, EntityType.COUNTRY})


def is_office(fact: Fact) -> bool:
    """Whether a fact says that a person holds an office that has a name."""
    return fact.predicate is Relation.REPRESENTS and fact.qualifiers.role is not None


def office(fact: Fact) -> Proxy:
    """The post that a person holds: one for each title of a body, whoever holds it."""
    role, body = fact.qualifiers.role or "", fact.object
    return Proxy.of(
        _office_id(fact),
        "Position",
        {"name": [role], "organization": [entity_id(body)], "country": [country_of(body)]},
    )


def told_by(fact: Fact, releases: Releases, wording: Wording, *, quotes: bool) -> Proxy:
    """The fact itself, as one entity, with the releases that tell it as proof.

    Args:
        fact: A fact.
        releases: Every release, by id.
        wording: How facts of its relation are told.
        quotes: Whether the words of the releases are in it, and not only their offsets.
    """
    schema, own = _schema(fact, wording)
    every = {**_dates(fact), **_proof(fact, releases), "summary": _summary(fact), **own}
    if quotes:
        every["description"] = [item.text for item in fact.evidence]
    return Proxy.of(ident("fact", fact.key), schema, every)


def told_of_ends(fact: Fact, wording: Wording) -> Iterator[tuple[Entity, str, str]]:
    """What a fact adds to its ends: entity, property and value."""
    yield from _told_of_event(fact, wording)
    if fact.predicate in (Relation.HELD_IN, Relation.LOCATED_IN):
        yield from _told_of_place(fact)


def _told_of_event(fact: Fact, wording: Wording) -> Iterator[tuple[Entity, str, str]]:
    """Who organises or takes part, and when it was."""
    for event, other in ((fact.subject, fact.object), (fact.object, fact.subject)):
        if event.type not in _EVENTS:
            continue
        if wording.event and other.type in _ACTORS:
            yield event, wording.event, entity_id(other)
        for name, values in _dates(fact).items():
            for value in filter(None, values):
                yield event, name, value


def _told_of_place(fact: Fact) -> Iterator[tuple[Entity, str, str]]:
    """Where the subject is."""
    subject, object_ = fact.subject, fact.object
    if code := country_of(object_):
        yield subject, "country", code
    if object_.type is EntityType.PLACE and subject.type is not EntityType.PLACE:
        yield subject, "addressEntity", entity_id(object_)
    if fact.predicate is Relation.HELD_IN:
        yield subject, "location", object_.name


def _schema(fact: Fact, wording: Wording) -> tuple[str, dict[str, Values]]:
    """The schema of a fact, and the properties that only this schema has."""
    role, status = fact.qualifiers.role, fact.qualifiers.status
    if wording.occasion:
        return "Event", _occasion(fact, wording.occasion)
    if is_office(fact):
        return "Occupancy", {"holder": [entity_id(fact.subject)], "post": [_office_id(fact)]}
    return wording.schema, {
        wording.subject: [entity_id(fact.subject)],
        wording.object: [entity_id(fact.object)],
        "role": [wording.role, role],
        "status": [str(status) if status else None],
    }


def _occasion(fact: Fact, name: str) -> dict[str, Values]:
    subject, object_, stated = fact.subject, fact.object, fact.qualifiers
    at_place = object_.type is EntityType.PLACE
    return {
        "name": [name.format(subject=subject.name, object=object_.name)],
        "involved": [entity_id(end) for end in (subject, object_) if end.type in _ACTORS],
        "location": [stated.place or (object_.name if at_place else None)],
        "addressEntity": [entity_id(object_) if at_place else None],
        "keywords": [str(stated.status) if stated.status else None],
    }


def _office_id(fact: Fact) -> str:
    return ident("position", fact.object.id, fact.qualifiers.role or "")


def _dates(fact: Fact) -> dict[str, Values]:
    """A day, month or year as it is told; of a period its two ends."""
    first, _, last = (fact.qualifiers.date or "").partition("/")
    return {"startDate": [first], "endDate": [last]} if last else {"date": [first]}


def _proof(fact: Fact, releases: Releases) -> dict[str, Values]:
    """Where it is told: releases, who issued them, and the offsets of the quotes in code points."""
    told = [releases[item.release] for item in fact.evidence if item.release in releases]
    return {
        "proof": [release_id(item.release) for item in fact.evidence],
        "publisher": [source for release in told for source in release.sources],
        "sourceUrl": [release.url for release in told],
        "recordId": [f"{item.release}#char={item.start},{item.end}" for item in fact.evidence],
    }


def _summary(fact: Fact) -> Values:
    """What has no property of its own, in words."""
    stated = fact.qualifiers
    parts = (("occasion", stated.event), ("place", stated.place), ("amount", stated.amount))
    told = [f"{name}: {value}" for name, value in parts if value]
    return ["; ".join([*told, f"confidence: {fact.confidence:.2f}"])]
