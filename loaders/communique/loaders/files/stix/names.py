"""Names by which no two objects are taken for one."""

from collections.abc import Hashable, Iterable, Mapping

from communique.graph import Entity, Particulars
from communique.ontology import EntityType


def names_of(entities: Iterable[Entity]) -> Mapping[str, str]:
    """A name for each entity by its id: its own, with the id behind it where that is not enough.

    OpenCTI takes two identities, places or events of the same name for one. So what has only a
    description ("talks") bears its id, and so does the second of two that share a name.
    """
    taken: set[Hashable] = set()
    names = {}
    for entity in entities:
        told = (_family(entity), entity.name.strip().lower())
        alone = entity.named and told not in taken
        taken.add(told)
        names[entity.id] = entity.name if alone else f"{entity.name} ({entity.id})"
    return names


def titles_of(releases: Iterable[Particulars]) -> Mapping[str, str]:
    """A title for each release by its id, likewise: OpenCTI tells reports by title and day."""
    taken: set[Hashable] = set()
    titles = {}
    for release in releases:
        title = release.title or release.id
        told = (title.strip().lower(), release.published)
        titles[release.id] = f"{title} ({release.id})" if told in taken else title
        taken.add(told)
    return titles


def _family(entity: Entity) -> str:
    """What shares names: OpenCTI has one kind of events."""
    return EntityType.EVENT if entity.type is EntityType.OPERATION else entity.type
