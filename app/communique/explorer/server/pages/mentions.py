"""Where the text of a release names the entities of its statements."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from communique.graph import Entity
from communique.loaders.folding import fold
from communique.ontology import EntityType


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A name in a text.

    Attributes:
        start: Offset of its first character, in code points.
        end: Offset after its last character.
        id: Canonical id of whom it names.
    """

    start: int
    end: int
    id: str


def mentions(
    text: str, entities: Iterable[Entity], canonical: Mapping[str, str]
) -> tuple[Place, ...]:
    """The names of entities in a text, whole words, without overlap, in order.

    Long names are looked for before short ones, as written but for line breaks. What several
    entities are called marks none of them; an office beside the name of who holds it is one name
    with it, and beside another person's it names nobody.

    Args:
        text: The whole text of the release.
        entities: Those that the release names, with the forms it uses.
        canonical: Canonical ids by the ids of the entities; those without one are left out.
    """
    known = [entity for entity in entities if entity.id in canonical]
    taken, places = bytearray(len(text)), list[Place]()
    for form, id_ in _forms(known, canonical):
        for found in _pattern(form).finditer(text):
            if not any(taken[found.start() : found.end()]):
                taken[found.start() : found.end()] = b"\1" * (found.end() - found.start())
                places.append(Place(found.start(), found.end(), id_))
    people = {canonical[entity.id] for entity in known if entity.type is EntityType.PERSON}
    titles = {(canonical[e.id], alias) for e in known for alias in _titles(e)}
    return tuple(_joined(text, sorted(places), people, titles))


def _forms(entities: Iterable[Entity], canonical: Mapping[str, str]) -> list[tuple[str, str]]:
    """Each form that only one entity has, with the entity's id; the longest first."""
    bearers = defaultdict[str, set[str]](set)
    for entity in entities:
        for form in (entity.name, *entity.aliases):
            bearers[" ".join(form.split())].add(canonical[entity.id])
    alone = [(form, min(ids)) for form, ids in bearers.items() if form and len(ids) == 1]
    return sorted(alone, key=lambda item: (-len(item[0]), item))


def _pattern(form: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, form.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)")


def _titles(entity: Entity) -> list[str]:
    """The forms of a person that share no word with the name: offices."""
    if entity.type is not EntityType.PERSON:
        return []
    name = set(fold(entity.name).split())
    return [alias for alias in entity.aliases if name.isdisjoint(fold(alias).split())]


def _joined(
    text: str, places: Iterable[Place], people: set[str], titles: set[tuple[str, str]]
) -> list[Place]:
    """Offices joined to the names after them, those of somebody else left out."""
    joined: list[Place] = []
    for place in places:
        start, before = place.start, joined[-1] if joined else None
        if before and place.id in people and not text[before.end : start].strip():
            called = " ".join(text[before.start : before.end].split())
            if (before.id, called) in titles:
                joined.pop()
                start = before.start if before.id == place.id else start
        joined.append(Place(start, place.end, place.id))
    return joined
