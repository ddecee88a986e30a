"""A word that stands for a figure, and whether it does so by itself."""

import re
from dataclasses import dataclass

from communique.extractors.cast.figure import Figure
from communique.extractors.triggers import read_triggers


@dataclass(frozen=True, slots=True)
class Word:
    """What stands for a figure: half-open span in the block, article included.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        figure: Whom or what it means.
    """

    start: int
    end: int
    figure: Figure


def is_alone(text: str, end: int) -> bool:
    """Whether what ends at an offset is no adjective: a verb, preposition or mark follows."""
    return _follows().match(text, end) is not None


def _follows() -> re.Pattern[str]:
    return read_triggers("communique.extractors.cast.recalled")["alone"]
