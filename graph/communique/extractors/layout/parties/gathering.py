"""Lists of those who took part, kind by kind: "EU Member States: A and B"."""

import re

_GATHERS = re.compile(
    r"(?i)\b(?:brought together|brings? together|bringing together|united|participa\w+|"
    r"took part|taking part|involv\w+|joined|attended)\b[^.]{0,60}:?\s*$"
)
_REACH = 100
"""Characters at the end of a line that hold the words."""
_KIND = re.compile(
    r"(?i)(?:(?:non-|other |candidate |partner |third |participating |contributing |observer )*"
    r"(?:(?:non-)?[A-Z]{2,}(?:['’]s?)? |European |African |Asian |American |Schengen |Balkan )?)"
    r"(?:member states|member countries|allies|countries|states|nations|partners|agencies|bodies)"
)

_GOES_ON = re.compile(
    r"(?i)\W*(?:(?:and|also|from|by|as well as|plus|these|the|other|further|international|regional|"
    r"partner|third|participating|two|three|four|five|six|\d+) )*(?:bodies|body|institutions?|"
    r"organi[sz]ations?|agency|agencies|countries|country|states?|nations?|partners|authorities|"
    r"services|companies|observers?|guests)"
    r"(?: (?:involved|taking part|represented|present))?\W*"
)
"""A line of a kind of states or bodies, by which a list goes on."""


def gathers(line: str) -> bool:
    """Whether a line without final stop leads a list of those who took part."""
    return _GATHERS.search(line, max(0, len(line.rstrip()) - _REACH)) is not None


def is_kind(label: str) -> bool:
    """Whether a label is a kind of states or bodies by which such a list goes on."""
    return _KIND.fullmatch(label) is not None


def goes_on(line: str) -> bool:
    """Whether a line between two lists is a kind by which the first one goes on."""
    return _GOES_ON.fullmatch(line) is not None
