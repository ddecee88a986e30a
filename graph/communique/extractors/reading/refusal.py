"""Frames that a sentence triggers and that state nothing there."""

from dataclasses import dataclass

from communique.extractors.cast import Figure
from communique.extractors.reading.clause import Clause

ALONE = "the other end is missing"
"""The words name one of the two."""
QUOTED = "quoted"
"""The trigger stands in the words of somebody whom the release does not know."""
WRONG_TYPES = "wrong types"
"""Whom the words mean is nothing that the relation holds of."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A frame that was refused.

    Attributes:
        clause: The frame and its trigger.
        reason: Why: one of ``Unstated``, ``ALONE``, ``QUOTED`` or ``WRONG_TYPES``.
        figures: For wrong types those that do not fit, for a missing end the other one.
    """

    clause: Clause
    reason: str
    figures: tuple[Figure, ...] = ()
