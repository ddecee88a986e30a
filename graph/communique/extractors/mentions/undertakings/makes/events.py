"""Events by the make of their names: "Ostvik+50", "10th FDMM-Plus", "F6 ministers' meeting"."""

import re
from collections.abc import Iterator

from communique.extractors.mentions.spans import Span
from communique.gazetteer.nouns import Nouns
from communique.ontology import EntityType

_CAPITAL = r"[A-Z][\w’'-]*"
_SINCE = re.compile(r"\b[A-Z][a-zé]+\+\d{1,2}\b(?!\+)")
_COUNTED = re.compile(
    r"\b(\d{1,3}(?:st|nd|rd|th)|[IVX]{2,6}) ([A-Z]{3,8}(?:[-+ ]?(?:Plus|Retreat|3|\+3))?)"
    r"(?=[,.;:)]|$| (?:in|on|at|to|held|hosted|was|will|and|is|from|from|under)\b)"
)
_QUOTED = re.compile(rf"[“\"]([A-Z][^“”\"\n]{{2,60}})[”\"] ({_CAPITAL}(?: {_CAPITAL})*)")
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:st|nd|rd|th) $")
_LONGEST_NUMBER = 8
_WORD_OF_OFFICE = (
    "foreign|defence|defense|interior|justice|finance|health|energy|environment|transport|trade|"
    "economy|education|culture|agriculture|prime|home|affairs|political|policy|senior|national|"
    "security|general|police|and"
)
_OWNERS = (
    "ministers|leaders|directors|officials|chiefs|heads|presidents|premiers|advisers|advisors|"
    "speakers|commanders|parliamentarians|experts|ambassadors|prosecutors"
)
_MEETINGS = "meeting|summit|consultations|conference|retreat|talks|council|dialogue"
_OF_OFFICIALS = re.compile(
    rf"\b((?:\d{{1,3}}(?:st|nd|rd|th) )?{_CAPITAL}(?: {_CAPITAL}){{0,6}}(?: \([A-Z0-9]{{2,8}}\))?"
    rf" (?:(?:{_WORD_OF_OFFICE}) ){{0,4}}(?:{_OWNERS})[’'] (?:{_MEETINGS}))\b"
)


class MadeEvents:
    """Finds events whose names are of a make that nothing else has."""

    def __init__(self, nouns: Nouns) -> None:
        """Take the noun classes."""
        self._heads = nouns.event_heads
        self._no_opening = nouns.undertaking_ends | nouns.organisation_ends

    def find(self, text: str) -> Iterator[Span]:
        """Yield candidates, overlapping ones included."""
        if "+" in text:
            for match in _SINCE.finditer(text):
                yield _span(match.start(), match.end(), match[0])
        for match in _COUNTED.finditer(text):
            yield _span(match.start(), match.end(), match[0], match[2])
        if "” " in text or '" ' in text:
            yield from self._quoted(text)
        if "’ " in text or "' " in text:
            yield from self._of_officials(text)

    def _quoted(self, text: str) -> Iterator[Span]:
        """Yield names that open with a quotation: "“A plus B” Dialogue"."""
        for match in _QUOTED.finditer(text):
            if match[2].rsplit(" ", 1)[-1] in self._heads:
                bare, start = f"{match[1]} {match[2]}", match.start()
                number = _NUMBER.search(text, max(0, start - _LONGEST_NUMBER), start)
                counted = text[number.start() : match.end()] if number else match[0]
                yield _span(start, match.end(), match[0], bare, match[1], counted)

    def _of_officials(self, text: str) -> Iterator[Span]:
        """Yield meetings of officials of whom only the group has a name with capitals."""
        for match in _OF_OFFICIALS.finditer(text):
            start, words = match.start(), match[1].split()
            while words and words[0] in self._no_opening:
                start += len(words.pop(0)) + 1
            if words and words[0][0].isupper() | words[0][0].isdigit():
                yield _span(start, match.end(), text[start : match.end()])


def _span(start: int, end: int, name: str, *aliases: str) -> Span:
    return Span(start, end, EntityType.EVENT, name, aliases=aliases, strength=6)
