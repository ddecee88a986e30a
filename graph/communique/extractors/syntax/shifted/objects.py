"""Objects that stand behind where, when or with whom something is done to them."""

from collections.abc import Iterator
from itertools import islice

from communique.extractors.parse import Sentence, Token
from communique.extractors.reading.script import Scene
from communique.extractors.syntax.misplaced import hang
from communique.ontology import UNDERTAKINGS, EntityType

_DONE = frozenset(
    "open close inaugurate chair co-chair cochair host co-host attend lead co-lead head command "
    "conduct hold organise organize co-organise co-organize launch convene moderate address "
    "conclude celebrate run begin start preside mark present support fund finance co-finance "
    "sponsor coordinate join carry stage mount complete visit tour arrange kick announce observe "
    "direct deliver sign".split()
)
"""Verbs of what is done to an event or operation."""
_RECEIVING = frozenset("receive meet welcome greet host see decorate congratulate address".split())
"""Verbs of what is done to somebody."""
_COMPLEMENTS = frozenset(
    "dobj obj attr oprd acomp ccomp xcomp nsubjpass auxpass agent dative".split()
)
"""What a verb does not have that lacks its object."""
_BETWEEN = frozenset({"prep", "pobj", "advmod", "npadvmod", "appos", "conj"})
"""As what words hang between a verb and an object taken for another name of one of them."""
_DAY = "Monday"
"""The word that stands for a date."""
_REACH = 60
"""Words behind a verb among which its object is looked for."""
_VERBAL = frozenset({"VERB", "AUX"})
_WHERE = frozenset({"in", "at"})


def shift_back(scene: Scene) -> None:
    """Hang objects on their verbs, before anything is read of the parse of a block.

    "Opened on Monday, together with Minister X, the conference": the parser makes the conference
    another name of the minister.
    """
    for sentence in scene.sentences():
        for verb in _lacking(sentence):
            found = next(_undertaking(scene, verb), None) if verb.lemma_ in _DONE else None
            if found is not None:
                hang(found, verb, "dobj")
            elif verb.lemma_ in _RECEIVING:
                _part(scene, verb)


def _lacking(sentence: Sentence) -> Iterator[Token]:
    """Yield the verbs that have no object, as far as the parse tells."""
    for verb in sentence:
        known = verb.pos_ in _VERBAL and (verb.lemma_ in _DONE or verb.lemma_ in _RECEIVING)
        described = verb.dep_ in {"acl", "relcl"}
        if known and not described and all(c.dep_ not in _COMPLEMENTS for c in verb.children):
            yield verb


def _undertaking(scene: Scene, verb: Token) -> Iterator[Token]:
    """Yield the events and operations taken for another name of what stands before them."""
    for child in verb.children:
        if child.i < verb.i or child.dep_ not in _BETWEEN:
            continue
        for noun in islice(child.subtree, _REACH):
            if noun.dep_ == "appos" and _is_under(noun, verb) and _is_done_to(scene, noun):
                yield noun


def _is_done_to(scene: Scene, noun: Token) -> bool:
    """Whether an apposition names an undertaking, and what it is hung on is none."""
    named, above = scene.mention_of(noun), scene.mention_of(noun.head)
    kind = named.type if named is not None else None
    if noun.head.text == _DAY:  # a day may have a comma and another name: "Monday, the first day"
        met = kind == EntityType.ORGANISATION and _before(noun) != ","
        return met or kind in UNDERTAKINGS
    return kind in UNDERTAKINGS and above is not None and above.type not in UNDERTAKINGS


def _before(noun: Token) -> str:
    """The word before a noun with its article."""
    first = next((child for child in noun.children if child.i < noun.i), noun)
    return noun.doc[max(0, first.i - 1)].text


def _is_under(noun: Token, verb: Token) -> bool:
    """Whether nothing but phrases of place, time and company stand between a noun and its verb."""
    while noun.head is not verb:
        if noun.dep_ not in _BETWEEN or noun.head is noun or noun.pos_ in _VERBAL:
            return False
        noun = noun.head
    return noun.dep_ in _BETWEEN


def _part(scene: Scene, verb: Token) -> None:
    """Part a site from who is received there: "received in Riga the Ambassador of X"."""
    for preposition in verb.children:
        if preposition.i < verb.i or preposition.lower_ not in _WHERE:
            continue
        for guest in preposition.children:
            site = next((c for c in guest.children if c.i == guest.i - 1), None)
            kinds = [scene.mention_of(t) for t in (site, guest) if t is not None]
            types = [mention.type for mention in kinds if mention is not None]
            if site is not None and types == [EntityType.PLACE, EntityType.PERSON]:
                hang(site, preposition, "pobj")
                hang(guest, verb, "dobj")
                return
