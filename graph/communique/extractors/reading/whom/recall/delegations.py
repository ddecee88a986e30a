"""Whom "the delegation", "the guests" and "it" mean after a delegation was spoken of."""

from collections.abc import Callable, Sequence

from communique.extractors.cast import Figure
from communique.extractors.parse import Token
from communique.extractors.reading.whom.nouns import (
    DELEGATIONS,
    LED,
    SENT,
    is_another,
    is_bare,
    lemma_of,
)
from communique.extractors.syntax.arguments import (
    clause_verb,
    objects,
    own_subjects,
    subjects,
    surface_subjects,
)
from communique.extractors.syntax.phrases import expand, prepositional
from communique.ontology import EntityType

_CONSISTING = frozenset({"consist", "comprise", "include"})
_LEADING = frozenset({"lead", "head"})
_MOVING = frozenset("visit travel fly arrive come land cross go tour pay".split())
_COLLECTIVE = DELEGATIONS | {"member", "representative", "official", "delegate"}
"""Nouns for those whom "it" or "they" means in the next sentence."""
_AT_HOME = "side"
"""What those may be called who face a delegation, which goes on to mean its own members."""
_VISITORS = frozenset({"guest", "visitor"})
_SENT_OUT = frozenset({"delegation", *_VISITORS})
_FEASTS = frozenset(
    "dinner lunch luncheon reception banquet party concert gala ceremony wedding exhibition".split()
)
"""Nouns of what has guests of its own."""
_LONGEST = 8
"""Sentences without a word of them after which those who travel together are left behind."""


class Delegations:
    """Remembers who travels together.

    Attributes:
        sent: Who is meant by "the delegation".
        asked: Whether a noun was looked up here since that was last denied; what it means may
            change with the next word.
        doing: Who is meant by "it" or "they" after a sentence about a delegation or its members.
    """

    def __init__(self) -> None:
        """Begin before the first sentence."""
        self.asked = False
        self.sent: list[Figure] = []
        self._called = ""
        self.doing: list[Figure] = []
        self._members: list[Figure] = []
        self._travelling: list[Figure] = []
        self._age = 0
        self._feasting = False

    def keep(self, token: Token, members: list[Figure]) -> list[Figure]:
        """Remember whom a delegation stands for by the noun it is called; they themselves."""
        self.asked = True
        beside = token.lemma_.lower() == _AT_HOME and self._called in SENT
        if members and not beside:
            self.sent, self._called, self._age = members, token.lemma_.lower(), 0
        elif is_another(token):
            return []
        return self.sent

    def meant(self, token: Token) -> list[Figure]:
        """Who is meant by a noun that says no more than "the mission" or "the guests"."""
        lemma = lemma_of(token)
        called = lemma in LED and lemma == self._called
        guests = lemma in _VISITORS and token.tag_ == "NNS"
        known = lemma in SENT or called or guests or lemma == "member"
        if not known or not is_bare(token) or (lemma in _VISITORS and self._feasting):
            return []
        self.asked, self._age = True, 0
        sent = self._members if lemma == "member" else self.sent or self._members
        return list(sent) or (list(self._travelling) if lemma in _SENT_OUT else [])

    def note_word(self, token: Token, means: Callable[[Token], list[Figure]]) -> None:
        """Remember, by a word of a sentence, who is on a journey or leads a delegation."""
        if token.pos_ == "VERB":
            gone = [figure for noun in travellers(token) for figure in means(noun)]
            people = [figure for figure in gone if figure.type == EntityType.PERSON]
            if people:
                self._travelling, self._age, self._feasting = people, 0, False
            return
        lemma = lemma_of(token)
        self._feasting = self._feasting or lemma in _FEASTS
        if lemma in DELEGATIONS and (heads := heads_of(token)):
            led = (figure for noun in (*heads, token) for figure in means(noun))
            self.keep(token, list(dict.fromkeys(led)))
        elif lemma in SENT and is_another(token) and not means(token):
            self._part(token)

    def _part(self, token: Token) -> None:
        """Leave those who travel for a delegation of others, unless it goes with them."""
        self.sent, self._members = [], []
        apart = token.dep_ in {"nsubj", "nsubjpass"} and not prepositional(token.head, "with")
        self._travelling = [] if apart else self._travelling

    def end(self) -> None:
        """Leave those who travel behind when no word of several sentences speaks of them."""
        self._age += 1
        if self._age > _LONGEST:
            self.sent, self._members, self._travelling = [], [], []

    def note(self, subject: Token, meant: list[Figure]) -> None:
        """Remember, after a sentence, whom its grammatical subject means."""
        lemma = lemma_of(subject)
        if lemma in _COLLECTIVE and meant:
            self.doing = list(dict.fromkeys(meant))
            self._members = self.doing if lemma == "member" else self._members
        elif subject.pos_ != "PRON":
            self.doing = []


def heads_of(token: Token) -> Sequence[Token]:
    """Who leads a delegation or is in it: "X led it", "X, at the head of it", "It includes X"."""
    above = token.head
    if above.lemma_ in _CONSISTING and token.dep_ == "nsubj":
        return [t for noun in (*objects(above), *prepositional(above, "of")) for t in expand(noun)]
    if above.lemma_ in _LEADING and token.dep_ in {"dobj", "nsubjpass"}:
        return subjects(above)
    if token.dep_ != "pobj" or above.lower_ != "of":
        return []
    head = above.head
    leading = head.lower_ == "head" and head.head.lower_ == "at"
    return surface_subjects(clause_verb(head)) if leading else []


def travellers(verb: Token) -> Sequence[Token]:
    """Who is on a journey, so that "the delegation" may mean them: "X flew to", "X came with Y"."""
    if verb.lemma_ == "accompany":
        return objects(verb)
    gone = own_subjects(verb) if verb.lemma_ in _MOVING else ()
    return [token for noun in gone for token in expand(noun)]
