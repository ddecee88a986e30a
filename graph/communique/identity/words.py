"""The word lists that identity rests on: closed classes, kept as files."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from rigour.names import tokenize_name
from rigour.text import ascii_text

from communique.gazetteer.organisations import Organisation, read_organisations
from communique.gazetteer.titles import Titles, read_titles


@dataclass(frozen=True, slots=True)
class Words:
    """Closed classes of folded words.

    Attributes:
        institutions: Words that many states' institutions share ("ministry", "defence").
        linking: Words without weight in the name of a body ("of", "the").
        spellings: American spelling to British.
        titles: Words of offices, ranks and forms of address ("secretary", "general").
        honorifics: Those that may stand before a name.
        suffixes: Words after a personal name that releases leave out at will ("Jr").
        known: Names of the gazetteer's organisations, which are one body whatever their words.
        particles: Words inside a personal name that releases leave out at will ("al", "van").
    """

    institutions: frozenset[str]
    linking: frozenset[str]
    spellings: Mapping[str, str]
    suffixes: frozenset[str]
    known: frozenset[tuple[str, ...]]
    titles: frozenset[str]
    honorifics: frozenset[str]
    particles: frozenset[str]

    @classmethod
    def of(
        cls, titles: Titles, organisations: Iterable[Organisation], content: Mapping[str, Any]
    ) -> "Words":
        """Join the gazetteer's titles and organisations with the lists of ``words.json``."""
        honorifics = _folded(titles.honorifics | titles.ranks)
        offices = _folded(titles.role_heads | titles.role_modifiers | titles.portfolio)
        return cls(
            institutions=frozenset(content["institutions"]),
            linking=frozenset(content["linking"]),
            spellings=dict(content["spellings"]),
            suffixes=frozenset(content["suffixes"]),
            known=frozenset(_tokens(item.name) for item in organisations),
            titles=honorifics | offices,
            honorifics=honorifics,
            particles=_folded(titles.particles),
        )


def read_words() -> Words:
    """The lists beside this module and the titles of the gazetteer."""
    source = files("communique.identity").joinpath("words.json")
    return Words.of(
        read_titles(), read_organisations(), json.loads(source.read_text(encoding="utf-8"))
    )


def _tokens(form: str) -> tuple[str, ...]:
    return tuple(tokenize_name(ascii_text(form).casefold()))


def _folded(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(token for form in forms for token in _tokens(form))
