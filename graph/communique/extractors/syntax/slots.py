"""Slots of frames: where the steps from a trigger lead in a parse."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache, partial

from communique.extractors.parse import Token
from communique.extractors.syntax.arguments import (
    clause_verb,
    is_passive,
    objects,
    own_subjects,
    subjects,
    surface_subjects,
)
from communique.extractors.syntax.company import companions, escorts, sojourners, where
from communique.extractors.syntax.dateline import FROM_HERE
from communique.extractors.syntax.phrases import expand, modifiers, possessors, prepositional

_VERBS = frozenset({"VERB", "AUX"})
_PARTNERSHIPS = frozenset(
    "association collaboration conjunction cooperation coordination partnership".split()
)
"""Nouns behind "in" that tell with whom something is done."""
_SAID_OF = frozenset(
    "with under through by from within as in thanks via courtesy amid upon on at over".split()
)
"""Prepositions before a noun that says how something is done ("with the support of")."""
_AIMS = frozenset({"advcl", "xcomp", "acl", "relcl"})
_OWNING = frozenset({"between", "of", "by"})
"""Prepositions by which a meeting is somebody's."""
_SECOND = frozenset("deputy vice assistant former".split())
"""Words before a noun by which somebody is not, or no longer, what it says."""
_PURPOSES = frozenset({"in", "on", "at"})
_IN_SERVICE = frozenset(
    "support assistance aid help contribution backing funding favour favor command "
    "leadership participation involvement expertise attendance presence grant money".split()
)
"""Nouns that serve something after "in": "in support of X" says nothing of X."""

_Step = Callable[[Token], Sequence[Token]]


class Slots:
    """Where the slots of frames lead from one word, each step from it taken once."""

    def __init__(self, trigger: Token) -> None:
        """Take the word that triggers the frames."""
        self._trigger = trigger
        self._first: dict[str, Sequence[Token]] = {}
        self._reached: dict[tuple[str, frozenset[str]], Sequence[Token]] = {}
        self._nowhere: set[str] = set()

    def lead_nowhere(self, slots: tuple[str, ...]) -> bool:
        """Whether the first step of each slot was taken before, and led nowhere."""
        return _first_steps(slots) <= self._nowhere

    def reached(
        self, slot: str, through: frozenset[str], particles: frozenset[str]
    ) -> Sequence[Token]:
        """The tokens that a slot leads to.

        Args:
            slot: Steps with dots between them ("object.of").
            through: Nouns that the first of several steps must lead through if it is to an object;
                none if any will do.
            particles: The same for any other first step.
        """
        name, first, further = _steps(slot)
        tokens = self._first.get(name)
        if tokens is None:
            tokens = self._first[name] = first(self._trigger)
            if not tokens:
                self._nowhere.add(name)
        if not further or not tokens:
            return tokens
        key = slot, through if name == "object" and through else particles
        found = self._reached.get(key)
        if found is None:
            found = self._reached[key] = _further(tokens, further, key[1])
        return found


def _further(
    tokens: Sequence[Token], further: Iterable[_Step], wanted: Collection[str]
) -> Sequence[Token]:
    """Where steps lead from what the first one led to, through one of some words if any."""
    if wanted:
        tokens = [t for t in tokens if has_word([t], wanted)]
    for step in further:
        tokens = [t for token in tokens for t in step(token)]
    return tokens


def has_word(tokens: Iterable[Token], words: Collection[str]) -> bool:
    """Whether one of the tokens is one of the words, a form of one, or a number of such coins."""
    for token in tokens:  # asked so often that a generator shows
        if token.lower_ in words or token.lemma_.lower() in words:
            return True
        if not coins(token).isdisjoint(words):
            return True
    return False


def coins(token: Token) -> frozenset[str]:
    """The signs and codes of currency that a number has: "€15,000"."""
    if not token.text[:1].isdigit():
        return frozenset()
    return frozenset(child.lower_ for child in token.children if child.i < token.i)


