"""What the scorer alone would state of two ends that their words do not bear out."""

import re
from collections.abc import Iterator

from communique.extractors.cast import Figure
from communique.extractors.parse import Token
from communique.extractors.reading.script import Scene
from communique.extractors.reading.whom.peers import in_talks
from communique.extractors.reading.whom.recall.pronouns import is_person
from communique.extractors.scoring.references import Passage, Reference
from communique.gazetteer.bodies import is_medium
from communique.gazetteer.posts import read_posts
from communique.ontology import EntityType, Relation

DEEDS = frozenset({Relation.MEETS, Relation.VISITS, Relation.PARTICIPATES_IN})
"""Relations of what somebody does at a time."""
_BACKING = frozenset({Relation.SUPPORTS, Relation.FUNDS})
"""Relations of what others may be asked to do."""
_MEMBERS = re.compile(
    r"(?i)\b(?:member|all(?:y|ies)\b|join|acce(?:de|ssion)|belong|admi(?:t|ssion)"
    r"|compris|includes?\b|consists?\b|made up of)"
)
"""Words of which a sentence has one that tells who is a member of what."""
_OBSERVANCE = re.compile(
    r"\b(?:World|International|National|Global|European)\b.* (?:Day|Week|Month|Year|Decade)$"
)
"""A day that releases are issued for, which nobody attends ("World Harbour Day")."""
_DOING = frozenset({"nsubj", "nsubjpass", "poss", "agent", "npadvmod", "advcl", "relcl"})
"""As what those hang on a verb, or on what does, who may face the others in a sentence."""
_NAMING = frozenset({"appos", "compound", "nmod"})
_ASKING = frozenset("urge call encourage ask invite press appeal implore exhort request".split())
_ASKED = frozenset({"xcomp", "ccomp", "advcl"})
_POSTED = re.compile(
    r"\b(?:Embass(?:y|ies)|Consulate|Mission)\b[^.;]*$"
    r"|(?i:\b(?:ambassador|envoy|representative|advis[eo]r)s? )(?:[A-Z][\w.’'-]* ){0,4}"
    r"(?i:(?:to|for) (?:the )?$)"
)
"""What stands before the state in which somebody is posted."""
_BELONGING = re.compile(r"['’]s? (?:[\w-]+ ){0,2}(?P<noun>\w+),? $")
"""What belongs to somebody, right before the name of who it is."""
_ABSENT = re.compile(
    r"(?i)\b(?:(?:fill|stand|stepp|sitt)(?:s|ing|ed)? in|stood in|deputi[sz](?:es?|ed|ing)|"
    r"substitut(?:es?|ed|ing)|covering) for (?:the |her |his )?(?:[\w-]+ ){0,4}$"
    r"|\b(?:in (?:the )?(?:place|lieu|stead|absence)|instead) of (?:the )?(?:[\w-]+ ){0,4}$"
)
"""What stands before somebody in whose place another one is there."""
_REACH = 80
_WRITTEN = frozenset("cable congratulation greeting letter message missive telegram".split())
_SENT = frozenset({"from", "of", "by"})
"""What leads from such a thing to who wrote it."""


def is_mistaken(relation: Relation, left: Reference, right: Reference, passage: Passage) -> bool:
    """Whether the kinds and words of two ends make a relation of them that does not hold."""
    scene = passage.scene
    if relation == Relation.MEMBER_OF:
        return _MEMBERS.search(passage.words) is None
    if relation == Relation.REPRESENTS:
        return is_medium(right.figure.name) or _holds_nothing(left, right, scene)
    if relation in _BACKING:
        away = relation == Relation.SUPPORTS and right.token is None and not right.figure.named
        return away or is_asked_of_others(right)
    if relation == Relation.MEETS and _is_no_talk(left, right, passage):
        return True
    attends = relation == Relation.PARTICIPATES_IN
    if attends and tells_where(left, scene):
        return True
    observed = attends and _OBSERVANCE.search(right.figure.name)
    deed = relation in DEEDS
    apart = (is_of_another(end, scene) or is_absent(end, scene) for end in (left, right))
    return bool(observed) or (deed and any(apart))


def _is_of_others(one: Token | None, other: Token | None) -> bool:
    """Whether a meeting is not of two ends: a sentence speaks of one alone, or both are met."""
    if one is None or other is None:
        return True
    above = {token.i for token in upward(one)} & {token.i for token in upward(other)}
    below = [[t for t in upward(end) if t.i not in above] for end in (one, other)]
    faced = all(tokens and _DOING.isdisjoint(t.dep_ for t in tokens) for tokens in below)
    return faced and below[0][-1].head.pos_ == "VERB"


