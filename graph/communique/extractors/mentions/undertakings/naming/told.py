"""Operations by what the text tells of a name: the scheme X, the second phase of X."""

import re
from collections.abc import Iterator
from dataclasses import replace

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.undertakings.shapes import DOES
from communique.extractors.sieve import holds
from communique.gazetteer.closed_classes import given_names
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.territories import find_territory, fold
from communique.gazetteer.titles import read_titles
from communique.ontology import EntityType

_CAPITAL = r"[A-Z][\w-]*(?:[’'](?!s\b)\w+)?"
_PARTICLE = r"(?:and|de|del|della|di|da|do|dos|das|du|des|el|en|la|las|los|van|der|für|et|e|y)"
_NAME = rf"{_CAPITAL}(?: (?:{_PARTICLE} ){{0,2}}{_CAPITAL}){{1,4}}"
_CODE = r"[A-Z]{4,}(?: (?:[A-Z][\w-]*|\d{2,4}(?:-\d{2,4})?)){0,4}"
_PARTS = (
    "phase", "phases", "stage", "stages", "leg", "iteration", "course", "courses", "rotation",
    "tranche",
)  # fmt: skip
_PART_OF = re.compile(
    rf"\b(?:{'|'.join(_PARTS)}) of (?:the )?[“\"]?(?P<name>{_NAME}|{_CODE})(?![\w’'-])"
)
KINDS = (
    "scheme", "programme", "program", "project", "initiative", "campaign", "exercise", "drill",
    "task group", "task force", "mission", "pilot",
)  # fmt: skip
"""Nouns for what has a name of its own, whatever is done in it."""
_KIND_AHEAD = re.compile(
    r"(?<!of )\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ur|[Tt]his)(?: [\w-]+){0,4}? "
    rf"(?:{'|'.join(KINDS)})"
    r"(?: (?:on|of|for|in|against)(?: [a-z][a-z-]+){1,6})?"
    r"(?<! at)(?<! in)(?<! near)(?<! from)(?<! to)(?<! with)(?<! by)(?<! on)(?<! of)(?<! the)"
    r"(?P<comma>,)?"
    rf" [“\"]?(?P<name>{_NAME}|{_CODE})(?![\w’'-])"
)
"""A kind with its modifiers and aim, and the name right behind it or behind a comma."""
_BRACKETED = re.compile(
    r"\b(?:mission|operation|exercise|programme|program) (?:in|to|for) (?:the )?"
    rf"(?P<state>{_CAPITAL}(?: {_CAPITAL}){{0,3}}) \((?P<name>[A-Z]{{4,}}(?: [A-Z]{{2,}}){{0,2}})\)"
)
_LISTED = re.compile(
    r"\b(?:programmes|programs|projects|initiatives|exercises|schemes)(?: [\w’'-]+){0,4}:"
    r"(?P<items>[^.:\n]{5,900})"
)
_ITEM = re.compile(
    r"(?:^|[;,]) (?:and )?(?:the |an? )?[“\"]?"
    rf"(?P<name>{_CAPITAL}(?: (?:(?:{_PARTICLE}|to|for|of) ){{0,2}}{_CAPITAL}){{1,6}})"
    r"(?=[”\"]?(?:[,;]|$| \(| which| and ))"
)
"""What a list of projects names, each behind a semicolon, or a comma if it has none."""
_PLURALS = ("perations ", "xercises ", "issions ", "ampaigns ", "rills ", "rojects ", "anoeuvres ")
_WORD = rf"{_CAPITAL}(?: (?:{_CAPITAL}|\d{{2,4}})){{0,2}}"
_OTHER = rf"[“\"‘]?{_WORD}[”\"’]?"
_JOINED = re.compile(
    r"(?<!for )\b(?:[Oo]perations|[Ee]xercises|[Mm]issions|[Cc]ampaigns|[Dd]rills|[Pp]rojects|"
    rf"[Mm]anoeuvres) (?P<items>{_OTHER}(?:, {_OTHER}){{0,6}},? and [“\"‘]?{_WORD})\b"
)
"""Several names behind the plural of their kind: "exercises Amber Fox and Long Bridge"."""
_SIDES = frozenset({"East", "West", "North", "South"})
_JOINED_ITEM = re.compile(rf"(?P<name>{_WORD})(?!\w)")
_LABELS = ("Project", "Programme", "Program", "Operation", "Exercise", "Mission", "Campaign")
_LABELLED = re.compile(
    rf"(?:^|\n)\W{{0,4}}(?P<kind>{'|'.join(_LABELS)})(?: (?:title|name))?: [“\"]?"
    rf"(?P<name>{_CAPITAL}(?: (?:(?:{_PARTICLE}|the|to|for|of|on|in) ){{0,2}}"
    rf"(?:{_CAPITAL}|\d{{1,4}})){{0,8}})(?=[”\"]?(?:\n|$| [–—-] | \())"
)
"""A line that labels a name with its kind: "Project: Clear Quay", maybe with what it is about."""
_FORMS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (_PART_OF, _PARTS), (_BRACKETED, ("(",)), (_KIND_AHEAD, KINDS),
)  # fmt: skip
"""What tells that a name is one of an operation, with the words that such a text has."""
_CLOSES = re.compile(r"[”\"]?(?: \([^()]{2,60}\))?[,.;:]|$")
_SHORTEST_CODE = 4
_HAPPENS = frozenset(
    "War Change Warming Works Crisis Development Reform Transition Law Studies Management "
    "Construction Recovery".split()
)
"""Words of what has phases and courses, and is no undertaking."""


