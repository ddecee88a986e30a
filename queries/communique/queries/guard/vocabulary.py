"""The words that a query of one's own may use, from ``words.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rapidfuzz import fuzz, process

_ALIKE = 80


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The part of Cypher that only reads.

    Attributes:
        after: What is expected after a keyword: value, clause, keyword or name.
        clause: What may begin a clause.
        prefixes: What may go before a value.
        selectors: What may go before the pattern of a path.
        subquery: After which words braces hold a query.
        writes: Why a word that writes is refused.
        others: What to say of other words that begin a clause.
        procedures: Their names, folded.
        functions: Their names as written in Neo4j's manual, by folded name.
    """

    after: Mapping[str, str]
    clause: frozenset[str]
    prefixes: frozenset[str]
    selectors: frozenset[str]
    subquery: frozenset[str]
    writes: Mapping[str, str]
    others: Mapping[str, str]
    procedures: Mapping[str, str]
    functions: Mapping[str, str]

    def like(self, word: str, known: Mapping[str, str]) -> str:
        """A question whether a similar word is meant; empty if there is none."""
        found = process.extractOne(word.casefold(), list(known), scorer=fuzz.ratio)
        return f"; did you mean {known[found[0]]}?" if found and found[1] >= _ALIKE else ""


@cache
def vocabulary() -> Vocabulary:
    """The words, read once."""
    text = (files("communique.queries.guard") / "words.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    positions = table["positions"]
    return Vocabulary(
        {word: expected for expected, words in table["keywords"].items() for word in words},
        frozenset(positions["clause"]),
        frozenset(positions["value"]),
        frozenset(positions["selector"]),
        frozenset(positions["subquery"]),
        table["writes"],
        table["others"],
        {name.casefold(): name for name in table["procedures"]["names"]},
        {name.casefold(): name for name in table["functions"]["names"]},
    )
