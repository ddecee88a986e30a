"""A question as a sequence of terms: what is left of it when names, times and numbers are slots."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from communique.ontology import EntityType
from communique.queries.ask.reading.lexicon import LONGEST, Lexicon
from communique.queries.ask.reading.mention import Mention
from communique.queries.ask.reading.mentions import MentionFinder
from communique.queries.ask.reading.offices import Office, OfficeWords, find_offices, with_titles
from communique.queries.ask.reading.words import Word, read_words
from communique.queries.ask.times import Period, read_periods
from communique.queries.ask.times.relative import NUMBER, number

ENTITY = "ENTITY"
"""Class of a term that names an entity."""
ACT = "act"
"""Class of "do" where it is what somebody does ("what did Lind do")."""
BEYOND = "beyond"
"""Class of what is asked of somebody else than a graph."""
OFFICE = "OFFICE"
QUOTED = "QUOTED"
NUMBERED = "NUMBER"

_SUPERLATIVE = re.compile(r"[a-z]{3,}est")
_CONTRACTED = frozenset("who what where when how that there here it let".split())
"""Words after which 's is a verb."""
_NUMBER = re.compile(rf"(?:{NUMBER})$")
_CODE = re.compile(r"https?://\S+|(?<![\w-])\w+(?:-\w+){3,}(?![\w-])")
"""An address, or what looks like the id of a release."""
_QUOTED = re.compile(r"[\"“”]([^\"“”]+)[\"“”]|(?<!\w)['‘]([^'’]+)['’](?!\w)")


@dataclass(frozen=True, slots=True)
class Term:
    """A word or several that say one thing.

    Attributes:
        classes: What they say; a word of no class stands for itself.
        text: As written.
        start: Offset of the first character, in code points.
        end: Offset after the last one.
        mention: The entity, if it names one.
        types: What the entity may be; for a slot of a phrasing what it takes.
        known: Whether the words of questions have it, or it is a slot.
    """

    classes: tuple[str, ...]
    text: str
    start: int
    end: int
    mention: Mention | None = None
    types: frozenset[EntityType] = frozenset()
    known: bool = True


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question is made of.

    Attributes:
        text: The question.
        terms: In text order, without idle words.
        mentions: Names of entities.
        periods: Times.
        offices: Offices that are no title of somebody named.
        quoted: Texts between quotation marks, with the offset of each.
        numbers: Numbers that are no part of a time, with the offset of each.
        doubts: How many of its parts are taken for something else than they most likely are.
        asides: What it says beside its point, left out of the rest.
    """

    text: str
    terms: tuple[Term, ...]
    mentions: tuple[Mention, ...] = ()
    periods: tuple[Period, ...] = ()
    offices: tuple[Office, ...] = ()
    quoted: tuple[tuple[int, str], ...] = ()
    numbers: tuple[tuple[int, int], ...] = ()
    doubts: int = 0
    asides: tuple[str, ...] = ()


class Reader:
    """Reads questions against the names of one graph."""

    def __init__(
        self, finder: MentionFinder | None, lexicon: Lexicon, offices: OfficeWords
    ) -> None:
        """Take what finds names, and the words of questions and offices."""
        self._finder = finder
        self._lexicon = lexicon
        self._offices = offices

    def read(self, text: str, today: date, covered: tuple[date, date] | None = None) -> Asked:
        """Take a question apart.

        Args:
            text: The question.
            today: What relative times are counted from.
            covered: First and last day of what is asked.
        """
        words = read_words(text)
        forms = [word.form for word in words]
        ahead = any("plan" in self._lexicon.classes.get(form, ()) for form in forms)
        periods = read_periods(text, today, ahead, covered)
        quoted = tuple(_quoted(text))
        coded = [(start, start + len(code)) for start, code in quoted]
        periods = tuple(p for p in periods if not any(a <= p.start < b for a, b in coded))
        timed = {i for i, w in enumerate(words) for p in periods if p.start <= w.start < p.end}
        timed |= {i for i, w in enumerate(words) for a, b in coded if a <= w.start < b}
        found = self._finder.find(text, words, timed) if self._finder else ()
        inside = {i for mention in found for i in range(mention.first, mention.stop)}
        timed -= inside  # a name with a year in it is no time
        periods = tuple(
            p
            for p in periods
            if not any(m.start <= p.start < m.end or p.start <= m.start < p.end for m in found)
        )
        offices = find_offices(text, words, found, self._offices)
        mentions, left = with_titles(found, offices, words, self._offices)
        parts = _Parts(words, periods, mentions, left, quoted)
        terms = tuple(self._with_order(list(self._terms(parts))))
        numbers = tuple(
            (term.start, number(term.text.lower())) for term in terms if term.classes == (NUMBERED,)
        )
        return Asked(text, terms, tuple(mentions), periods, tuple(left), quoted, numbers)

    def _terms(self, parts: "_Parts") -> Iterator[Term]:
        index = 0
        named = False
        while index < len(parts.words):
            special = parts.special(index)
            if special is not None:
                term, index = special
                named = term.mention is not None or term.classes == (OFFICE,)
                yield term
                continue
            size, term_ = self._plain(parts, index)
            if term_ is not None:
                acts = named and parts.forms[index] == "do"
                yield replace(term_, classes=(ACT,)) if acts else term_
                named = parts.words[index].slot is not None
            index += size

    def _with_order(self, terms: list[Term]) -> list[Term]:
        """The terms; what orders something else than to answer, or asks to judge, is marked."""
        found = list(terms)
        if len(found) > 1 and found[0].text.lower() in self._lexicon.orders:
            found[0] = replace(found[0], classes=(BEYOND,), known=True)
        for place, term in enumerate(found):
            graded = place > 0 and "most" in found[place - 1].classes
            if not term.known and (graded or _SUPERLATIVE.fullmatch(term.text)):
                found[place] = replace(term, classes=(BEYOND,), known=True)
        return found

    def _plain(self, parts: "_Parts", index: int) -> tuple[int, Term | None]:
        """The term of the lexicon's longest form at an index, and how many words it has."""
        word = parts.words[index]
        if word.is_mark:
            return 1, None
        stop = index
        while stop < min(len(parts.words), index + LONGEST) and parts.is_plain(stop):
            stop += 1
        found = self._lexicon.longest([parts.forms[i] for i in range(index, stop)])
        if found is not None:
            size, classes = found
            end = parts.words[index + size - 1].end
            return size, Term(classes, word.text, word.start, end) if classes else None
        if _NUMBER.match(word.form):
            return 1, Term((NUMBERED,), word.form, word.start, word.end)
        near = () if word.slot else self._lexicon.misspelt(word.form)
        known = bool(near) or word.slot is not None
        return 1, Term(near or (word.form,), word.text, word.start, word.end, known=known)


