"""Which territory of rigour's list a name in any language belongs to.

As rigour's own lookup, but ready in a fifth of the time: that spells each of 30,000 names in ASCII
as a whole, which takes longer than all else that a short command does. Here each letter is spelled
once. The two differ in Cyrillic, Greek and Armenian, where the spelling of a letter depends on its
neighbours; a name in these scripts is still found as it is listed.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from unicodedata import category, normalize

from rigour.territories import lookup_by_identifier
from rigour.territories.lookup import _load_territory_names  # no public way to the names
from rigour.territories.territory import Territory
from rigour.text import ascii_text
from rigour.text.scripts import can_latinize

from communique.gazetteer.corrections import corrections

_SKIPPED = frozenset(".()[],;:_-/'’\N{MODIFIER LETTER TURNED COMMA}")
_ASCII = {n: None if chr(n) in _SKIPPED else " " for n in range(128) if not chr(n).isalnum()}
"""What becomes of ASCII characters that belong to no word."""
_FORMS = 1 << 13
"""Forms that are remembered, since releases repeat them."""


def lookup_territory(form: str) -> Territory | None:
    """The territory with a code, item or name, in any spelling of capitals and diacritics."""
    return lookup_by_identifier(form) or _names().get(_key(form))


@lru_cache(_FORMS)
def may_open(word: str) -> bool:
    """Whether a form that begins with a word may name a territory; with most words none does.

    Args:
        word: As a text has it, maybe with a possessive ending.
    """
    if not word.isascii():
        return True
    opening, openings = _key(word).rstrip("s"), _openings()
    place = bisect_left(openings, opening)
    return place < len(openings) and openings[place].startswith(opening)


@cache
def _openings() -> Sequence[str]:
    """The keys of all names of territories, of corrected ones and of "St.", in order."""
    corrected = corrections()
    others = (*corrected.codes, *corrected.other_places, "St.")
    return sorted({*_names(), *map(_key, others)})


@cache
def _names() -> Mapping[str, Territory]:
    """Territories by key: first by their own names, then other names, then cities in them."""
    found: dict[str, Territory] = {}
    for rank in zip(*_ranked(), strict=True):
        lower = {_key(name): territory for territory, names in rank for name in names}
        found = lower | found
    return found


def _ranked() -> Iterator[tuple[tuple[Territory, Iterable[str]], ...]]:
    """For each territory its own names, its other names, and its cities."""
    for territory, *names in _load_territory_names():
        yield tuple((territory, part) for part in names)


def _key(name: str) -> str:
    """Lower case in ASCII where the script allows, one blank between words, no punctuation."""
    if name.isascii():
        return " ".join(name.lower().translate(_ASCII).split())
    if can_latinize(name):
        name = "".join(map(_spelled, normalize("NFC", name)))
    name = normalize("NFKC", name).casefold()
    parts = ("" if char in _SKIPPED else char if _is_inside(char) else " " for char in name)
    return " ".join("".join(parts).split())


@cache
def _spelled(letter: str) -> str:
    return ascii_text(letter)


def _is_inside(char: str) -> bool:
    """Whether it belongs to a word; marks are vowels in some scripts."""
    return char.isalnum() or category(char).startswith("M")