def _is_no_talk(left: Reference, right: Reference, passage: Passage) -> bool:
    """Whether a sentence does not speak of talks of these two."""
    if _is_of_others(left.token, right.token):
        return True
    if any(end.token is not None and _only_wrote(end.token) for end in (left, right)):
        return True
    return any(_is_one_of_many(end, passage) for end in (left, right))


def _only_wrote(end: Token) -> bool:
    """Whether a word only tells from whom a message is: "received a letter from NAME"."""
    leads = (t.head for t in upward(end) if t.dep_ == "prep" and t.lower_ in _SENT)
    things = (t for head in leads for t in (head, *head.children) if t is head or t.dep_ == "dobj")
    return any(thing.lemma_ in _WRITTEN for thing in things)


def _is_one_of_many(end: Reference, passage: Passage) -> bool:
    """Whether a word means somebody only with others and those who sent them, whose talks it is."""
    if end.token is None or not is_person(end.figure):
        return False
    meant = [other.figure for other in passage.references if other.token is end.token]
    return end.figure not in in_talks(meant)


def is_of_another(reference: Reference, scene: Scene) -> bool:
    """Whether a word only says whose somebody is who does a deed: "his deputy NAME travels"."""
    token = reference.token
    if token is None or token.dep_ != "poss" or scene.parse is None:
        return False
    named = [token.head, *(t for t in token.head.children if t.dep_ in _NAMING)]
    numbers = [n for t in named if (n := scene.parse.mention_of(t)) is not None]
    return any(scene.mentions[number].type == EntityType.PERSON for number in numbers)


def is_absent(reference: Reference, scene: Scene) -> bool:
    """Whether somebody is only named as who was not there: "standing in for Minister NAME"."""
    number = scene.parse.mention_of(reference.token) if reference.token and scene.parse else None
    if number is None or reference.figure.type != EntityType.PERSON:
        return False
    start = scene.mentions[number].start
    return _ABSENT.search(scene.block.text, max(0, start - _REACH), start) is not None


def tells_where(reference: Reference, scene: Scene) -> bool:
    """Whether a state only tells where a town lies that stands before it: "TOWN, STATE, "."""
    token = reference.token
    number = scene.parse.mention_of(token) if token is not None and scene.parse else None
    if not number or reference.figure.type != EntityType.COUNTRY:
        return False
    before, mention, text = scene.mentions[number - 1], scene.mentions[number], scene.block.text
    behind = scene.mentions[number + 1 : number + 2]
    listed = any(
        m.type == EntityType.COUNTRY and m.start - mention.end == len(", ") for m in behind
    )
    apposed = (
        text[before.end : mention.start] == ", " and text[mention.end : mention.end + 1] == ","
    )
    return before.type == EntityType.PLACE and apposed and not listed


def is_asked_of_others(reference: Reference) -> bool:
    """Whether others are asked to do what a word belongs to: "we urge donors to support X"."""
    token = reference.token
    while token is not None and token.head.i != token.i:
        if token.dep_ in _ASKED and token.head.lemma_ in _ASKING:
            return True
        token = token.head
    return False


def _holds_nothing(person: Reference, other: Reference, scene: Scene) -> bool:
    """Whether words tell that somebody holds no office of a state or body."""
    return _is_kin(person, scene) or is_post(person.figure, other, scene)


def is_post(person: Figure, state: Reference, scene: Scene) -> bool:
    """Whether a state is not whose office somebody holds but where: "at the Embassy in X"."""
    figure, token = state.figure, state.token
    if figure.type != EntityType.COUNTRY or token is None:
        return False
    end = scene.offset(token)
    elsewhere = person.home is not None and person.home != figure.territory
    return elsewhere or bool(_POSTED.search(scene.block.text[max(0, end - _REACH) : end]))


def _is_kin(person: Reference, scene: Scene) -> bool:
    """Whether somebody belongs to an official, not to the body: "the Minister's brother, NAME"."""
    if person.token is None:
        return False
    start = scene.offset(person.token)
    found = _BELONGING.search(scene.block.text[max(0, start - _REACH) : start])
    return found is not None and found["noun"] in read_posts().kin


def upward(token: Token) -> Iterator[Token]:
    """Yield a word and all above it."""
    yield token
    while token.head.i != token.i:
        token = token.head
        yield token
