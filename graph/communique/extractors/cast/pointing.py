"""What a definite description may point to: "the conference" after the forum was named."""

import re
from collections.abc import Sequence

from communique.extractors.cast.figure import Figure
from communique.extractors.mentions import Span
from communique.gazetteer.territories import fold
from communique.ontology import EntityType

_ASSEMBLIES = frozenset(
    "summit conference forum symposium seminar workshop roundtable colloquium congress convention "
    "assembly session ministerial plenary webinar retreat week expo fair festival exhibition "
    "jirga indaba hackathon".split()
)
"""Nouns for occasions that one of them may stand for another."""
_TALKS = frozenset(
    "meeting talk consultation dialogue negotiation discussion session ministerial trilateral "
    "summit plenary roundtable".split()
)
_ANY = frozenset({"event", "occasion", "gathering", "event's"})
"""Nouns for an event of any kind."""
_MARKED = frozenset({"anniversary", "day", "week", "month", "year", "birthday"})
"""Words in names of what is marked, not attended."""
_PARTS = frozenset({"opening", "closing"})
"""Nouns that mean the event itself where a text says who is there."""
_WORD = re.compile(r"[^\W_]+")
_CAPITALISED = re.compile(r"(?<![\w-])[A-Z][\w-]*")


def pointed(
    span: Span, noun: str, before: Sequence[Figure], known: Sequence[Figure]
) -> Figure | None:
    """What a definite description points to: the latest of its noun, then of its class.

    Args:
        span: The description.
        noun: Its noun without plural ending.
        before: Figures of its type mentioned before it, in order.
        known: All figures of its type.
    """
    for figures in (before, known):
        for figure in reversed(figures):
            if _is_called(figure, noun) and not sets_apart(span, figure):
                return figure
    if span.type != EntityType.EVENT or not _is_plain(span, noun):
        return None
    return _latest_of_class(noun, before)


def _is_called(figure: Figure, noun: str) -> bool:
    """Whether a noun is that of a figure's description or a word of its name."""
    return figure.noun == noun or noun in _words(figure.name)


def sets_apart(span: Span, figure: Figure) -> bool:
    """Whether a description names somebody or something that the figure's names do not.

    "The meeting with Duran" is not the meeting with Berg.
    """
    proper = {fold(form) for form in _CAPITALISED.findall(span.name)}
    if not proper:
        return False
    known = {word for name in (figure.name, *figure.aliases) for word in _words(name)}
    return not all(_words(form) <= known for form in proper)


def _is_plain(span: Span, noun: str) -> bool:
    """Whether a description is its noun alone, so that it says nothing new."""
    return fold(span.name).rstrip("s") == noun


def _latest_of_class(noun: str, before: Sequence[Figure]) -> Figure | None:
    """The latest event that a noun of the same class may stand for, one with a name first."""
    if noun in _ANY | _PARTS:
        named = (figure for figure in reversed(before) if figure.named)
        return next(named, before[-1] if before else None)
    for class_ in (_ASSEMBLIES, _TALKS):
        if noun in class_:
            for figure in reversed(before):
                if figure.named and _words(figure.name) & class_:
                    return figure
    return None


def main_event(figures: Sequence[Figure]) -> Figure | None:
    """The first event with a name that the title or opening speaks of, if people attend it."""
    return next(
        (
            figure
            for figure in figures
            if figure.type == EntityType.EVENT
            and figure.named
            and figure.opening
            and not _words(figure.name) & _MARKED
        ),
        None,
    )


def _words(name: str) -> set[str]:
    """The words of a name in lower case, without the ending of a plural."""
    return {word.rstrip("s") for word in _WORD.findall(fold(name))}
