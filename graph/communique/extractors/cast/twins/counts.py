"""What number a word gives an event: "37th", "thirty-seventh", "XXXVII"."""

import re
from functools import lru_cache

_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ROMAN = re.compile(r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50}
_UNITS = dict(
    zip(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
        range(1, 20),
        strict=True,
    )
)
_TENS = {
    "twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70, "eight": 80,
    "ninet": 90,
}  # fmt: skip
_COUNTED = re.compile(rf"(?P<ten>{'|'.join(_TENS)})(?:ieth|y-(?P<unit>\w+))")


@lru_cache(1024)
def number_of(word: str) -> str:
    """The number or year that a word in lower case tells, in digits; "" if it tells none."""
    if _YEAR.fullmatch(word):
        return word
    if _ORDINAL.fullmatch(word):
        return word[:-2]
    if word in _UNITS:
        return str(_UNITS[word])
    found = _COUNTED.fullmatch(word)
    if found is not None and (found["unit"] is None or found["unit"] in _UNITS):
        return str(_TENS[found["ten"]] + _UNITS.get(found["unit"] or "", 0))
    return str(_roman(word)) if _ROMAN.fullmatch(word) else ""


def is_year(number: str) -> bool:
    """Whether it is a year that a name bears."""
    return _YEAR.fullmatch(number) is not None


def _roman(word: str) -> int:
    digits = [_ROMAN_DIGITS[letter] for letter in word]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    return sum(-digit if digit < following else digit for digit, following in pairs)
