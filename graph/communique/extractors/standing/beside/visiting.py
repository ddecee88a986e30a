"""Who visits the issuer's state because a release calls somebody "the visiting minister"."""

import re
from collections.abc import Iterable, Iterator

from communique.extractors.cast import Cast, Figure
from communique.extractors.reading.script import Finding, Scene
from communique.ontology import EntityType, Relation, Status

_VISITING = re.compile(r"\b(?:the|a|our|his|her) (?:newly[ -]\w+ )?visiting $", re.IGNORECASE)
"""What stands before the office of somebody who is the issuer's guest."""
_FURTHEST = 40
"""Characters of that."""


def visiting(cast: Cast, scenes: Iterable[Scene]) -> Iterator[Finding]:
    """Yield that guests who are called visiting officials visit the state of the issuer.

    Args:
        cast: The figures; a body of several states has no state to visit.
        scenes: The scenes, in order.
    """
    state = cast.state
    if state is None:
        return
    for scene in scenes:
        for sentence in scene.sentences():
            start, end = scene.span(sentence)
            for number in scene.numbers(start - scene.block.start, end - scene.block.start):
                guest, at = scene.figures[number], scene.mentions[number].start
                before = scene.block.text[max(0, at - _FURTHEST) : at]
                if guest and _VISITING.search(before) and _is_foreign(guest, state):
                    yield Finding(
                        guest, Relation.VISITS, state, start, end, "visits/visiting-official", 0.8,
                        status=Status.HELD,
                    )  # fmt: skip


def _is_foreign(figure: Figure, state: Figure) -> bool:
    """Whether somebody is a person who is known to serve another state."""
    person = figure.type == EntityType.PERSON and figure.sure_home is not None
    return person and figure.sure_home != state.territory
