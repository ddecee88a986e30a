"""Personal names by their words: which may be another form of one."""

import re
from collections.abc import Sequence
from functools import lru_cache

from communique.gazetteer.territories import fold

_GENERATIONS = frozenset({"jr", "sr", "junior", "senior", "ii", "iii", "iv"})
"""What tells father from son behind a surname, in lower case."""

_CLOSE = re.compile(r"(?<=\w)\.(?=\w)")
"""Where an initial and a name, or two initials, stand without a space ("J.Berg")."""
_LONGEST_INITIAL = len("dzh.")
"""Of a name in Cyrillic."""

_NAMES = 4096
"""Names that are remembered with their words."""


@lru_cache(_NAMES)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a personal name in lower case without diacritics and generation."""
    words = _CLOSE.sub(". ", fold(name)).replace("-", " ").replace(",", " ").split()
    while len(words) > 1 and words[-1].rstrip(".") in _GENERATIONS:
        del words[-1]
    return tuple(words)


def is_part(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether the shorter of two names is what the longer one is called as well."""
    short, long = sorted((words, others), key=len)
    ordered = len(short) > 1 and in_order(short, long)
    surname = len(short) == 1 and short[0] in long[1:]
    return long[-len(short) :] == short or ordered or surname


def is_initialled(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two names share the surname, and initials of one stand for given names of the other.

    "J. Berg" and "Jan Berg", "J.M. Berg" and "Jan Berg"; not "Jan Berg" and "Jon Berg".
    """
    given = list(zip(words[:-1], others[:-1], strict=False))
    same = words[-1] == others[-1] and bool(given)
    return same and all(one == other or _stands_for(one, other) for one, other in given)


def _stands_for(one: str, other: str) -> bool:
    """Whether one of two words is an initial of the other."""
    short, long = sorted((one, other), key=len)
    initial = short.endswith(".") and len(short) <= _LONGEST_INITIAL
    return initial and long.startswith(short[:-1])


def is_like(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two names share the surname and one first name may be short for the other."""
    if words[-1] != others[-1] or not others[1:]:
        return False
    one, other = words[0], others[0]
    return one[:2] == other[:2] or one.endswith(other) or other.endswith(one)


def in_order(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the words of a name stand in another one in their order."""
    rest = iter(long)
    return all(word in rest for word in short)
