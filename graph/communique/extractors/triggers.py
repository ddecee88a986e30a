"""Patterns of words that tell something, read from a package's ``triggers.jsonl``."""

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from communique.extractors.sieve import Sieve


class Triggers:
    """Patterns by name, of which few are looked for in a text that matches none."""

    def __init__(self, patterns: Mapping[str, re.Pattern[str]]) -> None:
        """Take the patterns."""
        self._patterns = patterns
        self._sieve = Sieve(patterns)

    def heard(self, text: str) -> "Heard":
        """What finds the patterns in a text."""
        return Heard(self._patterns, text, frozenset(self._sieve.passed(text)))

    def search(self, name: str, text: str) -> re.Match[str] | None:
        """Where a pattern first matches in another text."""
        return self._patterns[name].search(text)


class Heard:
    """A text in which patterns are looked for."""

    def __init__(
        self, patterns: Mapping[str, re.Pattern[str]], text: str, passed: frozenset[str]
    ) -> None:
        """Take the patterns, the text, and the names of those that it may match."""
        self._patterns = patterns
        self._text = text
        self._passed = passed

    def search(self, name: str) -> re.Match[str] | None:
        """Where a pattern first matches."""
        return self._patterns[name].search(self._text) if name in self._passed else None


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
