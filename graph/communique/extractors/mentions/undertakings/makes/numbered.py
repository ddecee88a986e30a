"""Names by the number at their end: "Kite 24", "Otter-2025", "KITEX24", "Kite Phase II"."""

import re
from collections.abc import Iterator

from communique.extractors.mentions.spans import Span
from communique.gazetteer.bodies import body_words
from communique.gazetteer.closed_classes import given_names
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.territories import find_territory, fold
from communique.gazetteer.titles import read_titles
from communique.ontology import EntityType

_WORDS = r"(?:[A-Z][\w-]{1,40} ){1,6}"
_NUMBERED = re.compile(
    rf"\b{_WORDS}(?:20\d\d|\d\d(?:-\d{{1,2}}|/20\d\d)?)\b(?![:.,–-]\d|th|st|nd|rd|-[a-z]"
    r"| ?(?:[mb]illion|thousand|%))"
    r"|\b(?:[A-Z][\w’'-]+ ){0,3}[A-Z][A-Za-z]{3,}-(?:20\d\d)\b(?![\w–-])"
    rf"|\b{_WORDS}(?:II|III|IV|VI{{1,3}}|IX|X[IVX]{{1,4}}|LX[IVX]{{0,4}})\b(?![\w-])"
)
_CODED = re.compile(r"\b([A-Z][A-Za-z]{2,20}EX)(?:[ -]?(?:20)?\d\d(?:-\d{1,2})?)\b(?![\w%])")
"""A code for an exercise with its year: "KITEX24", "NAVEX-2025"."""
_NO_CODES = frozenset(
    "ANNEX COMPLEX FOREX CEMEX FEDEX INDEX VORTEX DUPLEX LATEX PYREX ROLEX TIMEX CODEX "
    "REFLEX".split()
)
_NUMBER = re.compile(r"[ -](?:\d\d|[IVXL]{2})|EX\d\d")
_NUMERAL = re.compile(r"[IVXL]+")
_FOLLOWING = re.compile(r" ([a-z]+)")
_WORD = re.compile(r"\w+")
_SPLIT = re.compile(r"[ -]")
_TAIL = re.compile(r"\b[A-Z][\w-]+ (?:on|of|for) (?:the )?$")
"""What stands before the end of a longer name: "Congress on | Harbour Medicine 2023"."""
_DAY = re.compile(r"\b(?:\d|[12]\d|30)(?:st|nd|rd|th)? (?:of )?$")
"""The day before the month and year of any calendar: "3 | Rajab 1445"."""
_REACH = 40
_FEWEST = 2
"""Words of a name and its number."""
_LONGEST_ACRONYM = 6
"""Capitals from which on a word before a number is no acronym of a body ("NATO 2030")."""
_SHORTEST_CODE = 5
"""Capitals of a code that a numeral may count ("OTTERS II")."""
_EDITION = "edition"
_WAR = frozenset({"War", "Wars"})


class NumberedNames:
    """Finds names of operations and events by the number that ends them."""

    def __init__(self, nouns: Nouns) -> None:
        """Take the noun classes."""
        self._nouns = nouns
        self._unnumbered = nouns.never_numbered | nouns.counted | nouns.undertaking_ends | _WAR
        self._counting = nouns.operation_nouns | nouns.martial_nouns | {_EDITION}
        self._shows, titles = nouns.show_nouns, read_titles()
        self._people = titles.ranks | titles.honorifics | set(body_words().ship_prefixes)
        self._ends = nouns.event_heads | nouns.organisation_heads

    def find(self, text: str, *, martial: bool = False) -> Iterator[Span]:
        """Yield candidates, overlapping ones included.

        Args:
            text: The block.
            martial: Whether the release speaks of forces, so that a code with a number is an
                exercise also where the block does not.
        """
        if not _NUMBER.search(text):
            return
        matches, coded = list(_NUMBERED.finditer(text)), list(_CODED.finditer(text))
        words = set(_WORD.findall(text.lower())) if matches or coded else set()
        kind = self._kind(words)
        for match in coded if kind == EntityType.OPERATION else ():
            if match[1] not in _NO_CODES:
                yield self._named(match, EntityType.OPERATION)
        for match in matches if kind or martial else ():
            coded_name = _SPLIT.split(match.group())[-2]
            alone = coded_name.isupper() and len(coded_name) >= _LONGEST_ACRONYM
            if (kind or alone) and self._is_name(text, match):
                yield self._named(match, kind or EntityType.OPERATION)

    def _kind(self, words: set[str]) -> EntityType | None:
        """What a block speaks of by its words, if of operations or of shows."""
        if not self._counting.isdisjoint(words):
            return EntityType.OPERATION
        return EntityType.EVENT if not self._shows.isdisjoint(words) else None

    def _is_name(self, text: str, match: re.Match[str]) -> bool:
        """Whether words with a number are no count, no person, and no thing with a number."""
        words = _SPLIT.split(match.group())
        counts = len(words) == _FEWEST and find_territory(words[0]) is not None
        thing = words[-2] in self._nouns.numbered_things or self._is_model(text, match.end())
        before = max(0, match.start() - _REACH), match.start()
        joined = _TAIL.search(text, *before) or _DAY.search(text, *before)
        person = any(fold(word) in given_names() or word in self._people for word in words[:-1])
        if person or not self._unnumbered.isdisjoint(words) or counts or thing or joined:
            return False
        return _NUMERAL.fullmatch(words[-1]) is None or self._is_counted(words)

    def _is_counted(self, words: list[str]) -> bool:
        """Whether a numeral counts an undertaking, no ruler, court or meeting ("NAME II")."""
        code = len(words) > _FEWEST or (words[0].isupper() and len(words[0]) >= _SHORTEST_CODE)
        return code and self._ends.isdisjoint(words)

    def _is_model(self, text: str, end: int) -> bool:
        """Whether a name with a number is the model of what follows: "Kite 2000 jets"."""
        following = _FOLLOWING.match(text, end)
        return following is not None and following[1] in self._nouns.compound_followers

    @staticmethod
    def _named(match: re.Match[str], kind: EntityType) -> Span:
        name = match.group()
        bare = _SPLIT.sub(" ", name).rsplit(" ", 1)[0]
        bare = name[: len(bare)]
        aliases = () if bare.isupper() and len(bare) < _LONGEST_ACRONYM else (bare,)
        aliases = () if bare == name else aliases
        return Span(*match.span(), kind, name, aliases=aliases, strength=4)
