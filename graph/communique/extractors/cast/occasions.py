"""Which names of events mean one and the same: "BKA Autumn Conference", "Autumn Conference"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from communique.extractors.cast.figure import Figure
from communique.gazetteer.territories import fold
from communique.ontology import EntityType

_WORD = re.compile(r"[^\W_]+(?:[-–.&][^\W_]+)*")
_OWNER = re.compile(r"[’']s?(?=\W|$)")
_SMALL = frozenset("of on for the and in at to a an against with de la".split())
_TAIL = frozenset({"of", "on", "for", "against", "in", "at"})
"""Small words with which a name goes on after its noun."""
_KINDS = frozenset("annual regular ordinary biennial inaugural first-ever".split())
"""Words for the edition of an event that its shorter name leaves out."""
_COUNT = re.compile(
    r"\d{1,3}(?:st|nd|rd|th)|(?:[ivx]{1,6}|(?:19|20)\d\d)|first|second|third|fourth|fifth|sixth|"
    r"seventh|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|"
    r"twentieth|thirtieth|fortieth|fiftieth"
)
_FEWEST = 2
"""Words of a name that may be the shorter form of another."""
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

    Names with different numbers or years are of two events.
    """
    words, others = _words(one)[0], _words(other)[0]
    if not words or not others or not is_numbered_alike(one, other):
        return False
    plain, other_plain = _content(words), _content(others)
    if min(len(plain), len(other_plain)) < _FEWEST:
        return False
    if set(plain) == set(other_plain):
        return True
    short, long = sorted((words, others), key=len)
    return _shortens(short, long)


def is_numbered_alike(one: str, other: str) -> bool:
    """Whether two names bear a number or year in common, or one bears none."""
    counts, other_counts = _words(one)[1], _words(other)[1]
    return not counts or not other_counts or not counts.isdisjoint(other_counts)


def _shortens(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a longer name only puts an owner before a shorter one, or an aim behind it."""
    if len(short) == len(long):
        return False
    ends = long[-len(short) :] == short and long[-len(short) - 1] not in _SMALL
    opens = long[: len(short)] == short and long[len(short)] in _TAIL
    return ends or opens


def _content(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in _SMALL)


@lru_cache(4096)
def _words(name: str) -> Words:
    found = _WORD.findall(_OWNER.sub(" ", fold(name)))
    counts = frozenset(word for word in found if _COUNT.fullmatch(word))
    words = tuple(w.rstrip("s") for w in found if w not in counts and w not in _KINDS)
    while words and words[0] in _SMALL:
        words = words[1:]
    return words, counts
