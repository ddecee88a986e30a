"""Relative clauses that stand behind the day or site of what they tell of."""

import re
from collections.abc import Iterator

from communique.extractors.dates.expressions.lexicon import MONTH_NUMBERS, WEEKDAY_NUMBERS
from communique.extractors.parse import Sentence, Token
from communique.extractors.reading.script import Scene
from communique.extractors.syntax.misplaced import hang
from communique.ontology import UNDERTAKINGS, EntityType

_DAYS = MONTH_NUMBERS.keys() | WEEKDAY_NUMBERS.keys()
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_TIMES = frozenset({"pobj", "npadvmod", "nummod", "conj"})
"""As what a day hangs on the words before it."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_SITES = frozenset({EntityType.PLACE, EntityType.COUNTRY})
_HELD = frozenset(
    "host co-host organise organize co-organise hold convene chair co-chair moderate attend lead "
    "co-lead coordinate co-ordinate conduct".split()
)
"""What is done to events and operations, by a passive, and not to places."""
_RUNNING = frozenset({"involve", "gather", "last", "aim", "conclude", "end", "begin", "start"})
"""What events and operations do, and places do not."""


def tell_of_undertakings(scene: Scene) -> None:
    """Hang clauses on their events and operations, before anything is read of a parse.

    "Attended the forum in Riga on Monday, which was hosted by X": the parser says it of the day.
    """
    for sentence in scene.sentences():
        for verb in _clauses(sentence):
            apart = _is_day(verb.head) or (_is_site(scene, verb.head) and _is_of_undertaking(verb))
            told = _nearest(scene, sentence, verb.head.i) if apart else None
            if told is not None:
                hang(verb, told, "relcl")


def _clauses(sentence: Sentence) -> Iterator[Token]:
    """Yield the verbs of clauses with "which" in a sentence."""
    for verb in sentence:
        if verb.dep_ == "relcl" and verb.head.i < verb.i:
            subjects = (child for child in verb.children if child.dep_ in _SUBJECTS)
            if any(child.lower_ == "which" for child in subjects):
                yield verb


def _is_day(token: Token) -> bool:
    """Whether a word is a day, a month or a year, not that of a noun ("the treaty of 2005")."""
    if token.dep_ not in _TIMES:
        return False
    beside = token.head.lower_ in _DAYS or any(t.lower_ in _DAYS for t in token.children)
    number = token.text.isdecimal() and (beside or _YEAR.fullmatch(token.text) is not None)
    return (token.lower_ in _DAYS or number) and not _is_of(token)


def _is_of(token: Token) -> bool:
    """Whether "of" leads to a time."""
    while token.dep_ in _TIMES and token.head is not token:
        if token.dep_ == "pobj":
            return token.head.lower_ == "of"
        token = token.head
    return False


def _is_site(scene: Scene, token: Token) -> bool:
    """Whether a word names where something is: "in Riga"."""
    mention = scene.mention_of(token)
    return mention is not None and mention.type in _SITES and token.dep_ == "pobj"


def _is_of_undertaking(verb: Token) -> bool:
    """Whether a verb tells what is done to or by an event or operation and no place."""
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    return verb.lemma_ in (_HELD if passive else _RUNNING)


def _nearest(scene: Scene, sentence: Sentence, end: int) -> Token | None:
    """The word of the last event or operation of a sentence before one of its words."""
    found = None
    for token in sentence:
        mention = scene.mention_of(token) if token.i < end else None
        if mention is not None and mention.type in UNDERTAKINGS:
            found = token
    return found
