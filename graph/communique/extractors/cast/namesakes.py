"""Personal names by their words: which may be another form of one."""

from collections.abc import Sequence
from functools import lru_cache

from communique.gazetteer.territories import fold

_GENERATIONS = frozenset({"jr", "sr", "junior", "senior", "ii", "iii", "iv"})
"""What tells father from son behind a surname, in lower case."""

_NAMES = 4096
"""Names that are remembered with their words."""


@lru_cache(_NAMES)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a personal name in lower case without diacritics and generation."""
    words = fold(name).replace("-", " ").replace(",", " ").split()
    while len(words) > 1 and words[-1].rstrip(".") in _GENERATIONS:
        del words[-1]
    return tuple(words)


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
