"""Bodies with names of their own make: "Friends of X", "X Process", "4+1 format", "FIU X"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from communique.extractors.mentions.spans import Span
from communique.extractors.sieve import holds
from communique.gazetteer.bodies import body_words
from communique.gazetteer.territories import find_territory
from communique.ontology import EntityType

_WORD = r"[A-Z][\w’-]+"
_FRIENDS = re.compile(
    rf"\b(?:Group of )?Friends of (?:the )?{_WORD}(?:(?: (?:of|and|on|for)(?: the)?)? {_WORD})*"
)
_PROCESS = re.compile(rf"\b(?:{_WORD} )?({_WORD}) Process\b(?! [A-Z])")
_SUM = re.compile(r"(?<![\w+])([A-Z]{0,2}\d{1,2}\+\d{1,2})(?![\d+])(?: (format|mechanism|group))?")
_SCHOOLS = ("KU", "TU", "ETH", "UC", "LMU", "EPF", "MIT")
_SCHOOL = re.compile(rf"\b(?:{'|'.join(_SCHOOLS)}) {_WORD}(?= (?!{_WORD})|[.,;)])")
_CLUBS = ("Municipality of", " Club of", "Ayuntamiento de", "Comune di")
_CLUB = re.compile(
    rf"\b(?:Municipality|(?:Rotary|Lions|Rotaract|Press) Club|Ayuntamiento|Comune)"
    rf" (?:of|de|di) {_WORD}(?: {_WORD}){{0,2}}"
)
_NATIONAL = ("FIU", "NCB", "CERT", "CSIRT")
_COMMON = (
    "Officer|Team|Member|Expert|Analyst|Director|Head|Chief|Network|Unit|Staff|Division|Community"
    "|Platform|Conference"
)
"""Nouns of those in such units, of all of them or of what they hold."""
_UNIT = re.compile(
    rf"\b(?:INTERPOL |Interpol )?(?:{'|'.join(_NATIONAL)})"
    rf"(?: (?!(?:{_COMMON})s?\b)({_WORD})(?![\w’-])(?! (?:and )?[A-Z])|\.[A-Z]{{2,3}}\b)"
)
"""The unit of a state or town under the acronym that all of its kind have."""
_CONFERENCES = ("Episcopal Conference", "Bishops")
_BISHOPS = re.compile(
    rf"(?:\b{_WORD} )?\b(?:Episcopal|Bishops['’]) Conference(?: of (?:the )?{_WORD}(?: {_WORD})?)?"
)
_COMMONWEALTH = re.compile(
    r"\b[Tt]he (Commonwealth)\b(?! [A-Z]| of\b| (?:government|countr|state|nation|realm|citizen))"
)
_OF_NATIONS = re.compile(
    r"\b(?:[Mm]ember\w*|[Jj]oin\w*|Secretary-General|Heads? of|countries|nations|states|Union"
    r"|United Nations|Francophonie)\b"
)
"""What is said of the Commonwealth, or named beside it, if it is that of many states."""
_OF_ONE_STATE = re.compile(
    r"Commonwealth (?:of|Director|Attorney|Government|Ombudsman|Court|Bank) "
    r"|Australia|Victoria|Queensland|Virginia|Pennsylvania|Kentucky|Massachusetts|Puerto Rico"
)
"""What tells of a state that calls itself a commonwealth."""
_NATIONS = "Commonwealth of Nations"
_EVENT = re.compile(r"(?:Forum|Summit|Conference|Day|Meeting)$")


class Groups:
    """Finds groups by the make of their names."""

    def __init__(self) -> None:
        """Read the word classes."""
        self._plain = body_words().plain_processes

    def find(self, text: str) -> Iterator[Span]:
        """Yield candidates, overlapping ones included."""
        if "Friends of" in text:
            yield from self._friends(text)
        if "Process" in text and not text.isupper():
            yield from self._processes(text)
        if "+" in text:
            for match in _SUM.finditer(text):
                yield _span(match.start(), match.end(), match[0], 4, match[1])
        for match in _SCHOOL.finditer(text) if holds(text, _SCHOOLS) else ():
            yield _span(match.start(), match.end(), match[0], 2)
        yield from _worldwide(text)
        for match in _CLUB.finditer(text) if holds(text, _CLUBS) else ():
            yield _span(match.start(), match.end(), match[0], 2)

    @staticmethod
    def _friends(text: str) -> Iterator[Span]:
        """Yield "Friends of X", unless it begins the name of an event."""
        for match in _FRIENDS.finditer(text):
            if not _EVENT.search(match[0]):
                yield _span(match.start(), match.end(), match[0], 3)

    def _processes(self, text: str) -> Iterator[Span]:
        """Yield "TOWN Process"."""
        for match in _PROCESS.finditer(text):
            if match[1] not in self._plain:
                start = match.start(1)
                yield _span(start, match.end(), text[start : match.end()], 4)


def _worldwide(text: str) -> Iterator[Span]:
    """Yield bodies of a kind that most states have, and the Commonwealth."""
    for match in _UNIT.finditer(text) if holds(text, _NATIONAL) else ():
        seat = find_territory(match[1]) if match[1] else None
        unit = _span(match.start(), match.end(), match[0], 4)
        yield replace(unit, country=seat[0]) if seat else unit
    for match in _BISHOPS.finditer(text) if holds(text, _CONFERENCES) else ():
        yield _span(match.start(), match.end(), match[0], 5)
    if "Commonwealth" in text and _OF_NATIONS.search(text) and not _OF_ONE_STATE.search(text):
        for match in _COMMONWEALTH.finditer(text):
            yield _span(match.start(1), match.end(), _NATIONS, 1, match[1])


def _span(start: int, end: int, name: str, strength: int, *aliases: str) -> Span:
    others = tuple(alias for alias in aliases if alias != name)
    return Span(start, end, EntityType.ORGANISATION, name, aliases=others, strength=strength)
