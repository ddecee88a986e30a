"""The word lists that identity rests on: closed classes, kept as files."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from rigour.names import tokenize_name
from rigour.text import ascii_text

from communique.gazetteer.titles import Titles, read_titles


@dataclass(frozen=True, slots=True)
class Words:
    """Closed classes of folded words.

    Attributes:
        titles: Words of offices, ranks and forms of address ("secretary", "general").
        honorifics: Those that may stand before a name.
        suffixes: Words after a personal name that releases leave out at will ("Jr").
        particles: Words inside a personal name that releases leave out at will ("al", "van").
        patronymics: Those of them that a father's name follows ("bin").
        names_too: Honorifics that are names as well ("Don").
        openings: Words by which an office is held no more, not yet or for a time ("former").
        grades: Words that make another office of an office ("deputy", "prime").
    """

    suffixes: frozenset[str]
    titles: frozenset[str]
    honorifics: frozenset[str]
    particles: frozenset[str]
    patronymics: frozenset[str]
    names_too: frozenset[str]
    openings: frozenset[str]
    grades: frozenset[str]

    @classmethod
    def of(cls, titles: Titles, content: Mapping[str, Any]) -> "Words":
        """Join the gazetteer's titles with the lists of ``words.json``."""
        honorifics = _folded(titles.honorifics | titles.ranks)
        openings = frozenset(content["openings"])
        offices = _folded(titles.role_heads | titles.role_modifiers | titles.portfolio)
        return cls(
            suffixes=frozenset(content["suffixes"]),
            titles=honorifics | offices,
            honorifics=honorifics,
            particles=_folded(titles.particles),
            patronymics=_folded(titles.patronymics) | frozenset(content["patronymics"]),
            names_too=_folded(titles.names_too),
            openings=openings,
            grades=(_folded(titles.grades) | frozenset(content["grades"])) - openings,
        )


def read_words() -> Words:
    """The lists beside this module and the titles of the gazetteer."""
    source = files("communique.identity").joinpath("words.json")
    return Words.of(read_titles(), json.loads(source.read_text(encoding="utf-8")))


def _tokens(form: str) -> tuple[str, ...]:
    return tuple(tokenize_name(ascii_text(form).casefold()))


def _folded(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(token for form in forms for token in _tokens(form))
