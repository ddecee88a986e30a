"""Headlines: texts whose capitals tell nothing about names."""

import re

from communique.extractors.sieve import holds
from communique.gazetteer.closed_classes import given_names
from communique.gazetteer.nouns import read_nouns
from communique.gazetteer.territories import fold

_SMALL_WORDS = re.compile(
    r"(?i)\b(?:for|and|of|the|to|in|on|at|by|with|as|from|off|near|after|amid|into|over|"
    r"against|during|ahead|while|says?|its|their)\b"
)
_VERBS = re.compile(r"(?<![\w’'-])(?P<before>[\w’'-]{1,40}) (?P<word>[A-Z][a-z]+)\b")
_JOINTS = frozenset({"of", "in", "and", "to", "from", "the"})
"""Words before a capital that begins no verb."""
_WORD = re.compile(r"[^\W\d_]\S*")
_LONGEST_CODE = 2
"""Characters of a word that stays in capitals in a lowered heading ("UN")."""
_LONGEST_SMALL = 3
"""Characters of a word that headlines may leave in lower case."""
_FEWEST_WORDS = 4
_SHARE = 0.7
_FORMAL_KINDS = (
    "State", "Official", "Working", "Courtesy", "Introductory", "Goodwill", "Bilateral", "Farewell",
    "Port",
)  # fmt: skip
_FORMAL_NOUNS = ("Visit", "Call", "Meeting", "Talk", "Discussion")
_FORMAL = re.compile(
    r"\b((?:an?|the|his|her|their|on|for|paid|pays?|during|after|\w+-day|held|holds?) )"
    rf"((?:(?:{'|'.join(_FORMAL_KINDS)}) ){{1,2}}(?:{'|'.join(_FORMAL_NOUNS)})s?)\b(?! [A-Z])"
)
"""Nouns for visits and talks that formal releases write with capitals."""


_COMMON = ("Joint Investigation Team", "Joint Action Day")
_TOGETHER = re.compile(rf"\b(?:{'|'.join(_COMMON)})s?\b(?! [“\"‘]?[A-Z])")
"""What authorities of several states do, which is nobody's name."""


def lowered(text: str) -> str:
    """A heading in capitals as a title, of the same length; any other text as it is."""
    if not text.isupper() or len(_WORD.findall(text)) == 1:
        return text
    words = re.split(r"(\W+)", text)
    titled = "".join(word if len(word) <= _LONGEST_CODE else word.capitalize() for word in words)
    titled = _SMALL_WORDS.sub(lambda match: match[0].lower(), titled)
    titled = _VERBS.sub(_verb, titled)
    return titled if len(titled) == len(text) else text


def _verb(match: re.Match[str]) -> str:
    """Two words, the second in small letters if it is a verb and no name goes on with it."""
    before, word = match["before"], match["word"]
    named = before in _JOINTS or fold(before) in given_names()
    verb = word in read_nouns().headline_verbs and not named
    return f"{before} {word.lower()}" if verb else match[0]


def is_headline(text: str) -> bool:
    """Whether nearly every word is capitalised, so that capitals tell nothing."""
    if text.rstrip().endswith("."):
        return False
    words = [word for word in text.split() if word[0].isalpha() and len(word) > _LONGEST_SMALL]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= _FEWEST_WORDS and capitals > _SHARE * len(words)


def plain(text: str) -> str:
    """A text with its formal nouns in lower case ("paid a Courtesy Call"); no offset changes.

    What asks for a name in capitals takes them for one.
    """
    if holds(text, _COMMON):
        text = _TOGETHER.sub(lambda match: match[0].lower(), text)
    if not holds(text, _FORMAL_NOUNS) or not holds(text, _FORMAL_KINDS):
        return text
    return _FORMAL.sub(lambda match: match[1] + match[2].lower(), text)
