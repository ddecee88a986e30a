"""What the columns of a table hold, by the words above them or by what stands in them."""

import json
import re
from enum import StrEnum
from functools import cache
from importlib.resources import files

from communique.extractors.reading.money import sums
from communique.extractors.reading.script import Scene
from communique.ontology import EntityType

_LONGEST = 45
"""Longest header of a column, in code points."""
_MARKS = " \t*_#:.·•-–—="
_BRACKETS = re.compile(r"\s*\([^()]{0,30}\)")
_OR = re.compile(r"(?i) ?(?:[/&,]|\bor\b|\band\b) ?")


class Column(StrEnum):
    """What a column of a table, or a line of a fact sheet, holds."""

    PARTY = "party"
    DELEGATE = "delegate"
    NAME = "name"
    OFFICE = "office"
    CHAIR = "chair"
    EVENT = "event"
    OPERATION = "operation"
    SITE = "site"
    HOST = "host"
    ORGANISER = "organiser"
    DONOR = "donor"
    TAKER = "taker"
    AMOUNT = "amount"
    OTHER = "other"


PEOPLE = (Column.DELEGATE, Column.NAME, Column.CHAIR)
"""Columns that hold people."""
_BY_TYPE = {
    EntityType.COUNTRY: Column.PARTY,
    EntityType.ORGANISATION: Column.PARTY,
    EntityType.EVENT: Column.EVENT,
    EntityType.OPERATION: Column.OPERATION,
    EntityType.PLACE: Column.SITE,
}


@cache
def read_columns() -> dict[Column, re.Pattern[str]]:
    """The words that stand above columns; each pattern matches a whole header."""
    source = files("communique.extractors.layout.tables").joinpath("columns.jsonl")
    entries = map(json.loads, filter(None, source.read_text(encoding="utf-8").splitlines()))
    return {Column(e["column"]): re.compile(e["pattern"], re.IGNORECASE) for e in entries}


def headed(text: str) -> Column | None:
    """What stands under a header; None if it is no header of a column.

    Of a header of several words ("COUNTRY OR BODY", "NAME AND TITLE") the first one counts.
    """
    words = _BRACKETS.sub("", text[: _LONGEST + 1]).strip(_MARKS)
    if not words or len(text) > _LONGEST:
        return None
    found = [_column(part.strip(_MARKS)) for part in (words, *_OR.split(words))]
    whole, first, *others = found
    return whole or (first if first and all(others) else None)


def _column(words: str) -> Column | None:
    return next((c for c, pattern in read_columns().items() if pattern.fullmatch(words)), None)


def held(scene: Scene, start: int, end: int) -> Column:
    """What a cell holds by what it names first.

    Args:
        scene: Its block.
        start: Where it begins in the block, in code points.
        end: Where it ends.
    """
    inside = [scene.mentions[number] for number in scene.numbers(start, end)]
    first = inside[0] if inside else None
    if first is None or first.start > start + len("the "):
        return Column.AMOUNT if sums(scene.block.text[start:end]) else Column.OTHER
    if first.type == EntityType.PERSON:
        return Column.NAME if first.span is not None else Column.OFFICE
    return _BY_TYPE[first.type]
