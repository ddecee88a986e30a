"""A frame met in a sentence: the trigger and where it stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.extractors.cast import Figure
from communique.extractors.cast.figure import GUESSED
from communique.extractors.cast.main_event import is_journey, is_of_many, is_spoken
from communique.extractors.cast.pointing import is_another
from communique.extractors.parse import Token
from communique.extractors.reading.frame import Frame
from communique.extractors.reading.script import Scene
from communique.extractors.reading.whom.listed import is_office, is_post, is_principal
from communique.extractors.reading.whom.nouns import GIFTS, lemma_of
from communique.extractors.syntax.arguments import objects, surface_subjects
from communique.extractors.syntax.company import ahead
from communique.extractors.syntax.phrases import makes_up, prepositional
from communique.ontology import EntityType, Relation

_VERBS = frozenset({"VERB", "AUX"})
_EACH_OTHER = frozenset({"other", "another", "each"})
_ENDS = frozenset(
    "view aim focus goal objective purpose intention intent emphasis hope satisfaction attention "
    "regard respect reference agenda mandate participation presence support help assistance "
    "facilitation mediation interest eye urgency caution success pleasure handshake promise "
    "pledge call remark result outcome agreement".split()
)
"""Nouns behind "with" that tell of no other side: "met with a view to closer ties"."""
_HOLDING = frozenset({"hold", "have", "conduct"})
TALKS = frozenset(
    "talk consultation call conversation discussion visit trip tour travel stay exchange "
    "videoconference teleconference negotiation".split()
)
"""Nouns of events without name in which nobody takes part: they are held with somebody."""
_SIDES = re.compile(r"(?i)(?:tri|quadri)lateral (?:meeting|talks|consultations|discussions)")
"""A meeting of which a title tells no more than how many sides it has."""
_NEGOTIATED = frozenset({"talk", "negotiation", "consultation"})
_DOINGS = frozenset({Relation.ORGANISES, Relation.SUPPORTS, Relation.HOSTS})
_GIVEN = frozenset("assistance aid support relief funding".split())
"""Nouns of undertakings that are given, not organised."""
_ANOTHER = re.compile(
    r"\b(?i:another|an? (?:previous|earlier|separate|similar|different|unrelated|related|parallel"
    r"|further|second)) (?:[\w-]+ ){0,2}(?:operation|investigation|case|raid|probe|crackdown"
    r"|swoop|enquiry|inquiry)\b"
)
"""What tells of police work that is not the one a release is about."""
_STAYS = re.compile(
    r"(?i)\b(?:for|over) (?:(?:more|less) than )?(?:\w+ )?(?:years|decades)\b"
    r"|\bfrom (?:19|20)\d\d (?:to|until) (?:19|20)\d\d\b"
    r"|\bin (?:(?:private )?practice|prison|jail|custody|detention|exile)\b"
)
"""What tells that somebody is somewhere to stay."""
_SPEAKERS = frozenset({"i", "we", "you"})
_WE = frozenset({"we", "they", "these", "those"})
"""Pronouns for whoever is in a body: who that is, the sentence leaves open."""
_ASIDE = frozenset({"advcl", "relcl", "acl", "xcomp"})
_TOGETHER = frozenset("together other another phone telephone themselves privately alone".split())
_SPEAKING = frozenset({"speak", "talk"})
_ALONG = frozenset({"together", "along"})
_ON_BEHALF = frozenset({"for", "at", "before", "about", "on"})
"""Prepositions of whom somebody speaks for, or where, with whoever is named after that."""
_ADDED = frozenset({"also", "too", "likewise"})
"""Words by which two spoke after others did."""
_SECONDED = frozenset(
    "expert specialist officer scientist engineer inspector analyst instructor trainer doctor "
    "judge lawyer soldier".split()
)
TWO = 2
_UP = frozenset({"up", "out", "loud", "louder"})
"""Words behind "speak" that leave open where."""
_STANDS_FOR = frozenset(
    "country state government nation delegation side body agency authority institution "
    "organisation organization".split()
)
"""Nouns of those whom somebody represents at an event."""
_BODIES = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION})
_SEVERAL = (" meetings", " engagements", " bilaterals")
"""What ends a description of talks that nobody takes part in ("for official meetings")."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A trigger in its sentence.

    Attributes:
        frame: The frame that the trigger belongs to.
        scene: The block.
        trigger: The verb or noun.
        start: Where its sentence begins in the repaired text, in code points.
        end: Where its sentence ends.
    """

    frame: Frame
    scene: Scene
    trigger: Token
    start: int
    end: int

    @property
    def place(self) -> int:
        """Where the trigger stands in the repaired text."""
        return self.scene.block.start + self.scene.offset(self.trigger)

    @property
    def text(self) -> str:
        """The sentence."""
        start = self.scene.block.start
        return self.scene.block.text[self.start - start : self.end - start]


def is_bilateral(clause: Clause, subject: Figure, thing: Figure) -> bool:
    """Whether somebody "takes part" in a talk or trip without name, which is MEETS or VISITS.

    Likewise aid is given, which is SUPPORTS, and not organised; a trip has no parts.
    """
    relation = clause.frame.relation
    if relation in {Relation.HELD_IN, Relation.PART_OF}:
        told = not subject.named and (subject.noun in TALKS or is_spoken(subject))
        return is_journey(thing) if relation == Relation.PART_OF else told
    if relation in _DOINGS and thing.noun in _GIVEN:
        return True
    named = subject.name in thing.name or bool(clause.frame.nouns)
    if relation == Relation.FUNDS and thing.noun in _GIVEN and named:
        return True  # "made possible by the financial support of X"
    if thing.named or thing.type != EntityType.EVENT:
        return False
    if relation not in {Relation.PARTICIPATES_IN, Relation.ORGANISES, Relation.HOSTS}:
        return False
    held = clause.trigger.lemma_ in _HOLDING and thing.noun.rsplit(" ", 1)[-1] in {
        "meeting",
        "dialogue",
    }
    several = thing.name.endswith(_SEVERAL) or is_of_many(thing)
    several = several and relation == Relation.PARTICIPATES_IN
    return held or several or (thing.noun in TALKS and not _is_of_others(relation, subject, thing))


def _is_of_others(relation: Relation, subject: Figure, thing: Figure) -> bool:
    """Whether a state lets others have talks in its capital, and meets nobody."""
    hosted = relation == Relation.HOSTS and subject.type == EntityType.COUNTRY
    return hosted and thing.noun in _NEGOTIATED


def is_stay(clause: Clause) -> bool:
    """Whether somebody who "is" somewhere lives or works there, which is no visit."""
    there = clause.frame.relation == Relation.VISITS and clause.trigger.lemma_ == "be"
    return there and _STAYS.search(clause.text) is not None


def has_other_side(clause: Clause) -> bool:
    """Whether those who meet are of one side, as another one is named: "A and B met with C"."""
    trigger = clause.trigger
    if clause.frame.relation != Relation.MEETS or trigger.pos_ not in _VERBS:
        return False
    nouns = (trigger, *(t for t in objects(trigger) if t.lemma_.lower() in clause.frame.through))
    found = [t for noun in nouns for t in prepositional(noun, "with")]
    found += [t for noun in nouns if _has_behind(noun, "to") for t in prepositional(noun, "to")]
    return any(t.lower_ not in _EACH_OTHER and t.lemma_ not in _ENDS for t in found)


def _has_behind(token: Token, preposition: str) -> bool:
    return any(child.lower_ == preposition and child.i > token.i for child in token.children)


def speaks_anywhere(clause: Clause) -> bool:
    """Whether "speak" tells of no part in an event: "as we speak", "speak out"."""
    trigger = clause.trigger
    if trigger.lemma_ != "speak":
        return False
    words = {child.lower_ for child in trigger.children}
    return trigger.dep_ in _ASIDE or not words.isdisjoint(_SPEAKERS | _UP)


def is_said_elsewhere(clause: Clause) -> bool:
    """Whether a speech has a place or listeners of its own: "delivered remarks at the museum"."""
    nouns = (clause.trigger, *objects(clause.trigger))
    return any(prepositional(noun, word) for noun in nouns for word in ("at", "during", "before"))


def represents_nobody(clause: Clause) -> bool:
    """Whether what is represented is neither state nor body: "represent a turning point"."""
    if clause.trigger.lemma_ != "represent":
        return False
    return not any(
        (mention is not None and (mention.type in _BODIES or mention.roles))
        or noun.lemma_.lower() in _STANDS_FOR
        for noun in objects(clause.trigger)
        for mention in (clause.scene.mention_of(noun),)
    )


def is_among_themselves(clause: Clause, members: int) -> bool:
    """Whether those who spoke did so among themselves, not one after another at an event."""
    told = not _TOGETHER.isdisjoint(word.lower_ for word in clause.trigger.sent)
    added = any(child.lower_ in _ADDED for child in clause.trigger.children)
    return told or (members == TWO and not added and not prepositional(clause.trigger, "at"))


def is_aside(clause: Clause, token: Token, slot: str) -> bool:
    """Whether a word is a gift, experts in a team of another side, a post, or a companion."""
    lemma, met = lemma_of(token), clause.frame.relation == Relation.MEETS
    lent = lemma in GIFTS or (lemma in _SECONDED and makes_up(token))
    beside = slot == "with" and (token in ahead(clause.trigger) or _speaks_beside(clause, token))
    served = met and (is_post(clause.scene, token) or is_principal(clause.scene, token))
    return lent or (met and beside) or served


def _speaks_beside(clause: Clause, token: Token) -> bool:
    """Whether somebody speaks with others to a third: "spoke for the Council along with X"."""
    trigger = clause.trigger
    if trigger.lemma_ not in _SPEAKING:
        return False
    words = [word.lower_ for word in trigger.doc[trigger.i : token.i]]
    beside = (w in _ALONG and after == "with" for w, after in pairwise(words))
    return any(beside) and not _ON_BEHALF.isdisjoint(words)


def bodies_behind(clause: Clause, people: Sequence[Figure]) -> list[Figure]:
    """The bodies that "which" means behind people of theirs: "X of BODY, which paid for it"."""
    which = any(child.lower_ == "which" for child in clause.trigger.children)
    offices = (o for f in people for o in f.offices if which and o.basis not in GUESSED)
    return [office.body for office in offices if office.body is not None]


def is_home(frame: Frame, subject: Figure, thing: Figure) -> bool:
    """Whether somebody "visits" or "supports" the own state, or "meets" the own body.

    "Returning home is not VISITS" (annotation guide).
    """
    if frame.relation == Relation.MEETS:
        bodies = [o.body for f in (subject, thing) for o in f.offices if o.basis not in GUESSED]
        return subject in bodies or thing in bodies
    state = thing.territory if thing.type == EntityType.COUNTRY else None
    homes = {Relation.VISITS: subject.sure_home, Relation.SUPPORTS: subject.country}
    return state is not None and homes.get(frame.relation) == state


def is_gathering(figure: Figure, *, met: bool) -> bool:
    """Whether several are at an event more than they meet each other: "met for a workshop".

    Args:
        figure: What they hold or meet for.
        met: Whether they hold it.
    """
    if figure.type != EntityType.EVENT:
        return False
    named = figure.named and _SIDES.fullmatch(figure.name) is None
    return named if met else figure.noun not in TALKS


def tells_of_another(clause: Clause) -> bool:
    """Whether a sentence speaks of another operation: "in an earlier operation"."""
    scene = clause.scene
    begin, end = (at - scene.block.start for at in (clause.start, clause.end))
    if _ANOTHER.search(scene.block.text, begin, end):
        return True
    spans = (scene.mentions[number].span for number in scene.numbers(begin, end))
    return any(s and s.type == EntityType.OPERATION and is_another(s) for s in spans)


def is_said_of_us(clause: Clause) -> bool:
    """Whether a pronoun does what two sides do with each other, or "we" are members."""
    frame = clause.frame
    if not frame.apart and frame.relation != Relation.MEMBER_OF:
        return False
    pronouns = {t.lower_ for t in surface_subjects(clause.trigger) if t.pos_ == "PRON"}
    return bool(pronouns if frame.apart else pronouns & _WE)


def is_fit(clause: Clause, token: Token, slot: str) -> bool:
    """Whether a frame takes a word: a sure one named ends, one of offices those without a name."""
    frame = clause.frame
    if frame.office and slot in frame.object and not is_office(clause.scene, token):
        return False
    return not frame.sure or _is_named(clause, token, slot)


def _is_named(clause: Clause, token: Token, slot: str) -> bool:
    """Whether a word is a name of no person, or describes who does something."""
    mention = clause.scene.mention_of(token)
    if mention is not None or slot in clause.frame.object:
        official = clause.frame.is_handing_over  # ministers give and receive for their states
        return mention is not None and (official or mention.type != EntityType.PERSON)
    return token.pos_ != "PRON" and lemma_of(token) not in GIFTS
