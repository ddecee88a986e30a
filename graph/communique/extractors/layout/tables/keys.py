"""What the lines of a fact sheet name, by their labels."""

import json
import re
from enum import StrEnum
from functools import cache
from importlib.resources import files

MARKS = " \t-–—•*"
"""What may stand before a label."""


class Key(StrEnum):
    """What a line of a fact sheet names."""

    WHOLE = "whole"
    VISITOR = "visitor"
    HOST = "host"
    COMPANY = "company"
    DESTINATION = "destination"
    CALLER = "caller"
    OTHER = "other"
    SIDES = "sides"


@cache
def read_keys() -> dict[Key, re.Pattern[str]]:
    """The labels of the lines of fact sheets; each pattern matches a whole label."""
    source = files("communique.extractors.layout.tables").joinpath("keys.jsonl")
    entries = map(json.loads, filter(None, source.read_text(encoding="utf-8").splitlines()))
    return {Key(e["key"]): re.compile(e["pattern"], re.IGNORECASE) for e in entries}


def key_of(label: str) -> Key | None:
    """What a line with a label names; None if no label of fact sheets is like it."""
    words = label.strip(MARKS)
    return next((key for key, pattern in read_keys().items() if pattern.fullmatch(words)), None)
