"""The states of those who were named together: "both countries" after two ministers met."""

from collections.abc import Iterable, Sequence

from communique.extractors.cast import Cast, Figure


def states_of(cast: Cast, groups: Iterable[Sequence[Figure]], size: int) -> Sequence[Figure]:
    """The states of the first group that stands for so many; none if there is no such group.

    Args:
        cast: The figures of the release.
        groups: Those who were named together, the last first.
        size: How many states are meant.
    """
    for group in groups:
        states = [_state(cast, figure) for figure in group] if len(group) == size else []
        found = dict.fromkeys(state for state in states if state is not None)
        if len(found) == size:
            return list(found)
    return ()


def _state(cast: Cast, figure: Figure) -> Figure | None:
    """The state that somebody is, belongs to, or holds an office of."""
    bodies = (office.body for office in figure.offices)
    sides = (figure, *(body for body in bodies if body is not None))
    return next((s for side in sides if (s := cast.state_of(side) or cast.home_of(side))), None)
