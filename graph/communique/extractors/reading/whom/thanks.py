"""Whose deed somebody thanks for: "thanked X for its support"."""

from collections.abc import Sequence

from communique.extractors.parse import Token
from communique.extractors.syntax.arguments import objects
from communique.extractors.syntax.phrases import prepositional

_THANKING = frozenset(
    "thank praise commend applaud salute credit laud congratulate recognise recognize appreciate "
    "acknowledge".split()
)
_GRATEFUL = frozenset({"grateful", "thankful", "indebted", "gratitude", "thank", "appreciation"})
_DEPTH = 4


def thanked(pronoun: Token) -> Sequence[Token]:
    """Those whom a possessive after "for" means, if the clause thanks somebody; else nobody."""
    token = pronoun
    for _ in range(_DEPTH):
        if token.dep_ == "pobj" and token.head.lower_ == "for":
            return _addressees(token.head.head)
        if token.head is token:
            break
        token = token.head
    return []


def _addressees(word: Token) -> Sequence[Token]:
    """Those to whom a verb, adjective or noun of thanks is addressed."""
    if word.lemma_ in _THANKING and word.pos_ == "VERB":
        return objects(word)
    if word.lemma_.lower() in _GRATEFUL:
        return prepositional(word, "to")
    thanks = [noun for noun in objects(word) if noun.lemma_.lower() in _GRATEFUL]
    return [t for noun in thanks for t in (prepositional(noun, "to") or prepositional(word, "to"))]
