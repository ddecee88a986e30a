"""A passage prepared for its features: arguments, chains and stances of its words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from communique.extractors.parse import Token
from communique.extractors.scoring.references import Passage
from communique.extractors.syntax.arguments import clause_verb, objects, subjects
from communique.extractors.syntax.phrases import modifiers, possessors, prepositional
from communique.extractors.syntax.stance import stance

_JOINED = frozenset({"conj", "appos"})
_VERBAL = frozenset({"VERB", "AUX"})
_HEADS = frozenset({"VERB", "NOUN"})
_PREPOSITIONS = frozenset({"prep", "agent", "dative"})
_DEPTH = 25
"""Most words above a word that are looked at."""

Note = Callable[[Iterable[Token], Token, str], None]


@dataclass(slots=True)
class Sight:
    """What the features of all pairs of one passage share.

    Attributes:
        passage: The sentence with those it may speak of.
        arguments: For each referring word the verbs and nouns it is an argument of, and as what.
        places: Positions of the referring words, in text order.
        alone: For each referring word what is noted of it by itself, once somebody has asked.
    """

    passage: Passage
    arguments: dict[int, list[tuple[Token, str]]]
    places: tuple[int, ...]
    alone: dict[int, list[str]] = field(default_factory=dict)
    _chains: dict[int, list[Token]] = field(default_factory=dict)
    _stances: dict[int, str] = field(default_factory=dict)
    _verbs: dict[int, Token] = field(default_factory=dict)

    @classmethod
    def of(cls, passage: Passage) -> "Sight":
        """Prepare a passage."""
        places = {r.token.i for r in passage.references if r.token is not None}
        return cls(passage, _arguments(passage, places), tuple(sorted(places)))

    def chain(self, token: Token) -> list[Token]:
        """The head of the list a token stands in, and the words above it."""
        known = self._chains.get(token.i)
        if known is None:
            current = token
            while current.dep_ in _JOINED and current.head.pos_ not in _VERBAL:
                current = current.head
            known = [current]
            while current.head.i != current.i and len(known) < _DEPTH:
                current = current.head
                known.append(current)
            self._chains[token.i] = known
        return known

    def stance(self, token: Token) -> str:
        """Whether a word's clause reports, announces, or does neither."""
        known = self._stances.get(token.i)
        if known is None:
            known = self._stances[token.i] = str(stance(token) or "none")
        return known

    def verb(self, token: Token) -> Token:
        """The verb whose clause a word stands in."""
        known = self._verbs.get(token.i)
        if known is None:
            known = self._verbs[token.i] = clause_verb(token)
        return known


def steps(chain: Sequence[Token]) -> list[str]:
    """The dependencies along a chain, prepositions with their word."""
    return [
        f"{token.dep_}:{token.lower_}" if token.pos_ == "ADP" else token.dep_
        for token in chain[:-1]
    ]


def _arguments(passage: Passage, places: set[int]) -> dict[int, list[tuple[Token, str]]]:
    found: dict[int, list[tuple[Token, str]]] = {}

    def note(tokens: Iterable[Token], head: Token, role: str) -> None:
        for token in tokens:
            if token.i in places and token.i != head.i:
                found.setdefault(token.i, []).append((head, role))

    for head in passage.sentence:
        if head.pos_ in _HEADS:
            _note_arguments(head, note)
    return found


def _note_arguments(head: Token, note: Note) -> None:
    """Note the arguments of a verb or noun."""
    if head.pos_ == "VERB":
        _note_verb(head, note)
    else:
        note(possessors(head), head, "owner")
        note(modifiers(head), head, "modifier")
    for child in head.children:
        if child.dep_ in _PREPOSITIONS:
            note(prepositional(head, child.lower_), head, child.lower_)


def _note_verb(verb: Token, note: Note) -> None:
    """Note the doers of a verb, what is done to, and what hangs on the latter."""
    note(subjects(verb), verb, "doer")
    done = objects(verb)
    note(done, verb, "done")
    for noun in done:
        for child in noun.children:
            if child.dep_ == "prep":
                role = f"done.{noun.lemma_.lower()}.{child.lower_}"
                note(prepositional(noun, child.lower_), verb, role)
    note([child for child in verb.children if child.dep_ == "dative"], verb, "dative")
