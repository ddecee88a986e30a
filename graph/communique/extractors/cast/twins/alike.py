"""Which other names mean the same operation: initials, editions, acronyms in brackets."""

import re

from communique.extractors.cast.figure import Figure
from communique.gazetteer.territories import fold

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset("of on for the and in at to a an against with by between from".split())
_EDITION = re.compile(r"[ -](?:(?:19|20)\d\d|['’]?\d\d)$")
"""The year that tells one of a series, behind its name."""
_NUMBERED = re.compile(r"(?P<letters>[A-Z]{2,5})[ -]?(?P<number>\d{1,3}(?:\.\d{1,2}){0,3})")
"""A force by its initials and number: "CTF 151"."""
_FEWEST_INITIALS = 2


def names_of(figure: Figure) -> tuple[str, ...]:
    """The name of a figure and its other names."""
    return (figure.name, *sorted(figure.aliases))


def is_same_force(one: str, other: str) -> bool:
    """Whether one name is the initials and number of the other: "CTF 151"."""
    return _shortens(one, other) or _shortens(other, one)


def series_of(name: str) -> str:
    """A name without the year behind it, folded; "" if none is."""
    found = _EDITION.search(name)
    return fold(name[: found.start()]) if found else ""


def is_initials(acronym: str, phrase: str) -> bool:
    """Whether the letters of an acronym begin words of a phrase, in order."""
    letters = iter([word[0] for word in _WORD.findall(fold(phrase))])
    wanted = [letter for letter in fold(acronym) if letter.isalpha()]
    return len(wanted) >= _FEWEST_INITIALS and all(letter in letters for letter in wanted)


def _shortens(short: str, long: str) -> bool:
    found = _NUMBERED.fullmatch(short)
    if found is None or not long.endswith(f" {found['number']}"):
        return False
    words = _WORD.findall(long.removesuffix(found["number"]))
    letters = "".join(word[0] for word in words if word.lower() not in _SMALL)
    return letters.upper() == found["letters"]
