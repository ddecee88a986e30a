"""Sentences that the language model need not read: rules find all that they may name, or mean."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise

from spacy.lang.en.stop_words import STOP_WORDS

from communique.extractors.dates.expressions.lexicon import MONTH_NUMBERS, WEEKDAY_NUMBERS
from communique.gazetteer.bodies import body_words
from communique.gazetteer.closed_classes import given_names
from communique.gazetteer.nouns import read_nouns
from communique.gazetteer.organisations import read_organisations
from communique.gazetteer.sites import site_words
from communique.gazetteer.territories import find_territory
from communique.gazetteer.titles import read_titles

Span = tuple[int, int]
"""Half-open, in code points of a text."""

_END = re.compile(r"(?<=[a-z0-9)%][.!?])\s+(?=[A-Z])")
"""Where a sentence ends; not behind a capital ("U.S. officials") or a closing quotation mark."""
_FORMS = 1 << 12
"""Words beside each other that are remembered."""
_LONGEST = 80
"""Letters of the longest name that is looked up."""
_FIRST = re.compile(r"[A-Z][a-z]*\b")
_CAPITALISED = re.compile(r"(?:[A-Z]\.){2,}|\b\w*[^\W\d_a-z]\w*(?: \w*[^\W\d_a-z]\w*)*")
"""Words beside each other that may be a name; letters with marks count in either case."""
_WHOLE = re.compile(
    r"(?<![\w.])(?!(?:approx|asst|capt|dept|govt|incl|intl|para|prof|resp|supt)\.)[a-z]{4,}[.!?]\s+\Z"
)
"""A word with the full stop that ends its sentence; titles cut short begin with a capital."""
_SHORT = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Gov|Sen|Rep|Lt|Col|Maj|Capt|Cpl|Sgt|Adm|Brig|Cmdr|Rev|Hon|St|Sec|"
    r"Pres|Amb|Supt|Insp|Det|Asst|No|Mt|Ft)\.\s+\Z"
)
"""A title or the like, cut short, behind which a name follows."""
_ADVERBS = ("ally", "arly", "edly", "ely", "ingly", "ndly", "ntly", "ously", "stly")
"""What adverbs end with, and hardly towns."""
_OWNING = re.compile(r"(?:['’]s|(?<=s)['’]) (?=[A-Z])")
"""A possessive before another word with a capital."""
_TOPICS = re.compile(
    r" (?:of|for|on|against|to) (?:the )?(?:[A-Z][\w-]*,? )*([A-Z][\w-]*),? (?:and|&) "
    r"(?:the )?([A-Z][\w-]*)"
)
"""The last two things that a body may be for ("Council of Judges and Magistrates")."""
_FRONT = frozenset({"Front"})
"""A common word with which names of parties end, for which no rule looks."""
_GIVEN = frozenset("Autumn Bill Fortune Grace Lance Page Summer Will".split())
"""Given names that are words of offices or papers, or common ones."""
_MARK = re.compile(r"[][()\"“”„«»‘]")
"""What may go on behind a sentence, or have begun before it."""


def nameless(text: str) -> list[Span]:
    """The sentences of a text in which no label would be used, with the blanks behind them.

    Beside an ordinary word that begins them, nothing in them has a capital but "I", days, months,
    listed states and bodies, words of offices, bodies and papers, of which rules make what names
    they make, and single names behind an office, since people are only taken from two words on.
    Rules neither know all owners ("Martyrs’ Foundation") nor how far a body's topics reach.
    """
    sentences = _sentences(text) if text else ()
    return [(start, end) for start, end in sentences if not _names(text, start, end)]


def _names(text: str, start: int, end: int) -> bool:
    """Whether words with capitals stand in a sentence that may be a name nobody has listed."""
    for match in _CAPITALISED.finditer(text, start, end):
        form, known = match.group(), _may_begin if match.start() == start else _is_listed
        if len(form) > _LONGEST or not known(form):
            return True
        if _OWNING.match(text, match.end()) and not _is_owner(form):
            return True
    return any(_go_on(*match.groups()) for match in _TOPICS.finditer(text, start, end))


@lru_cache(_FORMS)
def _is_owner(words: str) -> bool:
    """Whether rules know the owner of a body by the words before a possessive, or it is a state."""
    *before, last = map(_lowered, words.split(" "))
    forms = {last, last.removesuffix("s"), " ".join((*before[-1:], last))}
    if not forms.isdisjoint(_owners()):
        return True
    return words in _bodies() or any(find_territory(form) is not None for form in (words, last))


@cache
def _owners() -> frozenset[str]:
    """Words behind whose possessive rules find a body."""
    return body_words().owners | read_titles().role_heads


@lru_cache(_FORMS)
def _go_on(topic: str, further: str) -> bool:
    """Whether only a label tells if a second topic belongs to the name of a body."""
    if {topic, further} <= _topics() or further in _apart() or further in _bodies():
        return False
    return not _is_dated(further) and find_territory(further) is None


@cache
def _topics() -> frozenset[str]:
    """Words that rules join to the name of a body."""
    return read_titles().portfolio | body_words().topics


@cache
def _apart() -> frozenset[str]:
    """Words behind "and" that begin the name of somebody or of another body."""
    titles, nouns, bodies = read_titles(), read_nouns(), body_words()
    heads = nouns.organisation_heads | bodies.heads
    offices = titles.role_heads | titles.role_modifiers | titles.honorifics | titles.ranks
    return frozenset(form.partition(" ")[0] for form in heads | offices)


@lru_cache(_FORMS)
def _may_begin(words: str) -> bool:
    """Whether words that begin a sentence are listed, be it behind an ordinary one."""
    first, _, behind = words.partition(" ")
    if _is_listed(words):
        return True
    return _opens(first) and (not behind or (first not in _GIVEN and _is_listed(behind)))


def _opens(word: str) -> bool:
    """Whether a word with which a sentence begins is an ordinary one."""
    if word in _ordinary() or word.lower() in STOP_WORDS or word.endswith(_ADVERBS):
        return True
    stem = word.removesuffix("ing").removesuffix("ed")
    verb = not _ordinary().isdisjoint((f"{stem}s", f"{stem}es"))
    return verb and word.lower() not in given_names()


@lru_cache(_FORMS)
def _is_listed(words: str) -> bool:
    if words == "I" or _is_dated(words) or words in _bodies() or find_territory(words) is not None:
        return True
    *before, last = words.split(" ")
    if not _GIVEN.isdisjoint(map(_lowered, before)):
        return False
    return all(map(_is_plain, before)) and (_is_plain(last) or _is_addressed(before, last))


def _is_dated(words: str) -> bool:
    """Whether words are a day or month."""
    return words.lower() in WEEKDAY_NUMBERS or words.lower() in MONTH_NUMBERS


def _is_plain(word: str) -> bool:
    """Whether a word names nobody, nor any place but a state."""
    return _lowered(word) in _ordinary() or find_territory(word) is not None


def _is_addressed(before: Sequence[str], name: str) -> bool:
    """Whether a word behind an office is a name, and no acronym of a body."""
    if not before or _lowered(before[-1]) not in _offices():
        return False
    return before[-1].isupper() == name.isupper()


def _lowered(word: str) -> str:
    """A word in capitals as texts write it otherwise, unless it is an acronym of the classes."""
    return word if not word.isupper() or word in _ordinary() else word.capitalize()


@cache
def _offices() -> frozenset[str]:
    """Words behind which a name is somebody's."""
    titles = read_titles()
    return (titles.role_heads | titles.ranks | titles.honorifics) & _ordinary()