class ToldOperations:
    """Finds names of operations by what the text says that they are or have."""

    def __init__(self, nouns: Nouns) -> None:
        """Take the noun classes."""
        titles = read_titles()
        self._people = titles.role_heads | titles.honorifics | titles.ranks
        self._bodies = nouns.organisation_heads - nouns.operation_heads
        self._ends = nouns.undertaking_ends | nouns.never_numbered | nouns.regions
        self._heads = nouns.event_heads

    def find(self, text: str) -> Iterator[Span]:
        """Yield candidates, overlapping ones included."""
        for pattern, clues in _FORMS:
            for match in pattern.finditer(text) if holds(text, clues) else ():
                if self._fits(text, match):
                    yield from self._named(match)
        for match in _LISTED.finditer(text) if holds(text, ("s: ", "ing: ", "ed: ")) else ():
            yield from self._listed(match)
        for match in _JOINED.finditer(text) if holds(text, _PLURALS) else ():
            yield from self._joined(match)
        for match in _LABELLED.finditer(text) if holds(text, _LABELS) else ():
            kind, name = match["kind"], match["name"]
            yield Span(
                *match.span("name"), EntityType.OPERATION, name, strength=5,
                aliases=(f"{kind} {name}", f"{name} {kind}"),
            )  # fmt: skip

    def _listed(self, match: re.Match[str]) -> Iterator[Span]:
        """The names of a list of projects, by what parts its items."""
        items, start = match["items"], match.start("items")
        apart = ";" in items
        for item in _ITEM.finditer(items):
            if apart and item.start() and items[item.start()] != ";":
                continue
            first, last = item.span("name")
            for named in self._named(item):
                yield replace(named, start=start + first, end=start + last, strength=4)

    def _joined(self, match: re.Match[str]) -> Iterator[Span]:
        """The names of a list behind the plural of their kind, if none is of another thing."""
        items = list(_JOINED_ITEM.finditer(match["items"]))
        other = self._people | self._ends | self._bodies | self._heads | _HAPPENS | _SIDES
        words = {word for item in items for word in item["name"].split()}
        if not other.isdisjoint(words) or any(find_territory(item["name"]) for item in items):
            return
        for item in items:
            first, last = (match.start("items") + at for at in item.span("name"))
            yield Span(first, last, EntityType.OPERATION, item["name"], strength=5)

    def _fits(self, text: str, match: re.Match[str]) -> bool:
        """Whether what stands beside a name leaves it that of an operation.

        Between commas it is so in capitals only, else it may be who leads or speaks; a mission
        is in a state.
        """
        told = match.groupdict()
        if told.get("state"):
            return find_territory(told["state"]) is not None
        if not told.get("comma"):
            return True
        coded = match["name"].split()[0].isupper() and len(match["name"]) >= _SHORTEST_CODE
        return coded and _CLOSES.match(text, match.end()) is not None

    def _named(self, match: re.Match[str]) -> Iterator[Span]:
        name = match["name"]
        words = name.split()
        other = self._people | self._ends
        if fold(words[0]) in given_names() or not _HAPPENS.isdisjoint(words):
            return
        if DOES.match(match.string, match.end("name")):
            return
        thing = words[-1] in self._bodies | self._heads or words[0] in other
        if not thing and not any(map(find_territory, {name, words[0]})):
            yield Span(*match.span("name"), EntityType.OPERATION, name, strength=3)
