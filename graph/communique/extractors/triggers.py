"""Patterns of words that tell something, read from a package's ``triggers.jsonl``."""

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def read_triggers(package: str) -> Mapping[str, re.Pattern[str]]:
    """The patterns of a package by name; several entries of one name are alternatives.

    Args:
        package: Import name of the package that holds the file.
    """
    source = files(package).joinpath("triggers.jsonl")
    patterns: dict[str, list[str]] = {}
    for line in source.read_text(encoding="utf-8").splitlines():
        if line.strip():
            entry = json.loads(line)
            patterns.setdefault(entry["name"], []).append(entry["pattern"])
    return {name: re.compile("|".join(p), re.IGNORECASE) for name, p in patterns.items()}