@cache
def _steps(slot: str) -> tuple[str, _Step, tuple[_Step, ...]]:
    """The first step of a slot, what takes it, and what takes each further one."""
    names = slot.split(".")
    first, *further = (_STEPS.get(name) or partial(_after, preposition=name) for name in names)
    return names[0], first, tuple(further)


@cache
def _first_steps(slots: tuple[str, ...]) -> frozenset[str]:
    return frozenset(slot.partition(".")[0] for slot in slots)


def _after(token: Token, preposition: str) -> Sequence[Token]:
    return prepositional(token, preposition)


def _clause(token: Token) -> Sequence[Token]:
    verb = clause_verb(token)
    return [verb] if verb.pos_ in _VERBS else []


def _clause_doers(token: Token) -> Sequence[Token]:
    """The doers of the clause that a noun stands in, unless it is somebody else's doing."""
    owned = any(owner.pos_ != "PRON" for owner in possessors(token))
    if owned or any(child.lower_ in _OWNING for child in token.children):
        return []
    return [noun for verb in _clause(token) for noun in subjects(verb)]


def _verbal_objects(token: Token) -> Sequence[Token]:
    """Objects of a gerund after a noun or preposition ("in dismantling a network")."""
    return [t for child in token.children if child.pos_ == "VERB" for t in objects(child)]


def _bearer(token: Token) -> Sequence[Token]:
    """Who is called by a noun: "X, host of", "X is a member of", "X as chair of"."""
    head = token.head
    if token.dep_ == "acomp":
        return surface_subjects(head)
    if token.dep_ == "appos" and head.pos_ not in _VERBS:
        return expand(head)
    if token.dep_ in {"attr", "oprd"} and head.pos_ in _VERBS:
        return surface_subjects(head) if token.dep_ == "attr" else objects(head)
    if token.dep_ in {"compound", "nmod"} and head.i > token.i:
        return expand(head)
    if token.dep_ == "pobj" and head.lower_ == "as":
        above = head.head
        return [above] if above.pos_ not in _VERBS else surface_subjects(above) or objects(above)
    return []


def _is_second(token: Token) -> bool:
    """Whether a noun is a deputy's or a former one's: "deputy chair of"."""
    return any(child.lower_ in _SECOND for child in token.children)


def _whole(token: Token) -> Sequence[Token]:
    """What a noun after a preposition is said of: "the course, held with the support of X"."""
    preposition = token.head
    while token.dep_ == "conj":
        token, preposition = preposition, preposition.head
    if token.dep_ != "pobj":
        return []
    if preposition.lower_ == "to" and preposition.head.lower_ == "thanks":
        preposition = preposition.head
    elif preposition.lower_ not in _SAID_OF:
        return []
    if preposition.lower_ in _PURPOSES and token.lemma_.lower() in _IN_SERVICE:
        return []
    above = _hung_on(preposition)
    if above.dep_ == "prep":  # "together with"
        above = above.head
    if above.pos_ not in _VERBS and above.pos_ != "ADJ":
        between = above.dep_ == "nsubj" and token.doc[preposition.i - 1].text == ","
        return [above, *(_dealt_with(above.head) if between else ())]  # "X, with Y's help, runs Z"
    return _dealt_with(clause_verb(above))


def _hung_on(preposition: Token) -> Token:
    """What a preposition belongs to, also one joined to another one.

    "In cooperation with A and with the support of B" the latter belongs to what the former does.
    """
    above = preposition.head
    if preposition.dep_ != "conj" or above.dep_ != "prep":
        return above
    noun = above.head
    partnership = noun.dep_ == "pobj" and noun.lemma_.lower() in _PARTNERSHIPS
    return noun.head.head if partnership else noun


def _dealt_with(verb: Token) -> Sequence[Token]:
    """What a clause is about: object and subject, and in what somebody takes part."""
    if verb.pos_ not in _VERBS:
        return []
    shared = prepositional(verb, "in") if has_word(objects(verb), {"part"}) else []
    return [*objects(verb), *surface_subjects(verb), *shared]


