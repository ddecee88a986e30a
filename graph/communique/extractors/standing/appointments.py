"""Who is appointed by lists: "The President announced the following appointments: …"."""

import re
from collections.abc import Iterator, Sequence

from communique.extractors.cast import Figure
from communique.extractors.reading.script import Finding, Scene
from communique.ontology import EntityType, Relation

_BULLETS = re.compile(r"[\s•*–—\-\d.()]*")
_APPOINTERS = (EntityType.PERSON, EntityType.ORGANISATION, EntityType.COUNTRY)
"""Who appoints: the first of the first type that the announcement names."""


def appointments(scenes: Sequence[Scene], announcing: re.Pattern[str]) -> Iterator[Finding]:
    """Yield whom the subject of an announcement appoints in the lines below it.

    Args:
        scenes: The scenes, in order.
        announcing: What the last sentence before such a list says.
    """
    appointer: Figure | None = None
    for scene in scenes:
        person = _first(scene)
        if appointer is not None and person is not None and person is not appointer:
            block = scene.block
            yield Finding(
                appointer, Relation.APPOINTS, person, block.start, block.end, "appoints/list", 0.85
            )
        elif announcing.search(scene.block.text):
            appointer = _appointer(scene)
        else:
            appointer = None


def _first(scene: Scene) -> Figure | None:
    """The person whose name a line begins with."""
    if not scene.mentions or scene.mentions[0].span is None:
        return None
    mention, figure = scene.mentions[0], scene.figures[0]
    begins = _BULLETS.fullmatch(scene.block.text, 0, mention.start) is not None
    return figure if begins and figure and figure.type == EntityType.PERSON else None


def _appointer(scene: Scene) -> Figure | None:
    for kind in _APPOINTERS:
        for figure in scene.figures:
            if figure is not None and figure.type == kind:
                return figure
    return None
