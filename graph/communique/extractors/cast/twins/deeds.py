"""Action days and joint actions, by which a release tells again of the operation it is about."""

from collections.abc import Iterator, Sequence

from communique.extractors.cast.cast import Cast
from communique.extractors.cast.figure import Figure
from communique.extractors.cast.kinds import kinds_of
from communique.extractors.cast.main_event import opening_size
from communique.extractors.cast.pointing import is_another, sets_apart
from communique.extractors.cast.twins.occasions import head_of, is_plural, sitting
from communique.extractors.reading.script import Scene, undertakings
from communique.ontology import EntityType

_DAYS = frozenset({"action day", "joint action day", "day of action"})
_STROKES = frozenset(
    f"{how}{deed}"
    for how in ("", "joint ", "coordinated ", "international ")
    for deed in ("action", "takedown", "strike", "crackdown", "swoop", "sting")
)
"""Nouns for an operation of police, in the opening of a release the one that it is about."""
_INQUIRIES = frozenset({"investigation", "inquiry", "probe", "case", "team", "proceeding"})
"""Nouns, without the ending, for what leads to an operation."""


def deeds(cast: Cast, scenes: Sequence[Scene]) -> Iterator[tuple[Figure, Figure]]:
    """Yield the police operation of a release and what it calls an action day or joint action."""
    topic, opening = cast.topic(), opening_size(scenes)
    if topic is None or not _is_of_police(topic):
        return
    found: dict[str, list[Figure]] = {}
    for scene, number, figure in undertakings(scenes):
        span = scene.mentions[number].span
        noun = figure.noun
        told = noun in _DAYS or (noun in _STROKES and scene.number < opening)
        if figure.named or not told or figure.type != EntityType.OPERATION or span is None:
            continue
        other = is_plural(span.name) or sitting(span.name) or is_another(span)
        if other or (figure is not topic and sets_apart(span, topic)):
            continue  # "the second action day"
        if figure not in found.setdefault(noun, []):
            found[noun].append(figure)
    for figures in found.values():
        if len(figures) == 1 and figures[0] is not topic:
            yield topic, figures[0]


def _is_of_police(topic: Figure) -> bool:
    """Whether an operation is one of police, not the inquiry before it or a mission."""
    words = topic.name if topic.named else topic.noun
    head = head_of(topic.noun or topic.name)
    return "action" in kinds_of(words) and head not in _INQUIRIES and not is_plural(topic.name)
