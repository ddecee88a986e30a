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


def gathers(line: str) -> bool:
    """Whether a line without final stop leads a list of those who took part."""
    return _GATHERS.search(line, max(0, len(line.rstrip()) - _REACH)) is not None


def is_kind(label: str) -> bool:
    """Whether a label is a kind of states or bodies by which such a list goes on."""
    return _KIND.fullmatch(label) is not None
