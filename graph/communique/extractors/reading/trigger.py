"""A word that triggers frames: what its frames ask of it is read once."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from communique.extractors.parse import Token
from communique.extractors.reading.frame import Frame
from communique.extractors.reading.money import money
from communique.extractors.reading.script import Scene
from communique.extractors.reading.whom.meaning import Meaning
from communique.extractors.syntax.arguments import objects, surface_subjects
from communique.extractors.syntax.phrases import modifiers
from communique.extractors.syntax.slots import Slots, coins
from communique.extractors.syntax.stance import stance
from communique.ontology import EntityType, Relation, Status

_LEAVING = frozenset({"depart", "leave"})
"""Verbs whose object is where somebody sets out from."""
_TOTAL = re.compile(r"\b[Ss]ince (?:the|\d|[A-Z])|\bto date\b")
"""Words by which a sum is what was given over years, which a release recalls by the way."""

_FAR = frozenset(
    "video videolink video-link videoconference teleconference telephone phone online virtual "
    "virtually remotely webinar zoom livestream letter message recorded telegram".split()
)
"""Words of a clause by which nobody is where a voice or picture goes."""
_AFAR = re.compile(
    r"\b(?:virtually|remotely|online|(?:by|via) (?:video|videolink|videoconference))\b"
)
_YOUNG = re.compile(
    r"(?i)\bas an? (?:young )?(?:student|child|boy|girl|teenager|undergraduate|youth|trainee|"
    r"intern)\b|\b(?:when|while) (?:\w+ ){1,3}(?:was|were) (?:young|an? (?:student|child|boy))|"
    r"\b(?:while|when) (?:he |she )?(?:was )?studying\b|\bin (?:his|her) (?:youth|childhood)\b"
)
_INVITING = frozenset({"invite", "invitation"})
_NEAR = 3
"""Words up from a visit to the invitation to it: "invited to pay a visit"."""
_YEAR = re.compile(r"\b[Ii]n (?:19|20)\d\d\b")
"""A year without day or month, which is when somebody took up a post."""
_YEARS = re.compile(
    r"\b(?:from|between) (?:19|20)\d\d (?:to|and|until) |\bfor (?:many|several) years\b"
)
"""A time longer than a visit."""
DISCOURSE = frozenset(
    "topic in-doing recent same-doer last-event main-event host-state matter own-state "
    "traveller meeter stricken".split()
)
"""Slots that do not hang on the words of the sentence."""
_TEXTS = 64
"""Sentences of which it is remembered whether they tell of somebody's youth."""
DESCRIBING = frozenset({"acl", "relcl"})
_FURTHER = frozenset({"conj", "ccomp", "parataxis"})
"""Clauses beside one, whose sums are not its own."""

_LATER = frozenset("next previous forthcoming upcoming future subsequent".split())
"""Words that tell a sitting from the one spoken of."""

_AGREED = frozenset({"xcomp", "ccomp", "advcl", "acl"})
"""How a verb hangs on another that tells of what is yet to be: "agreed to hold"."""


