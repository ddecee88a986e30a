"""What a title tells by a noun and the opening brings in by it again."""

from collections.abc import Iterator, Sequence

from communique.extractors.cast.cast import Cast
from communique.extractors.cast.figure import Figure
from communique.extractors.cast.main_event import opening_size
from communique.extractors.cast.pointing import (
    ANYHOW,
    CALENDAR,
    PRIVATE,
    is_another,
    is_known_by,
    sets_apart,
    words_of,
)
from communique.extractors.cast.twins.alike import UNDERTAKINGS, names_of
from communique.extractors.cast.twins.occasions import (
    SMALL,
    head_of,
    is_numbered_alike,
    is_one_topic,
    is_plural,
)
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.reading.script import Scene
from communique.ontology import EntityType

_SITES = frozenset({EntityType.PLACE, EntityType.COUNTRY})
_REACH = 80

Place = tuple[Scene, int]
"""A mention: its block and its number in it."""


def announced(cast: Cast, scenes: Sequence[Scene]) -> Iterator[tuple[Figure, Figure]]:
    """Yield what the title tells by a noun and the only one of that noun that the opening tells.

    A title leaves out what the text tells of it, or tells it by its town: "at Budapest conference".
    """
    if not scenes or scenes[0].block.kind != BlockKind.TITLE:
        return
    title, opening = scenes[0], scenes[1 : opening_size(scenes)]
    first = _first_told(opening, title)
    titled = [f for f in dict.fromkeys(title.figures) if f and f.type in UNDERTAKINGS]
    for figure in titled:
        if any(figure in scene.figures for scene in opening):
            continue
        alike = [f for f in first if _noun(f) == _noun(figure)]
        lone = len(alike) == 1 and sum(_noun(f) == _noun(figure) for f in titled) == 1
        if lone and _may_be(figure, alike[0], first[alike[0]], (title, cast)):
            yield alike[0], figure


def _noun(figure: Figure) -> tuple[EntityType, str, bool]:
    return figure.type, head_of(figure.name), is_plural(figure.name)


def _first_told(scenes: Sequence[Scene], title: Scene) -> dict[Figure, Place]:
    """The undertakings that blocks tell and the title does not, each where it comes first."""
    found: dict[Figure, Place] = {}
    for scene in scenes:
        for number, figure in enumerate(scene.figures):
            if figure and figure.type in UNDERTAKINGS and figure not in title.figures:
                found.setdefault(figure, (scene, number))
    return found


def _may_be(titled: Figure, told: Figure, place: Place, around: tuple[Scene, Cast]) -> bool:
    """Whether what the opening tells may be what the title tells by the same noun."""
    scene, number = place
    span, title = scene.mentions[number].span, around[0].block.text
    if span is None or is_another(span) or not is_numbered_alike(titled.name, told.name):
        return False
    if titled.named:
        rest = scene.block.text[scene.mentions[number].end :][:_REACH]
        new = titled.type == EntityType.EVENT or told.named or sets_apart(span, titled)
        return not new and is_known_by(span, rest, (title, *names_of(titled)))
    if head_of(titled.name) not in PRIVATE:
        return is_one_topic(titled.name, told.name)
    texts = (*names_of(told), scene.block.text)
    sites = (f.name for f in around[1].figures if f.type in _SITES)
    vague = ANYHOW | CALENDAR | SMALL | words_of(" ".join(sites))
    return words_of(titled.name) - vague <= words_of(" ".join(texts))
