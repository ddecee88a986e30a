"""When two names are written differently and still the same."""

import re
from functools import lru_cache

from rigour.names import tokenize_name
from rigour.text import ascii_text

SLUG_LENGTH = 80
"""Characters of a slug at most."""
KNOWN_NAMES = 1 << 17
"""Folded names that are remembered: the same ones come up all the time."""
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&-]{1,9}")
_MINOR = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "the", "to"})


@lru_cache(maxsize=KNOWN_NAMES)
def fold(name: str) -> tuple[str, ...]:
    """Words of a name in ASCII and lower case, without a leading article; hyphens part words."""
    tokens = tokenize_name(ascii_text(name).casefold())
    return tuple(tokens[1:] if len(tokens) > 1 and tokens[0] == "the" else tokens)


def slug(name: str) -> str:
    """A name as part of an identifier: ASCII words joined by hyphens; empty if it has none."""
    words = "-".join(fold(name)).encode("ascii", "ignore").decode()
    return words[:SLUG_LENGTH].strip("-")


def is_acronym(form: str) -> bool:
    """Whether a form is written as an acronym ("NATO", "MI5"), not as a word or several."""
    return _ACRONYM.fullmatch(form) is not None


def initials(name: str) -> str:
    """First letters of the words that an acronym takes up, in capitals."""
    return "".join(word[0] for word in fold(name) if word not in _MINOR).upper()
