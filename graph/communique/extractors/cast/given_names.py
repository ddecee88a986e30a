"""Given names by the pronoun that their bearers mostly have, to tell who "she" and "he" are."""

from dataclasses import dataclass
from functools import cache, lru_cache

from communique.gazetteer.closed_classes import read_classes
from communique.gazetteer.territories import fold

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i"})
"""Letters that do not come apart into a plain one and a diacritic."""

_NAMES = 4096
"""Names of which it is remembered what they tell."""


@dataclass(frozen=True, slots=True)
class GivenNames:
    """Closed classes of given names and parts of names, folded.

    Attributes:
        female: Given names of women.
        male: Given names of men; names of both are in neither class.
        female_parts: Words inside the names of women ("bint").
        male_parts: Words inside the names of men ("bin").
        female_endings: Endings of surnames of women ("-ova").
        male_endings: Endings of surnames of men ("-sky").
    """

    female: frozenset[str]
    male: frozenset[str]
    female_parts: frozenset[str]
    male_parts: frozenset[str]
    female_endings: frozenset[str]
    male_endings: frozenset[str]


@cache
def read_given_names() -> GivenNames:
    """The classes of ``given_names.json`` of the gazetteer."""
    content = read_classes("given_names")
    return GivenNames(**{name: frozenset(forms) for name, forms in content.items()})


@lru_cache(_NAMES)
def gender_of(name: str) -> str:
    """What a full name tells of its bearer: "f", "m" or "" if it tells nothing.

    The given name decides, then words like "bint", then the ending of the surname.
    """
    names = read_given_names()
    words = fold(name).translate(_LETTERS).split()
    if len(words) < 2:  # noqa: PLR2004  # a surname alone
        return ""
    first, last = words[0], words[-1]
    female = (first in names.female, bool(names.female_parts.intersection(words)),
              last.endswith(tuple(names.female_endings)))  # fmt: skip
    male = (first in names.male, bool(names.male_parts.intersection(words)),
            last.endswith(tuple(names.male_endings)))  # fmt: skip
    for is_female, is_male in zip(female, male, strict=True):
        if is_female != is_male:
            return "f" if is_female else "m"
    return ""
