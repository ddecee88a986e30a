"""Which names of events mean one and the same: "BKA Autumn Conference", "Autumn Conference"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from communique.extractors.cast.figure import Figure
from communique.extractors.cast.twins.alike import is_initials
from communique.extractors.cast.twins.counts import is_year, number_of
from communique.extractors.mentions import Span
from communique.gazetteer.territories import fold
from communique.ontology import EntityType

_WORD = re.compile(r"[^\W_]+(?:[-–.&][^\W_]+)*")
_OWNER = re.compile(r"[’']s?(?=\W|$)")
SMALL = frozenset("of on for the and in at to a an against with de la".split())
_TAIL = frozenset({"of", "on", "for", "against", "in", "at"})
"""Small words with which a name goes on after its noun."""
OTHER = frozenset(
    "next previous earlier another other separate subsequent preceding follow-up follow-on".split()
)
"""Words that tell an event from the one spoken of."""
_KINDS = frozenset("annual regular ordinary biennial inaugural first-ever".split())
"""Words for the edition of an event that its shorter name leaves out."""
_BEHIND = re.compile(r" (?:of|on|in|with|for|to|by|at|between|against|among|from) ")
"""What a name or description goes on with behind its noun."""
_TOPICS = {
    "on": frozenset({"on", "against"}),
    "with": frozenset({"with", "between", "among", "by", "for", "from"}),
    "in": frozenset({"in", "at", "to"}),
}
"""Small words behind a noun by what they tell of it: its matter, its people, its place."""
_MEETINGS = frozenset("meeting talk discussion consultation conversation".split())
"""Nouns, without the ending, of which a release tells several."""
_FEWEST = 2
"""Words of a name that may be the shorter form of another."""
_LONGEST_OTHER = 12
_MOST = 40
"""Named events among which that of another name is looked for; the latest count."""

Words = tuple[tuple[str, ...], frozenset[str]]
"""The words of a name with the small ones inside it, and its numbers and years."""


def known_event(name: str, figures: Sequence[Figure]) -> Figure | None:
    """The event known by a longer or shorter form of a name, the latest if several are."""
    named = [f for f in figures if f.type == EntityType.EVENT and f.named]
    for figure in reversed(named[-_MOST:]):
        longest = max((figure.name, *sorted(figure.aliases)), key=len)
        if is_same(longest, name):
            return figure
    return None


def is_same(one: str, other: str) -> bool:
    """Whether two names are forms of one: with other small words, or one without its owner or aim.

    Names with different numbers or years are of two events, and so is "the next" of a name.
    """
    words, others = _words(one)[0], _words(other)[0]
    if not words or not others or not is_numbered_alike(one, other):
        return False
    if is_other(one) != is_other(other):
        return False
    plain, other_plain = _content(words), _content(others)
    if min(len(plain), len(other_plain)) < _FEWEST:
        return False
    if set(plain) == set(other_plain):
        return True
    short, long = sorted((words, others), key=len)
    return _shortens(short, long)


def is_other(name: str) -> bool:
    """Whether a name or description begins with a word that tells it from what was spoken of."""
    return fold(name).partition(" ")[0] in OTHER


def other_sitting(text: str, span: Span) -> Span | None:
    """The event that "next" or the like before a name makes of it; None if nothing does.

    Args:
        text: The block of the span.
        span: The name.
    """
    before = text[max(0, span.start - _LONGEST_OTHER) : span.start].split(" ")
    if span.type != EntityType.EVENT or before[-1] or before[-2:-1] not in (["next"], ["previous"]):
        return None
    return replace(span, name=f"{before[-2]} {span.name}", aliases=())


def is_numbered_alike(one: str, other: str) -> bool:
    """Whether two names bear a number or year in common, or one bears none."""
    counts, other_counts = _words(one)[1], _words(other)[1]
    return not counts or not other_counts or not counts.isdisjoint(other_counts)


def is_same_sitting(one: str, other: str, more: Sequence[str] = ()) -> bool:
    """Whether two names are counted alike and have one noun, the words of the shorter in the other.

    "42nd AIPA General Assembly" and "42nd General Assembly of the ASEAN Inter-Parliamentary
    Assembly" are one; the longer has acronyms in full.

    Args:
        one: The shorter name.
        other: The longer name.
        more: Other names of what bears the longer.
    """
    number = sitting(one)
    if not number or number != sitting(other) or head_of(one) != head_of(other):
        return False
    capitals = (word for word in _WORD.findall(one) if word.isupper())
    acronyms = {fold(word).rstrip("s") for word in capitals if is_initials(word, other)}
    known = {word for name in (other, *more) for word in _words(name)[0]}
    return set(_content(_words(one)[0])) - acronyms <= known


def sitting(name: str) -> str:
    """The number by which a name or description counts its noun, in digits; "" if by none."""
    numbers = map(number_of, _WORD.findall(_front(name)))
    return next((number for number in numbers if number and not is_year(number)), "")


def is_bare(name: str) -> bool:
    """Whether a name or description tells no more than its number and noun: "13th meeting"."""
    return len(_content(_words(name)[0])) == 1


def head_of(name: str) -> str:
    """The noun of a name or description, in lower case without plural ending."""
    return _noun(name).rstrip("s")


def topic_of(name: str) -> frozenset[str]:
    """The words behind the noun of a name or description, without small ones and endings."""
    behind = _BEHIND.split(fold(name), maxsplit=1)[1:]
    return frozenset(_content(_words(behind[0])[0])) if behind else frozenset()


def is_one_topic(name: str, other: str) -> bool:
    """Whether the topics of two names or descriptions have a word in common, if both have one.

    With whom and on what a seminar is are no two topics of one kind; meetings differ by either.
    """
    if head_of(name) not in _MEETINGS and _kind_of_topic(name) != _kind_of_topic(other):
        return True
    one, another = topic_of(name), topic_of(other)
    return not one or not another or not one.isdisjoint(another)


def _kind_of_topic(name: str) -> str:
    """The word behind the noun of a name or description, one for those of a kind; "" if none."""
    found = _BEHIND.search(fold(name))
    word = found.group().strip() if found else ""
    return next((kind for kind, words in _TOPICS.items() if word in words), word)


def is_plural(name: str) -> bool:
    """Whether the noun of a name or description has a plural ending."""
    return _noun(name).endswith("s")


def _noun(name: str) -> str:
    words: list[str] = _WORD.findall(_front(name))
    return words[-1] if words else ""


def _front(name: str) -> str:
    """A name up to its noun, folded."""
    return _BEHIND.split(fold(name), maxsplit=1)[0]


def _shortens(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a longer name only puts an owner before a shorter one, or an aim behind it."""
    if len(short) == len(long):
        return False
    ends = long[-len(short) :] == short and long[-len(short) - 1] not in SMALL
    opens = long[: len(short)] == short and long[len(short)] in _TAIL
    return ends or opens


def _content(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in SMALL)


@lru_cache(4096)
def _words(name: str) -> Words:
    found = _WORD.findall(_OWNER.sub(" ", fold(name)))
    numbers = [number_of(word) for word in found]
    counts = frozenset(number for number in numbers if number)
    plain = (word for word, number in zip(found, numbers, strict=True) if not number)
    words = tuple(word.rstrip("s") for word in plain if word not in _KINDS)
    while words and words[0] in SMALL:
        words = words[1:]
    return words, counts
