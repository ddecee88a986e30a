"""Whether a sentence that names nobody speaks of two, of whom it may state something."""

import re
from collections.abc import Mapping
from itertools import pairwise

from communique.extractors.reading.whom.nouns import (
    GUESTS,
    HOLDERS,
    ISSUER_NOUNS,
    LANDS,
    NUMBERS,
    PAIR,
    STYLES,
)
from communique.extractors.reading.whom.recall.pronouns import HE, IT, SHE

_PEOPLE = (HOLDERS | PAIR | GUESTS | STYLES) - LANDS


def _plural(noun: str) -> str:
    """The plural of a noun that may stand for somebody."""
    if noun.endswith("man"):
        return f"{noun[:-3]}men"
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


_AT_HAND = (
    "attend attends attended speak speaks spoke spoken join joins joined participate participates "
    "participated represent represents represented speech remarks keynote"
).split()
"""Words by which somebody is at the event that the text has spoken of."""
_ONE: Mapping[str, str] = {
    **dict.fromkeys(HE, "he"),
    **dict.fromkeys(SHE, "she"),
    **dict.fromkeys(IT, "it"),
    **dict.fromkeys("i me my mine myself we us our ours ourselves".split(), "we"),
    **dict.fromkeys(("their", "themselves"), "they"),
    **dict.fromkeys((*ISSUER_NOUNS, "authorities"), "body"),
    **dict.fromkeys(_AT_HAND, "event"),
    **{form: noun for noun in _PEOPLE for form in (noun, _plural(noun))},
}
"""Words that may mean somebody, by what tells that two of them need not mean the same."""
_SEVERAL = re.compile(
    r"\b(?:they|them|both|former|latter|accompanied|visiting the country|"
    r"(?:the|all|these) (?!last|past|next|first)(?:\w+ )?"
    rf"(?:{'|'.join([*NUMBERS, *map(_plural, PAIR)])}))\b"
)
"""Words for several who were named together, or that need no other beside them."""
_NEAR = 14
"""Most words from one of two such words to the other."""
_WORD = re.compile("[a-z]+")


def speaks_of_several(text: str) -> bool:
    """Whether words of a text that names nobody mean two or more ("they", "she met the minister").

    Of one alone, or of those who speak, a sentence states nothing, unless it is about the event or
    the body at hand: "the minister attended as well", "it was organised by the ministry".
    """
    lowered = text.lower()
    if _SEVERAL.search(lowered):
        return True
    meant = [
        (place, one) for place, word in enumerate(_WORD.findall(lowered)) if (one := _ONE.get(word))
    ]
    return any(b - a <= _NEAR and one != other for (a, one), (b, other) in pairwise(meant))