def _quoted(text: str) -> Iterator[tuple[int, str]]:
    """Texts between quotation marks, addresses and ids of releases, with their offsets."""
    for match in _QUOTED.finditer(text):
        yield match.start(), match[1] or match[2]
    for match in _CODE.finditer(text):
        if any(char.isalpha() for char in match.group()):
            yield match.start(), match.group().rstrip(".,?!;:")


@dataclass(frozen=True, slots=True)
class _Parts:
    """The words of a question, and which of them are no plain words."""

    words: Sequence[Word]
    periods: Sequence[Period]
    mentions: Sequence[Mention]
    offices: Sequence[Office]
    quoted: Sequence[tuple[int, str]]
    forms: tuple[str, ...] = ()
    starts: Mapping[int, tuple[Term, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Lay out where each special term begins, and after which word it ends."""
        before = ("", *(word.form for word in self.words))
        forms = tuple(
            word.form if word.form != "'s" else "is" if known in _CONTRACTED else "s"
            for known, word in zip(before, self.words, strict=False)
        )
        object.__setattr__(self, "forms", forms)
        object.__setattr__(self, "starts", self._laid_out())

    def special(self, index: int) -> tuple[Term, int] | None:
        """The term that begins at a word and is no plain word, and where it ends."""
        return self.starts.get(index)

    def is_plain(self, index: int) -> bool:
        """Whether a word is neither mark nor the beginning of a special term."""
        return index not in self.starts and not self.words[index].is_mark

    def _laid_out(self) -> dict[int, tuple[Term, int]]:
        starts: dict[int, tuple[Term, int]] = {}
        for offset, text in self.quoted:
            term = Term((QUOTED,), text, offset, offset + len(text) + 2)
            self._lay(starts, offset, offset + len(text) + 2, term)
        for office in self.offices:
            term = Term((OFFICE,), office.text, office.start, office.end)
            self._lay_words(starts, office.first, office.stop, term)
        for mention in self.mentions:
            term = Term((ENTITY,), mention.text, mention.start, mention.end, mention, mention.types)
            self._lay_words(starts, mention.first, mention.stop, term)
        for period in self.periods:
            term = Term((f"@{period.bound}",), "", period.start, period.end)
            self._lay(starts, period.start, period.end, term)
        return starts

    def _lay(self, starts: dict[int, tuple[Term, int]], start: int, end: int, term: Term) -> None:
        inside = [i for i, word in enumerate(self.words) if start <= word.start < end]
        if inside:
            self._lay_words(starts, inside[0], inside[-1] + 1, term)

    def _lay_words(
        self, starts: dict[int, tuple[Term, int]], first: int, stop: int, term: Term
    ) -> None:
        taken = {i for begin, (_, end) in starts.items() for i in range(begin, end)}
        if taken.isdisjoint(range(first, stop)):
            starts[first] = (term, stop)
