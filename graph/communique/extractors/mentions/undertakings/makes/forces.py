"""Forces and missions by the make of their names: "CTF 157", "Multinational Brigade X", "EUTM X".

Deployed forces are operations (annotation guide, entity types).
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from communique.extractors.mentions.spans import Span
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.territories import find_territory
from communique.gazetteer.titles import read_titles
from communique.ontology import EntityType

_CAPITAL = r"[A-Z][\w’'-]{0,30}"
_NUMBER = r"\d{2,3}(?:\.\d{1,2})?"
_SPELLED = re.compile(
    rf"\b((?:(?:Combined|Joint|Multinational|Maritime) ){{0,2}}Task (?:Force|Group)) "
    rf"\(([A-Z]{{2,5}})\) ({_NUMBER})\b"
)
_CODED = re.compile(rf"\b(?:CTF|CJTF|JTF|TF|CTG|TG)[ -]{_NUMBER}\b")
_MULTINATIONAL = re.compile(
    rf"\b(?:{_CAPITAL} ){{0,3}}[Mm]ultinational (?:Land )?"
    rf"(?:Brigade|Battlegroup|Battle Group|battlegroup|battle group)"
    rf"(?:[ –-](?:in )?{_CAPITAL}){{0,2}}"
)
_FORWARD = re.compile(
    rf"\b(?P<kind>(?:NATO )?(?:[Ee]nhanced |[Mm]ultinational |eFP |FLF )*"
    rf"(?:Forward (?:Presence|Land Forces?|Vigilance Activit(?:y|ies)) )?(?:\([A-Za-z]{{2,4}}\) )?"
    rf"(?P<bare>Battlegroup|Battle Group))[ -](?P<where>{_CAPITAL}(?: {_CAPITAL})?)"
)
"""A battlegroup in a state by the name of that state."""
_UNION = re.compile(
    r"\b(?P<kind>EU(?:TM|MAM|AM|BAM|CAP|POL|MM|FOR|NAVFOR|LEX|RSC))"
    rf"[ -](?P<where>{_CAPITAL}(?: (?:de |del |do |of )?{_CAPITAL}){{0,2}})"
)
"""A mission or operation of the European Union by its acronym and where it is."""
_BELOW_LISTED = 4
"""How such a name gives way to a listed mission."""


class MadeForces:
    """Finds forces whose names are of a make that only deployed ones have."""

    def __init__(self, nouns: Nouns) -> None:
        """Take the noun classes."""
        self._ends = nouns.undertaking_ends
        self._no_places = (
            nouns.undertaking_ends | nouns.never_numbered | nouns.operation_heads |
            nouns.operation_prefixes | nouns.organisation_heads | read_titles().role_heads
        )  # fmt: skip

    def find(self, text: str) -> Iterator[Span]:
        """Yield candidates, overlapping ones included."""
        if "Task " in text:
            for match in _SPELLED.finditer(text):
                kind, acronym, number = match.groups()
                yield _span(match.start(), match.end(), f"{kind} {number}", f"{acronym} {number}")
        for match in _CODED.finditer(text):
            yield _span(match.start(), match.end(), match[0])
        if "ultinational " in text:
            for match in _MULTINATIONAL.finditer(text):
                yield from self._multinational(text, match)
        for match in _FORWARD.finditer(text) if "attle" in text else ():
            yield from _forward(match)
        for match in _UNION.finditer(text) if "EU" in text else ():
            yield from self._of_union(text, match)

    def _of_union(self, text: str, match: re.Match[str]) -> Iterator[Span]:
        """The mission of a match, up to what is no place."""
        where = list(takewhile(self._is_place, match["where"].split()))
        if where and not match[0].isupper():
            end = match.start("where") + len(" ".join(where))
            yield _span(match.start(), end, text[match.start() : end], strength=_BELOW_LISTED)

    def _is_place(self, word: str) -> bool:
        """Whether a word may tell where a mission is, no office in it and no next clause."""
        return word not in self._no_places

    def _multinational(self, text: str, match: re.Match[str]) -> Iterator[Span]:
        """The force of a match, without what opens the sentence before its name."""
        start, words = match.start(), match[0].split()
        while words and words[0] in self._ends:
            start += len(words.pop(0)) + 1
        name = text[start : match.end()]
        if name[:1].isupper() and len(words) > 1 and name != name.upper():
            owner, _, bare = name.partition("Multinational")
            aliases = (f"Multinational{bare}",) if owner and bare else ()
            yield _span(start, match.end(), name, *aliases)


def _forward(match: re.Match[str]) -> Iterator[Span]:
    """The battlegroup of a match, if a state is behind it."""
    first, last = match["where"].split(" ")[0], match["where"]
    where = next((place for place in (last, first) if find_territory(place) is not None), None)
    if where is not None:
        end = match.start("where") + len(where)
        bare = f"{match['bare']} {where}"
        name = match.string[match.start() : end]
        aliases = (bare,) if bare != name else ()
        yield _span(match.start(), end, name, *aliases)


def _span(start: int, end: int, name: str, *aliases: str, strength: int = 7) -> Span:
    return Span(start, end, EntityType.OPERATION, name, aliases=aliases, strength=strength)
