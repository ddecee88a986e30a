"""The closed classes of words by which names of bodies are read: data, in ``classes.json``."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from communique.identity.names import fold

_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b|(?<=s)['’](?=\s|$)")
_AND = re.compile(r",|&|;|\band\b")

Tokens = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spelling:
    """How names are brought to one spelling.

    Attributes:
        linking: Words without weight in the name of a body ("of", "the").
        spellings: American and worn spellings to the British one, which may be two words, and
            ordinal numbers in words to figures.
        legal_forms: What ends the name of a company and is left out at will ("Ltd").
    """

    linking: frozenset[str]
    spellings: Mapping[str, str]
    legal_forms: frozenset[str]

    def words(self, name: str) -> Tokens:
        """The folded words of a name in British spelling, without possessive and legal endings."""
        folded = fold(_POSSESSIVE.sub("", name))
        while len(folded) > 1 and folded[-1] in self.legal_forms:
            folded = folded[:-1]
        return tuple(word for form in folded for word in self.spellings.get(form, form).split())

    def content(self, name: str) -> Tokens:
        """The words that say which body it is, without the linking ones."""
        return tuple(word for word in self.words(name) if word not in self.linking)

    def topics(self, name: str) -> list[Tokens]:
        """The parts of a name that "and" joins, in order."""
        return [topic for part in _AND.split(name) if (topic := self.content(part))]

    def bag(self, name: str) -> Tokens:
        """The content in alphabetical order, for names whose words change places."""
        return tuple(sorted(self.content(name)))


@dataclass(frozen=True, slots=True)
class BodyClasses:
    """Closed classes of words, all in the spelling of ``spelling``.

    Attributes:
        spelling: How names are brought to it.
        institutions: Words that many states' institutions share ("ministry", "defence").
        services: By the bag of a form, the service it names; a state has one of each.
        portfolios: By the content of a portfolio as written, its name ("foreign").
        anywhere: Portfolios that tell a ministry wherever in its name they stand.
        first: Portfolios that tell a ministry when they are the first of several.
        heads: By head ("department"), the portfolios with which it is a ministry; none: all.
        before_head: Words before a head that tell nothing ("Federal Ministry").
        many: Bags of bodies of which a state has many ("field office").
        missions: What states keep with each other, with the name of the kind.
        unions: By name or acronym in lower case, the code of what sends or hosts missions and is
            no state.
    """

    spelling: Spelling
    institutions: frozenset[str]
    services: Mapping[Tokens, Tokens]
    portfolios: Mapping[Tokens, str]
    anywhere: frozenset[str]
    first: frozenset[str]
    heads: Mapping[str, frozenset[str]]
    before_head: frozenset[str]
    many: frozenset[Tokens]
    missions: Mapping[str, str]
    unions: Mapping[str, str]

    @property
    def bare_services(self) -> frozenset[Tokens]:
        """The services that are no ministries and have one name in all states ("police")."""
        return frozenset(words for words in self.services.values() if words[0] not in self.heads)


def read_body_classes() -> BodyClasses:
    """The classes of ``classes.json`` beside this module."""
    source = files("communique.identity.bodies").joinpath("classes.json")
    content: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    spelling = Spelling(
        frozenset(content["linking"]), content["spellings"], frozenset(content["legal_forms"])
    )
    return BodyClasses(
        spelling=spelling,
        institutions=frozenset(content["institutions"]),
        services={
            bag: spelling.content(service)
            for service, forms in content["services"].items()
            for bag in _bags(spelling, [*forms, service])
        },
        portfolios={
            spelling.content(form): portfolio
            for portfolio, forms in content["portfolios"].items()
            for form in forms
        },
        anywhere=frozenset(content["anywhere"]),
        first=frozenset(content["first"]),
        heads={head: frozenset(of) for head, of in content["heads"].items()},
        before_head=frozenset(content["before_head"]),
        many=frozenset(_bags(spelling, content["many"])),
        missions=content["missions"],
        unions=content["unions"],
    )


def _bags(spelling: Spelling, forms: Iterable[str]) -> list[Tokens]:
    return [spelling.bag(form) for form in forms]
