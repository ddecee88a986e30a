"""Of whom a release tells most, whom "he" means where nobody else has just done something."""

from collections import Counter
from collections.abc import Iterable
from itertools import takewhile

from communique.extractors.cast import Figure
from communique.extractors.parse import Token
from communique.extractors.reading.whom.recall.pronouns import HE, SHE, gender, is_person
from communique.extractors.syntax.arguments import clause_verb

_ANSWERING = frozenset(
    "thank praise commend congratulate express assure wish appreciate applaud hail".split()
)
"""Verbs of what somebody says to whom the release goes on about."""
_TALKING = frozenset({"speak", "talk"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_LEAST = 2
"""Sentences in which somebody does something of whom a release tells most."""


class Lead:
    """Counts who does something, sentence after sentence."""

    def __init__(self) -> None:
        """Begin before the first sentence."""
        self._done: Counter[Figure] = Counter()
        self._doing: list[Figure] = []
        self._here: tuple[int, list[Figure]] = (0, [])

    @property
    def first(self) -> list[Figure]:
        """Who did something first, if nobody has done more since."""
        first = next(iter(self._done), None)
        return [first] if first and self._done[first] == max(self._done.values()) else []

    def note(self, subject: Iterable[Figure], tokens: Iterable[Token], *, told: bool) -> None:
        """Remember who does something in a sentence.

        Args:
            subject: Who does it.
            tokens: The words of the sentence.
            told: Whether it tells what somebody said.
        """
        words = list(tokens)
        told = told or any(t.dep_ == "ROOT" and t.lemma_ in _ANSWERING for t in words)
        people = list(dict.fromkeys(takewhile(is_person, subject)))
        self._done.update(people)
        self._doing = [] if told else people
        self._here = (id(words[0].doc) if words else 0, people)

    def _did(self, figure: Figure, doc: int) -> bool:
        """Whether the last sentence tells what somebody did, with nobody else or right before."""
        here, people = self._here
        return self._doing == [figure] or (here == doc and figure in people)

    def instead(self, near: list[Figure], token: Token, *, told: bool) -> list[Figure]:
        """Whom "he" or "she" means that goes on with what somebody does.

        Args:
            near: Who was named last and fits.
            token: The pronoun.
            told: Whether its verb is one of saying.

        Returns:
            Those if the last sentence told what they do, or the one before in the paragraph what
            they said; else who did something first and more.
        """
        deed = token.dep_ in _SUBJECTS and not (told and _says(clause_verb(token)))
        named = deed and near and token.lower_ in HE | SHE and is_person(near[0])
        if not named or self._did(near[0], id(token.doc)):
            return near
        lead, wanted = next(iter(self._done), near[0]), "m" if token.lower_ in HE else "f"
        most = self._done[lead]
        away = most >= _LEAST and most > self._done[near[0]]
        return [lead] if away and gender(lead) in {wanted, ""} else near


def _says(verb: Token) -> bool:
    """Whether a verb of saying is no talk with somebody: "called for calm", not "called X"."""
    called = verb.lemma_ == "call" and any(t.dep_ == "dobj" for t in verb.children)
    return verb.lemma_ not in _TALKING and not called