def _server(token: Token) -> Sequence[Token]:
    """Who does something "in support of" others: the subject of the clause."""
    preposition = token.head
    if token.dep_ != "pobj" or preposition.lower_ != "in":
        return []
    return [noun for verb in _clause(preposition) for noun in subjects(verb)]


def _own_doer(token: Token) -> Sequence[Token]:
    """The subject, unless the object is somebody else's: "reiterated X's support"."""
    owners = [
        owner for noun in objects(token) for owner in (*possessors(noun), *modifiers(noun))
        if owner.pos_ == "PROPN"
    ]  # fmt: skip
    return [] if owners else subjects(token)


def _beside(token: Token) -> Sequence[Token]:
    """With whom something was done, not with whose help."""
    found = prepositional(token, "with") if is_passive(token) else []
    return [] if any(noun.lemma_.lower() in _IN_SERVICE for noun in found) else found


def _modifiers(token: Token) -> Sequence[Token]:
    """Nouns and demonyms before a noun, joined ones included: "Swedish and Danish money"."""
    return [t for noun in modifiers(token) for t in expand(noun) if t.i < token.i]


def _purpose(token: Token) -> Sequence[Token]:
    """What somebody goes somewhere to do: "travels to X to attend Y"."""
    return [
        child
        for child in token.children
        if child.dep_ in _AIMS and child.tag_ == "VB" and child.i > token.i
    ]


def _helped(verb: Token) -> Sequence[Token]:
    """Whom a verb helps to do something: "is helping X to train Y"."""
    doing = [c for c in verb.children if c.dep_ in {"ccomp", "xcomp"} and c.tag_ == "VB"]
    found = [t for child in doing for subject in own_subjects(child) for t in expand(subject)]
    return [*found, *objects(verb)] if doing else []


_REMOTE = frozenset({"video", "videoconference", "teleconference", "phone", "telephone", "link"})


def _there(verb: Token) -> Sequence[Token]:
    """The word that says that something is done where the text just was."""
    return [c for c in verb.children if c.lower_ == "there" and c.dep_ == "advmod"]


def _dateline(verb: Token) -> Sequence[Token]:
    """The site of the dateline before what happened, if the clause names no other."""
    here = verb.doc[0]
    told = verb.tag_ in {"VBD", "VBN", "VBZ"} and not any(c.tag_ == "MD" for c in verb.children)
    placed = any(prepositional(verb, preposition) for preposition in ("in", "at", "via"))
    placed = placed or any(noun.lower_ in _REMOTE for noun in prepositional(verb, "by"))
    opens = here.text == FROM_HERE and verb.sent.start == 0 and verb.dep_ == "ROOT"
    return [here] if opens and told and not placed else []


_STEPS: Mapping[str, Callable[[Token], Sequence[Token]]] = {
    "subject": lambda token: subjects(token) if token.pos_ in _VERBS else [],
    "object": lambda token: objects(token) if token.pos_ in _VERBS else _verbal_objects(token),
    "companion": lambda token: companions(token) if token.pos_ in _VERBS else [],
    "escort": lambda token: escorts(token) if token.pos_ in _VERBS else [],
    "agent": lambda token: subjects(token) if is_passive(token) else [],
    "beside": _beside,
    "bearer": lambda token: [] if _is_second(token) else _bearer(token),
    "whole": _whole,
    "server": _server,
    "own-doer": lambda token: _own_doer(token) if token.pos_ in _VERBS else [],
    "purpose": _purpose,
    "helped": lambda token: _helped(token) if token.pos_ in _VERBS else [],
    "sojourner": sojourners,
    "where": lambda token: where(token) if token.pos_ in _VERBS else [],
    "there": _there,
    "dateline": lambda token: _dateline(token) if token.pos_ in _VERBS else [],
    "possessor": possessors,
    "owner": lambda token: possessors(token) or modifiers(token),
    "modifier": _modifiers,
    "self": lambda token: [token],
    "clause": _clause,
    "clause-doer": _clause_doers,
    "dative": lambda token: [child for child in token.children if child.dep_ == "dative"],
}
"""Slot steps that are no preposition."""
