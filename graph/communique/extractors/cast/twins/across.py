"""Undertakings told once by a noun for events and once by one for operations.

"A workshop was held. The course ended on Friday"; "a training course began. The event was opened
by X".
"""

from collections.abc import Iterator, Sequence

from communique.extractors.cast.cast import Cast
from communique.extractors.cast.figure import Figure
from communique.extractors.cast.kinds import kinds_of
from communique.extractors.cast.pointing import ANY, points_back
from communique.extractors.cast.twins.occasions import head_of, is_plural
from communique.extractors.mentions import Mention
from communique.extractors.reading.script import Scene, undertakings
from communique.gazetteer.territories import fold
from communique.ontology import EntityType

_TAUGHT = frozenset("workshop seminar webinar masterclass bootcamp".split())
"""Nouns, without the ending, for events at which something is taught."""
_TEACHING = frozenset({"training", "course", "training course", "class"})
"""Nouns, without the ending, for operations that may be such an event."""
_ATTENDED = frozenset({"training", "exercise"})
"""Kinds of operations that a text may call an event."""


def across(_: Cast, scenes: Sequence[Scene]) -> Iterator[tuple[Figure, Figure]]:
    """Yield what was told last and what a plain noun of the other type brings in as if it were new.

    What has been told by a noun of that type before leaves nothing to look for.
    """
    told: dict[Figure, None] = {}
    for scene, number, figure in undertakings(scenes):
        if figure not in told and _is_plain(scene, scene.mentions[number], figure):
            known = _meant(fold(figure.name).rstrip("s"), figure.type, list(told))
            if known is not None:
                yield known, figure
        told.pop(figure, None)
        told[figure] = None


def _is_plain(scene: Scene, mention: Mention, figure: Figure) -> bool:
    """Whether a description says "the NOUN" and no more."""
    noun = scene.block.text[mention.start : mention.end]
    alone = not figure.named and fold(figure.name) == fold(noun)
    return alone and points_back(scene.block.text, mention)


def _meant(noun: str, kind: EntityType, told: Sequence[Figure]) -> Figure | None:
    """The one undertaking of the other type that a noun may mean."""
    same = [figure for figure in told if figure.type == kind]
    others = [f for f in told if f.type != kind and not is_plural(f.name)]
    if noun in ANY:
        found = [f for f in others if not kinds_of(head_of(f.name)).isdisjoint(_ATTENDED)]
        return found[-1] if found and not same else None
    if noun in _TEACHING:
        found = [f for f in others if head_of(f.name) in _TAUGHT]
    elif noun in _TAUGHT:
        found = [f for f in others if f.noun in _TEACHING]
    else:
        return None
    return found[0] if len(found) == 1 else None