@cache
def _ordinary() -> frozenset[str]:
    """Words that with a capital name neither a place nor an event nor, alone, anybody."""
    titles, nouns, bodies, sites = read_titles(), read_nouns(), body_words(), site_words()
    classes = (
        titles.honorifics, titles.role_heads, titles.role_modifiers, titles.ranks,
        titles.portfolio, titles.memberships, titles.never_names, nouns.organisation_heads,
        nouns.organisation_openings, nouns.undertaking_ends, nouns.organisation_ends,
        nouns.counted, nouns.operation_kinds, nouns.operation_prefix_followers,
        nouns.headline_verbs, bodies.heads, bodies.plural_heads, bodies.documents,
        bodies.no_acronyms, bodies.posts, bodies.owners, sites.no_places,
        {word.capitalize() for word in STOP_WORDS},
    )  # fmt: skip
    others = (
        nouns.weak_organisation_heads, bodies.weak_heads, nouns.event_heads, nouns.regions,
        bodies.suffixes, bodies.regions, sites.provinces,
        sites.openings, sites.endings, sites.never_alone, titles.names_too, titles.names_inside,
        _FRONT,
    )  # fmt: skip
    words = {word for forms in classes for form in forms for word in form.split(" ")}
    return frozenset(words.difference(*others))


@cache
def _bodies() -> frozenset[str]:
    """The names of listed bodies."""
    bodies = read_organisations()
    return frozenset(form for b in bodies for form in (b.name, *b.acronyms, *b.aliases))


def apart(text: str, taken: Sequence[Span]) -> list[Span]:
    """The sentences of a text that quote nothing and hold none of some spans, in order."""
    starts = [start for start, _ in taken]
    ends = list(accumulate((end for _, end in taken), max, initial=0))
    return [
        (start, end)
        for start, end in _sentences(text)
        if ends[bisect_left(starts, end)] <= start and not _MARK.search(text, start, end)
    ]


def rest(start: int, end: int, spans: Sequence[Span]) -> list[Span]:
    """What spans, in order, leave of a stretch in which each of them lies whole or not at all."""
    bounds, at = [start], bisect_left(spans, (start, 0))
    while at < len(spans) and spans[at][1] <= end:
        bounds += spans[at]
        at += 1
    left = zip(bounds[::2], [*bounds[1::2], end], strict=True)
    return [(first, last) for first, last in left if first < last]


def _sentences(text: str) -> Iterator[Span]:
    """The sentences of a text, with the blanks behind them.

    One ends behind a whole word, or before one of the commonest if not behind a title cut short, so
    that what only looks like an end cuts none in two ("Mr. Berg", "Sen. Will Berg").
    """
    ends = (match.end() for match in _END.finditer(text))
    return pairwise([0, *(end for end in ends if _is_end(text, end)), len(text)])


def _common(text: str, start: int) -> re.Match[str] | None:
    """One of the commonest words that begins at a place, if one does."""
    first = _FIRST.match(text, start)
    return first if first is not None and first.group().lower() in STOP_WORDS else None


def _is_end(text: str, place: int) -> bool:
    """Whether a sentence ends before a place behind a full stop, which may shorten a word."""
    start = max(0, place - _LONGEST)
    if _WHOLE.search(text, start, place):
        return True
    return _common(text, place) is not None and not _SHORT.search(text, start, place)
