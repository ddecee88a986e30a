"""A passage prepared for its features: arguments, chains and stances of its words."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, field

from communique.extractors.parse import Token
from communique.extractors.scoring.features.chain import Chain
from communique.extractors.scoring.references import Passage
from communique.extractors.syntax.arguments import clause_verb, objects, subjects
from communique.extractors.syntax.phrases import modifiers, possessors, prepositional
from communique.extractors.syntax.stance import stance

_HEADS = frozenset({"VERB", "NOUN"})
_PREPOSITION = frozenset({"prep"})
_PREPOSITIONS = _PREPOSITION | {"agent", "dative"}

Note = Callable[[Iterable[Token], Token, str], None]


@dataclass(slots=True)
class Sight:
    """What the features of all pairs of one passage share.

    Attributes:
        passage: The sentence with those it may speak of.
        words: The words of the sentence.
        start: Position of the first one in its block; positions below count from there too.
        arguments: For each referring word the verbs and nouns it is an argument of, and as what.
        places: Positions of the referring words, in text order.
        alone: For each referring word what is noted of it by itself, once somebody has asked.
    """

    passage: Passage
    words: Sequence[Token]
    start: int
    arguments: dict[int, list[tuple[Token, str]]]
    places: tuple[int, ...]
    alone: dict[int, list[str]] = field(default_factory=dict)
    _lemmas: Sequence[str] = ()
    _verbs: Sequence[int] = ()
    _chains: dict[int, Chain] = field(default_factory=dict)
    _stances: dict[int, str] = field(default_factory=dict)
    _clauses: dict[int, Token] = field(default_factory=dict)

    @classmethod
    def of(cls, passage: Passage) -> "Sight":
        """Prepare a passage."""
        words = passage.sentence
        places = {r.token.i for r in passage.references if r.token is not None}
        arguments = _arguments(words, places)
        found = cls(passage, words, passage.sentence.start, arguments, tuple(sorted(places)))
        found._lemmas = [word.lemma_.lower() for word in words]
        found._verbs = [word.i for word in words if word.pos_ == "VERB"]
        return found

    def forms(self, first: int, end: int) -> list[str]:
        """The words from a position up to another, in lower case."""
        return [word.lower_ for word in self.words[first - self.start : end - self.start]]

    def lemmas(self, first: int, end: int) -> Sequence[str]:
        """The lemmas of the words from a position up to another, in lower case."""
        return self._lemmas[first - self.start : end - self.start]

    def verbs(self, first: int, end: int) -> Sequence[str]:
        """The lemmas of the verbs from a position up to another, in lower case."""
        places, start = self._verbs, self.start
        inside = places[bisect_left(places, first) : bisect_left(places, end)]
        return [self._lemmas[place - start] for place in inside]

    def beside(self, token: Token) -> tuple[str, str]:
        """The words before and after a word in lower case, empty at the ends of the sentence."""
        place = token.i - self.start
        before = self.words[place - 1].lower_ if place else ""
        after = self.words[place + 1].lower_ if place + 1 < len(self.words) else ""
        return before, after

    def chain(self, token: Token) -> Chain:
        """The head of the list a token stands in, and the words above it."""
        known = self._chains.get(token.i)
        if known is None:
            known = self._chains[token.i] = Chain(token)
        return known

    def stance(self, token: Token) -> str:
        """Whether a word's clause reports, announces, or does neither."""
        known = self._stances.get(token.i)
        if known is None:
            known = self._stances[token.i] = str(stance(token) or "none")
        return known

    def verb(self, token: Token) -> Token:
        """The verb whose clause a word stands in."""
        known = self._clauses.get(token.i)
        if known is None:
            known = self._clauses[token.i] = clause_verb(token)
        return known


def _arguments(words: Iterable[Token], places: set[int]) -> dict[int, list[tuple[Token, str]]]:
    found: dict[int, list[tuple[Token, str]]] = {}

    def note(tokens: Iterable[Token], head: Token, role: str) -> None:
        for token in tokens:
            if token.i in places and token.i != head.i:
                found.setdefault(token.i, []).append((head, role))

    for head in words:
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
    for preposition in _prepositions(head, _PREPOSITIONS):
        note(prepositional(head, preposition), head, preposition)


def _note_verb(verb: Token, note: Note) -> None:
    """Note the doers of a verb, what is done to, and what hangs on the latter."""
    note(subjects(verb), verb, "doer")
    done = objects(verb)
    note(done, verb, "done")
    for noun in done:
        for preposition in _prepositions(noun, _PREPOSITION):
            role = f"done.{noun.lemma_.lower()}.{preposition}"
            note(prepositional(noun, preposition), verb, role)
    note([child for child in verb.children if child.dep_ == "dative"], verb, "dative")


def _prepositions(head: Token, hung: Set[str]) -> Iterable[str]:
    """The prepositions that hang on a word in some way, each once, in order."""
    return dict.fromkeys(child.lower_ for child in head.children if child.dep_ in hung)
