"""The words around a name that tell an official: honorifics, ranks, role heads, portfolios."""

import json
from dataclasses import dataclass
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Titles:
    """Closed classes of title words, each form as press releases write it.

    Attributes:
        honorifics: Forms of address without office ("Mr", "His Excellency", "Sheikh").
        ranks: Military, police and judicial ranks.
        role_heads: Nouns that name an office ("Minister", "Secretary General").
        role_modifiers: Words before a role head that belong to the office ("Deputy").
        portfolio: Words that name what an office is for ("Defence", "Affairs").
        particles: Words inside personal names that need no capital ("bin", "van").
    """

    honorifics: frozenset[str]
    ranks: frozenset[str]
    role_heads: frozenset[str]
    role_modifiers: frozenset[str]
    portfolio: frozenset[str]
    particles: frozenset[str]


def read_titles() -> Titles:
    """The classes of ``titles.json`` beside this module."""
    source = files("communique.gazetteer").joinpath("titles.json")
    content: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    return Titles(**{name: frozenset(forms) for name, forms in content.items()})