class Trigger:
    """A verb or noun with what stands around it."""

    def __init__(self, token: Token, text: str, scene: Scene, meaning: Meaning) -> None:
        """Take the word, the text of its sentence, its scene, and whom words mean."""
        self._token = token
        self._text = text
        self._scene = scene
        self._meaning = meaning
        self._slots = Slots(token)

    def fits(self, frame: Frame) -> bool:
        """Whether the words that a frame wants beside its trigger are there."""
        if frame.relation == Relation.VISITS and (self._stays(frame) or self._is_no_visit(frame)):
            return False
        if frame.through and frame.through.isdisjoint(self._object_words):
            return False
        if frame.doers and frame.doers.isdisjoint(self._surface_words):
            return False
        if (frame.amount and not self._paid) or (frame.plain and self._demands):
            return False
        if (frame.deed and not self._deed) or (frame.pairs and self._is_later):
            return False
        return not frame.marks or not frame.marks.isdisjoint(self._modifier_words)

    def leads(self, frame: Frame) -> bool:
        """Whether the slots of a frame lead anywhere, on both sides."""
        if not self._lead(frame, frame.subject):
            return False
        return frame.pairs or frame.aim is not None or self._lead(frame, frame.object)

    def _lead(self, frame: Frame, slots: tuple[str, ...]) -> bool:
        if not DISCOURSE.isdisjoint(slots):
            return True
        for slot in slots if not self._slots.lead_nowhere(slots) else ():
            if self._slots.reached(slot, frame.through, frame.particles):
                return True
        return "object" in slots and self._token.dep_ in DESCRIBING

    def reached(self, frame: Frame, slot: str) -> Sequence[Token]:
        """The tokens that a slot of a frame leads to."""
        return self._slots.reached(slot, frame.through, frame.particles)

    def _stays(self, frame: Frame) -> bool:
        """Whether a verb of motion moves something else, or is none: "was active in X"."""
        moves = bool(frame.verbs) and not frame.through and "subject" in frame.subject
        onward = moves and not any(slot.startswith("object") for slot in frame.object)
        return onward and self._is_elsewhere

    def _is_no_visit(self, frame: Frame) -> bool:
        """Whether somebody speaks from afar, is recalled as young, invited, or takes up a post."""
        posts = not frame.through and frame.object_types == {EntityType.ORGANISATION}
        return self._is_past_or_far or self._is_invited or (posts and self._takes_post)

    @cached_property
    def _is_invited(self) -> bool:
        """Whether somebody is only asked to come: "an invitation to pay a visit to X"."""
        word = self._token
        for _ in range(_NEAR):
            asked = word.tag_ == "VB" or word.lower_ == "for"
            above = word.head
            given = [c.lemma_ for c in above.children if c.dep_ in {"dobj", "nsubjpass"}]
            if asked and above != word and not _INVITING.isdisjoint([above.lemma_, *given]):
                return True
            word = word.head
        return False

    @cached_property
    def _is_past_or_far(self) -> bool:
        far = any(token.lower_ in _FAR for token in _clause(self._token))
        return far or recalls_youth(self._text) or _YEARS.search(self._text) is not None

    @cached_property
    def _takes_post(self) -> bool:
        """Whether it tells of a career: "came to BODY in 1998", "went to BODY as a lawyer"."""
        posted = any(c.lower_ == "as" and c.dep_ == "prep" for c in self._token.children)
        return posted or _YEAR.search(self._text) is not None

    @cached_property
    def _is_elsewhere(self) -> bool:
        """Whether a verb of motion has an object or a complement, or leads back."""
        words = {c.lower_ for c in self._token.children}
        complements = any(c.dep_ in {"acomp", "attr"} for c in self._token.children)
        moved = bool(objects(self._token)) and self._token.lemma_ not in _LEAVING
        return moved or complements or "back" in words

    def stance(self, *, promised: bool) -> Status | None:
        """How its clause is meant, what is promised counted or not."""
        return self._promised if promised else self._stance

    @cached_property
    def is_hearsay(self) -> bool:
        """Whether it is quoted from somebody whom the release does not know."""
        return self._meaning.is_hearsay(self._scene, self._token)

    @cached_property
    def _stance(self) -> Status | None:
        return stance(self._token)

    @cached_property
    def _promised(self) -> Status | None:
        return stance(self._token, promised=True)

    @cached_property
    def _paid(self) -> bool:
        words = " ".join(token.text for token in _clause(self._token))
        return money(words) is not None and not _TOTAL.search(self._text)

    @cached_property
    def _demands(self) -> bool:
        after = (child for child in self._token.children if child.i > self._token.i)
        return self._deed or any(c.tag_ == "VB" and c.dep_ != "conj" for c in after)

    @cached_property
    def _deed(self) -> bool:
        """Whether "in" with a gerund follows: "joined X in calling for it"."""
        after = (c for c in self._token.children if c.i > self._token.i and c.lower_ == "in")
        return any(c.dep_ == "pcomp" for preposition in after for c in preposition.children)

    @cached_property
    def _is_later(self) -> bool:
        """Whether its object is another one than that told of: "agreed to hold the next round"."""
        words = (child.lower_ for noun in objects(self._token) for child in noun.children)
        return self._token.dep_ in _AGREED and not _LATER.isdisjoint(words)

    @cached_property
    def _object_words(self) -> Sequence[str]:
        return _words(objects(self._token))

    @cached_property
    def _surface_words(self) -> Sequence[str]:
        return _words(surface_subjects(self._token) or objects(self._token))

    @cached_property
    def _modifier_words(self) -> Sequence[str]:
        beside = {"advmod", "prep", "prt"} if self._token.pos_ == "VERB" else {"advmod"}
        manners = (child for child in self._token.children if child.dep_ in beside)
        return _words([*modifiers(self._token), *manners])  # "financially supported"


def _words(tokens: Iterable[Token]) -> list[str]:
    """The words and their dictionary forms."""
    return [
        word for token in tokens for word in (token.lemma_.lower(), token.lower_, *coins(token))
    ]


def tells_of_no_stay(text: str) -> bool:
    """Whether a sentence says that somebody is somewhere by voice or picture, or long ago."""
    return _AFAR.search(text) is not None or recalls_youth(text)


@lru_cache(_TEXTS)
def recalls_youth(text: str) -> bool:
    """Whether a sentence tells of somebody's youth, of which no release makes a visit."""
    return _YOUNG.search(text) is not None


def _clause(trigger: Token) -> Sequence[Token]:
    """The words of a clause without those joined to it; of a participle also its noun."""
    above = trigger.head if trigger.dep_ in DESCRIBING else trigger
    apart = {t.i for c in above.children if c.dep_ in _FURTHER for t in c.subtree}
    own = {t.i for t in trigger.subtree}
    return [t for t in above.subtree if t.i in own or t.i not in apart]
