"""Finds the pairs of figures that are one undertaking, when all mentions are cast."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from communique.extractors.cast.cast import Cast
from communique.extractors.cast.figure import Figure
from communique.extractors.cast.pointing import ANY
from communique.extractors.cast.twins.across import across
from communique.extractors.cast.twins.adjoining import adjoining, is_unlisted
from communique.extractors.cast.twins.alike import is_same_force, names_of, series_of
from communique.extractors.cast.twins.announced import announced
from communique.extractors.cast.twins.christened import christened
from communique.extractors.cast.twins.deeds import deeds
from communique.extractors.cast.twins.occasions import is_bare, is_same_sitting
from communique.extractors.reading.script import Scene
from communique.gazetteer.territories import fold
from communique.ontology import UNDERTAKINGS, EntityType

_MOST = 40
"""Undertakings of one release among which others are looked for; the latest count."""


def join_twins(cast: Cast, scenes: Sequence[Scene]) -> None:
    """Make one of two figures that are one undertaking by what stands beside or in their names."""
    for rule in (adjoining, _by_name, announced, christened, deeds, across):
        standing: dict[Figure, Figure] = {}
        for pair in list(rule(cast, scenes)):
            one, other = (_stands_for(figure, standing) for figure in pair)
            if one is not other:
                kept, gone = sorted((one, other), key=_rank)
                _take_in(kept, gone)
                standing[gone] = kept
        if standing:
            _replace(cast, scenes, standing)


def _stands_for(figure: Figure, standing: Mapping[Figure, Figure]) -> Figure:
    """The figure that by now stands for one."""
    while figure in standing:
        figure = standing[figure]
    return figure


def _take_in(kept: Figure, gone: Figure) -> None:
    """Let a figure have what is known of another one that is the same."""
    if kept.type not in UNDERTAKINGS and not kept.aliases:
        kept.type = gone.type
    kept.called.update(gone.called | ({gone.noun} if gone.noun else set()))
    for name in names_of(gone):
        kept.call(name)
    kept.noun = kept.noun or gone.noun
    kept.opening, kept.titled = kept.opening or gone.opening, kept.titled or gone.titled
    kept.within.extend(f for f in gone.within if f not in kept.within and f is not kept)


def _replace(cast: Cast, scenes: Sequence[Scene], standing: Mapping[Figure, Figure]) -> None:
    """Put what stands for others in their places."""
    cast.drop(standing)
    for figure in cast.figures:
        figure.within = [_stands_for(whole, standing) for whole in figure.within]
    for scene in scenes:
        scene.figures = [f and _stands_for(f, standing) for f in scene.figures]
        scene.bodies = [f and _stands_for(f, standing) for f in scene.bodies]


def _rank(figure: Figure) -> tuple[bool, bool, bool, bool, bool, int]:
    """What stands for both comes first: by name, as an undertaking, with year, by the body's words.

    What a title describes it words loosely, though not as loosely as "the event".
    """
    other, loose = figure.type not in UNDERTAKINGS, figure.titled and not figure.named
    vague, undated = fold(figure.name) in ANY, not series_of(figure.name)
    return not figure.named, other, undated, vague, loose, figure.number


def _by_name(cast: Cast, scenes: Sequence[Scene]) -> Iterator[tuple[Figure, Figure]]:
    """Yield events that are counted alike, forces by their initials, editions of a series."""
    found = [f for f in cast.figures if f.type in UNDERTAKINGS][-_MOST:]
    for place, figure in enumerate(found):
        others = [f for f in found if f is not figure and f.type == figure.type]
        same = [f for f in others if _is_sitting(figure, f)]
        if len(same) == 1 or not is_bare(figure.name):
            yield from ((other, figure) for other in same if other in found[:place])
        if figure.type == EntityType.OPERATION:
            yield from ((f, figure) for f in found[:place] if _is_force(f, figure))
    yield from _editions(cast, found)


def _editions(cast: Cast, found: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield a name without year and the only one that has one ("Eager Lion 2022")."""
    series: dict[str, list[Figure]] = {}
    for figure in found:
        if figure.named and (name := series_of(figure.name)):
            series.setdefault(name, []).append(figure)
    for figure in cast.figures:
        editions = series.get(fold(figure.name), ()) if figure.named else ()
        unlisted = figure.type == EntityType.ORGANISATION and is_unlisted(figure, cast)
        if len(editions) == 1 and (unlisted or figure.type == editions[0].type):
            yield editions[0], figure


def _is_sitting(figure: Figure, other: Figure) -> bool:
    """Whether two events are counted alike and one's words are all in the other's names."""
    short, long = sorted((figure, other), key=lambda f: len(f.name))
    return is_same_sitting(short.name, long.name, sorted(long.aliases))


def _is_force(figure: Figure, other: Figure) -> bool:
    """Whether a name of one is the initials and number of one of the other."""
    pairs = product(names_of(figure), names_of(other))
    return any(is_same_force(one, another) for one, another in pairs)
