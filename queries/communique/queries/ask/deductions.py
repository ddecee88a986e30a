"""What is taken from the score of a template for what it leaves of a question."""

from collections.abc import Sequence

from communique.queries.ask.filling import Filling
from communique.queries.ask.matching import LIGHT
from communique.queries.ask.reading.terms import BEYOND, ENTITY, Asked

UNUSED_NAME = 0.35
"""For an entity that it has no place for."""
UNUSED_OFFICE = 0.15
"""For an office."""
UNUSED_TIME = 0.1
"""For a time or a number."""
STRANGE_WORD = 0.08
"""For a word that no question of the catalogue has."""
STRANGE_NAME = 0.3
"""For such a word that is written like a name."""
FOREIGN = 0.06
"""For a class of words that none of its phrasings has."""
ALL_FOREIGN = 0.3
"""For all that a question says beside names, if none of its phrasings has any of it."""
LACKED = 0.06
"""For a class of words that its phrasings have and the question does not."""
DOUBT = 0.1
"""For each part of the question that is read as something less likely."""
OUTSIDE = 0.4
"""For what is asked of somebody else than a graph."""
NOTHING = 1.0
"""For a question that says nothing, or nothing that is known."""

_SAYS_NOTHING = LIGHT | {"be", "do", "as"}


def deduction(asked: Asked, filling: Filling, foreign: Sequence[str], lacked: int) -> float:
    """What a template loses.

    Args:
        asked: The question, as it was read.
        filling: What the template makes of it.
        foreign: Classes of words that the template's phrasings do not have.
        lacked: How many classes they all have and the question does not.
    """
    outside = any(BEYOND in term.classes for term in asked.terms)
    return (
        _unused(asked, filling)
        + _strange(asked)
        + FOREIGN * len(foreign)
        + ALL_FOREIGN * _all_foreign(asked, foreign)
        + LACKED * lacked
        + DOUBT * asked.doubts
        + OUTSIDE * outside
        + NOTHING * _says_nothing(asked)
    )


def _unused(asked: Asked, filling: Filling) -> float:
    names = {mention.text for mention in asked.mentions}
    offices = {office.text for office in asked.offices}
    costs = (
        UNUSED_NAME if words in names else UNUSED_OFFICE if words in offices else UNUSED_TIME
        for words in filling.unused
    )
    return sum(costs)


def _strange(asked: Asked) -> float:
    unknown = [term.text for term in asked.terms if not term.known]
    return sum(STRANGE_NAME if text[0].isupper() else STRANGE_WORD for text in unknown)


def _all_foreign(asked: Asked, foreign: Sequence[str]) -> bool:
    """Whether a question says something beside names, and a template never any of that."""
    said = {term.classes[0] for term in asked.terms if term.known}
    content = {c for c in said - _SAYS_NOTHING - {ENTITY} if not c.startswith("@")}
    return bool(content) and content <= set(foreign)


def _says_nothing(asked: Asked) -> bool:
    """Whether there are only names beside unknown words, or nothing at all."""
    saying = [term for term in asked.terms if not _SAYS_NOTHING.issuperset(term.classes)]
    unknown = any(not term.known for term in saying)
    told = any(term.known and ENTITY not in term.classes for term in saying)
    return not saying or (unknown and not told)
