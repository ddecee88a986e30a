"""Operations by names of plans, instruments, policies, clusters and schemes, none by its noun."""

import re
from collections.abc import Iterator
from dataclasses import replace

from communique.extractors.mentions.spans import Span
from communique.extractors.sieve import holds
from communique.gazetteer.closed_classes import given_names
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.sites import site_words
from communique.gazetteer.territories import find_territory, fold
from communique.gazetteer.titles import read_titles
from communique.ontology import EntityType

_CAPITAL = r"[A-Z][\w’-]*"
_RUN = rf"{_CAPITAL}(?:[ –—](?:(?:and|of|for|to|the) ){{0,2}}{_CAPITAL}){{1,6}}"
_INSTRUMENT = re.compile(
    rf"\b[Tt]he (?P<name>Instrument (?:for|contributing to) (?:the )?{_CAPITAL}"
    rf"(?: (?:(?:and|of|for|to|the) ){{0,2}}{_CAPITAL}){{0,6}})"
)
_POLICY = re.compile(
    r"\b(?:under|within|(?:part|framework|context|aegis) of) (?:the |its )?(?:EU|European Union)?"
    r"(?:[’']s )?(?P<name>Common (?:[A-Z][a-z]+ and )?[A-Z][a-z]+ Policy)\b"
)
"""A policy that missions are part of; ministers are in charge of policies, too."""
_FIELDS = (
    "Camp Coordination|Camp Management|Early Recovery|Education|Emergency Telecommunications|"
    "Food Security|Health|Logistics|Nutrition|Protection|Child Protection|Shelter|WASH|Water|"
    "Sanitation|Hygiene|Livelihoods|Agriculture|Housing|Mine Action|Non-Food Items|NFI|CCCM"
)
_CLUSTER = re.compile(
    rf"\b(?P<name>(?:(?:{_FIELDS})(?:,? and |, |/| )){{1,4}}[Ss]ub-?[Cc]luster"
    rf"|(?:(?:{_FIELDS})(?:,? and |, |/| )){{1,4}}[Cc]luster)\b(?! (?:bomb|munition))"
)
"""Fields in which relief is coordinated, and the noun for those who do it."""
_KINDS = (
    " project", " program", " initiative", " exercise", " campaign", " activity", " action",
)  # fmt: skip
_LINES = ("project", "pipeline", "transmission", "electricity", "corridor", "programme", "program")
_CODE = re.compile(
    r"\b(?:the|into|under|within|of|for|through|called|named) (?P<name>[A-Z]{4,9}-\d{3,4})\b"
)
"""A code of a project with its voltage or year ("HERON-500"), no model of a ship or jet."""
_CODED = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|-(?:funded|led|financed|backed|supported)) "
    r"(?P<name>[A-Z]+[a-z]*\d[A-Z]\w+|[A-Z][a-z]+[A-Z]{2,}\w*|[A-Z]{2,}[a-z]{2,}[A-Z]\w*)"
    r" (?:project|programme|program|initiative|exercise|campaign|activity|action)\b"
)
"""A project named like none else: "the EU4Quays project"; all capitals may be a body."""
_CODED_IN = re.compile(
    r"\b(?:framework of|under|within|part of|through) the (?P<name>[A-Z]{5,}\d?)"
    r" (?:project|programme|program)\b"
)
_RUN_BY = re.compile(
    rf"\b(?:[Uu]nder|[Tt]hrough|[Ww]ithin|part of) the (?P<name>{_RUN}),"
    r" (?:which (?:is|was) )?(?:run|led|funded|financed|implemented|managed|carried out|backed|"
    r"supported|executed|co-financed|coordinated|administered|launched) by\b"
)
"""What something is done under, and whose doing that is."""
_SCHEMES = (
    "Corridors", "Corridor", "Bridges", "Bridge", "Pathways", "Pathway", "Gateway", "Compact",
    "Lifeline", "Window", "Partnership", "Partnerships", "Pipeline", "Shield",
)  # fmt: skip
_THROUGH = re.compile(
    rf"\b(?:through|under|via|within) (?:its|their|the|[A-Z][\w]+[’']s) (?P<name>(?:{_CAPITAL}[ –]"
    rf"){{1,4}}(?:{'|'.join(_SCHEMES)}))(?![\w-]| [A-Z]| and [A-Z])"
)
_MECHANISM = re.compile(rf"\b[Tt]he (?P<name>(?P<town>{_CAPITAL}(?: {_CAPITAL})?) Mechanism)\b")
_FORMS = (
    (_INSTRUMENT, ("Instrument ",)), (_POLICY, (" Policy",)), (_CLUSTER, ("luster",)),
    (_RUN_BY, (" by ",)), (_THROUGH, _SCHEMES), (_MECHANISM, (" Mechanism",)),
)  # fmt: skip
"""What tells a name, and what a text with it holds."""


class Schemes:
    """Finds names of what states and agencies have set up, without a noun for a project."""

    def __init__(self, nouns: Nouns) -> None:
        """Take the noun classes."""
        titles = read_titles()
        self._bodies = nouns.organisation_heads
        self._others = (
            nouns.event_heads | titles.role_heads | titles.honorifics | titles.ranks
            | frozenset("Act Agreement Treaty Convention Accord Protocol Law Resolution".split())
        )  # fmt: skip

    def find(self, text: str) -> Iterator[Span]:
        """Yield candidates, overlapping ones included."""
        for pattern, clues in _FORMS:
            for match in pattern.finditer(text) if holds(text, clues) else ():
                if self._fits(match):
                    yield _named(match)
        for pattern in (_CODED, _CODED_IN) if holds(text, _KINDS) else ():
            for match in pattern.finditer(text):
                whole = match[0][match.start("name") - match.start() :]
                yield replace(_named(match), aliases=(whole,), strength=2)
        if "-" in text and holds(text, _LINES):
            for match in _CODE.finditer(text):
                yield _named(match)

    def _fits(self, match: re.Match[str]) -> bool:
        """Whether no word makes of a name one of a person, body, event or paper."""
        if match.re is _MECHANISM:
            town = match["town"]
            return find_territory(town) is not None or town in site_words().cities
        if match.re not in {_RUN_BY, _THROUGH}:
            return True
        words = match["name"].split()
        body = match.re is _RUN_BY and words[-1] in self._bodies - {"Partnership", "Initiative"}
        body = body or words[0] in self._bodies
        person = fold(words[0]) in given_names()
        return not body and not person and self._others.isdisjoint(words)


def _named(match: re.Match[str]) -> Span:
    return Span(*match.span("name"), EntityType.OPERATION, match["name"], strength=6)
