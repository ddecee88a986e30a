"""Patterns of words that tell something, read from a package's ``triggers.jsonl``."""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from communique.extractors.sieve import Sieve


class Triggers:
    """Patterns by name, of which few are looked for in a text that matches none."""

    def __init__(self, package: str) -> None:
        """Read the patterns of a package."""
        self._whole = read_triggers(package)
        self._parts = {
            (name, number): re.compile(pattern, re.IGNORECASE)
            for name, patterns in _read_entries(package).items()
            for number, pattern in enumerate(patterns)
        }
        self._sieve = Sieve(self._parts)

    def heard(self, text: str) -> "Heard":
        """What finds the patterns in a text."""
        parts: dict[str, list[re.Pattern[str]]] = {}
        for key in self._sieve.passed(text):
            parts.setdefault(key[0], []).append(self._parts[key])
        return Heard(text, parts)

    def search(self, name: str, text: str) -> re.Match[str] | None:
        """Where a pattern first matches in another text."""
        return self._whole[name].search(text)


class Heard:
    """A text in which patterns are looked for."""

    def __init__(self, text: str, parts: Mapping[str, Sequence[re.Pattern[str]]]) -> None:
        """Take the text and the alternatives, by name, that it may match."""
        self._text = text
        self._parts = parts

    def search(self, name: str) -> re.Match[str] | None:
        """Where a pattern first matches, and there by its first alternative."""
        found = (part.search(self._text) for part in self._parts.get(name, ()))
        return min(filter(None, found), key=lambda match: match.start(), default=None)


@cache
def read_triggers(package: str) -> Mapping[str, re.Pattern[str]]:
    """The patterns of a package by name; several entries of one name are alternatives.

    Args:
        package: Import name of the package that holds the file.
    """
    entries = _read_entries(package)
    return {name: re.compile("|".join(p), re.IGNORECASE) for name, p in entries.items()}


def _read_entries(package: str) -> Mapping[str, Sequence[str]]:
    """The alternatives of each pattern, by name."""
    source = files(package).joinpath("triggers.jsonl")
    patterns: dict[str, list[str]] = {}
    for line in source.read_text(encoding="utf-8").splitlines():
        if line.strip():
            entry = json.loads(line)
            patterns.setdefault(entry["name"], []).append(entry["pattern"])
    return patterns
