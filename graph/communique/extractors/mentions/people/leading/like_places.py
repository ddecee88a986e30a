"""States and capitals that are names of people: "Chad Berg", "Sofia Lind", "Jack London"."""

import re
from collections.abc import Sequence

from communique.extractors.mentions.spans import Span
from communique.gazetteer.closed_classes import given_names
from communique.gazetteer.nouns import read_nouns
from communique.gazetteer.territories import NameKind, fold

_WORD = re.compile(r"(?:[A-Z]\.|[A-Z][^\W\d_]*[a-zà-ÿ][^\W\d_]*(?:[-'’][^\W\d_]+)*)")
_LENGTHS = range(2, 4)
"""Words of a name of which one is a state or town too."""
_LED = re.compile(r"(?i)\b(?:of|in|from|to|for|the|at|near|between|via|through|across|over|on) $")
"""What leads to a place rather than to somebody."""
_GOES_ON = re.compile(r"-| (?:[A-Z]|of |for )")


def without_namesakes(text: str, start: int, end: int, spans: Sequence[Span]) -> Sequence[Span]:
    """What a block names, but for a state or capital that is a part of the name of a person.

    Args:
        text: The block.
        start: Where begins what the model takes for somebody.
        end: Where it ends.
        spans: What the block names.
    """
    inside = [span for span in spans if start <= span.start and span.end <= end]
    if len(inside) != 1 or inside[0].kind not in {NameKind.NAME, NameKind.CAPITAL}:
        return spans
    words = text[start:end].split(" ")
    if len(words) not in _LENGTHS or not all(map(_WORD.fullmatch, words)):
        return spans
    if not read_nouns().organisation_heads.isdisjoint(words):
        return spans
    given = words[0] == text[inside[0].start : inside[0].end]
    surname = words[-1] == text[inside[0].start : inside[0].end]
    somebody = (given and _is_given(text, start, end)) or (
        surname and fold(words[0]) in given_names()
    )
    return [span for span in spans if span is not inside[0]] if somebody else spans


def _is_given(text: str, start: int, end: int) -> bool:
    """Whether a name begins with a state or town, as nothing else tells than where it stands."""
    first, *rest = text[start:end].split(" ")
    if _LED.search(text, max(0, start - len("through ")), start):
        return False
    if fold(first) in given_names():
        return True
    cut = fold(rest[0]) in given_names() or _GOES_ON.match(text, end) is not None
    return not cut and (len(rest) == 1 or rest[0].endswith("."))
