"""Sums of money in a text: "$4.5 million", "NOK 120 million", "10 million Swedish kronor"."""

import re
from typing import NamedTuple

_SIGNS = r"(?:US|AU|NZ|CAN?|CDN|HK|TT|EC|BD|FJ|A|C|S|R|J|GH)?[$€£¥₹₩¢]|Rs\.?"
_CODES = (
    "EUR|Euro|USD|GBP|CHF|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|BGN|JPY|CNY|RMB|AUD|CAD|NZD|SGD|UAH|MDL|GEL"
    "|AMD|AZN|KZT|TRY|INR|PKR|BDT|LKR|NPR|KRW|THB|VND|PHP|IDR|MYR|AED|SAR|QAR|KWD|BHD|OMR|JOD|EGP"
    "|MAD|TND|ZAR|KES|UGX|TZS|RWF|NGN|GHS|XOF|XAF|ETB|BRL|MXN|ARS|CLP|COP|PEN"
)
_SCALE = r"(?:[ -](?:[Tt]housand|[MmBb]illion|[Tt]rillion|[Cc]rore|[Ll]akh)s?|\s?(?:bn|mn|m|k))\b"
_DIGITS = r"\d[\d,.]*(?: \d{3})*"
NUMBER = rf"{_DIGITS}(?:{_SCALE})?"
"""A number as sums have it, maybe of millions."""
_SPELT = (
    r"(?:(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Tt]welve"
    r"|[Ff]ifteen|[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Aa]|[Hh]alf a)"
    rf"{_SCALE})"
)
_COINS = (
    r"(?:[Ee]uros?|[Dd]ollars?|pounds?|francs?|krone[rn]?|kron[ou]r|yen|[Yy]uan|[Rr]upees?|riyals?|dirhams?"
    r"|dinars?|rand|rubles?|roubles?|hryvnias?|zlotys?|shekels?|baht|pesos?|reais"
    r"|shillings?|naira|cedis?|lira|lei|leu|pesetas?|forints?)"
)
_NATION = r"(?:[A-Z]{2,3} |[A-Z][a-z]+ )?"
_MONEY = re.compile(
    rf"(?:\b(?:{_CODES})\s?|(?:{_SIGNS})\s?){NUMBER}"
    rf"|\b(?:{NUMBER}|{_SPELT})[ \u00a0](?:{_NATION}{_COINS}|{_CODES}|€)(?!\w)",
)
_FIGURE = re.compile(rf"(?P<digits>{_DIGITS})(?P<scale>{_SCALE})?")


class Sum(NamedTuple):
    """A sum in a text: half-open span in code points, and as written."""

    start: int
    end: int
    text: str


def money(text: str, place: int = 0) -> str | None:
    """The sum of money nearest to a place in a text, as written; None if the text has none.

    Args:
        text: A sentence.
        place: Offset in code points.
    """
    nearest = min(sums(text), key=lambda one: abs(one.start - place), default=None)
    return nearest.text if nearest else None


def without_sums(text: str) -> str:
    """A text without its sums of money."""
    return _MONEY.sub("", text)


def sums(text: str) -> list[Sum]:
    """All sums of money in a text, in order."""
    return [Sum(m.start(), m.end(), m.group().rstrip(".,")) for m in _MONEY.finditer(text)]


def completed(number: str, before: str) -> str:
    """A number without currency as a sum in that of the one before, and of millions if that is.

    Args:
        number: The number, maybe of millions: "5".
        before: The sum before: "NOK 10 million".
    """
    told, whole = _FIGURE.match(number), _FIGURE.search(before)
    if told is None or whole is None:
        return number
    digits = told["digits"].rstrip(",.")
    scale = told["scale"] or whole["scale"] or ""
    return f"{before[: whole.start()]}{digits}{scale}{before[whole.end() :]}"
