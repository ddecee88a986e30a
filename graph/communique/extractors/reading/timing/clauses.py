"""Which clause a date belongs to."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import permutations

from communique.extractors.dates import DateMention
from communique.extractors.parse import FINITE, PRESENT, Token
from communique.extractors.parse.quotation import quotation
from communique.extractors.reading.script import Scene
from communique.extractors.syntax.arguments import clause_verb, own_subjects
from communique.extractors.syntax.stance import stance
from communique.ontology import Status

_HAPPENING = frozenset(
    "hold take happen occur schedule run start begin open plan convene organise organize host "
    "set slate stage kick foresee".split()
)
"""Verbs that say of an event when it is: "the summit, which is scheduled for Tuesday"."""
_LEAVING = frozenset({"leave", "depart", "arrive", "fly", "land", "embark", "head"})
"""Verbs for journeys whose day is not that of what somebody goes to."""
_ANNOUNCING = frozenset("announce approve appoint designate name order authorise authorize".split())
"""Verbs whose day is not that of what they tell: "announced today a delegation to attend X"."""
_ENDING = frozenset("end conclude finish complete wrap close return".split())
"""Verbs whose day is the last one of what they tell."""
_SAYING = frozenset("say note add state tell report reveal confirm inform disclose".split())
"""Verbs whose day is that of what is said, not of what it tells."""
TELLING = frozenset("announce publish release unveil reveal disclose report present".split())
"""Verbs whose day is not that of what a clause on their object tells."""
_OPENING = frozenset({"start", "begin", "open", "commence"})
"""Verbs that behind a noun say when it begins: "a session starting tomorrow"."""
_LINKS = frozenset({"ADP", "SCONJ"})
_VERBAL = frozenset({"VERB", "AUX"})
_RELATIVE = frozenset({"which", "that"})
_FARTHEST = 6
_ON_NOUNS = frozenset({"relcl", "acl"})
_FURTHER = frozenset({"conj", "parataxis"})
_AUXILIARIES = frozenset({"aux", "auxpass"})


def token_at(scene: Scene, place: int) -> Token | None:
    """The token at an offset of the repaired text."""
    if scene.parse is None:
        return None
    offset = place - scene.block.start
    spans = scene.parse.spans
    number = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    inside = number >= 0 and offset < spans[number][1]
    return scene.parse.tokens[number] if inside else None


def verb_at(scene: Scene, place: int) -> Token | None:
    """The verb whose clause stands at an offset of the repaired text; None if it is not parsed."""
    token = token_at(scene, place)
    return None if token is None else clause_verb(token)


def verb_dated(scene: Scene, date: DateMention, verb: Token) -> Token | None:
    """The verb of the clause in which a date stands that is in the sentence of a verb.

    A date that opens the sentence, which no parse holds, is that of the whole sentence.
    """
    found = verb_at(scene, date.start)
    leads = found is None and date.start - scene.block.start < scene.offset(verb.sent[0])
    while leads and verb.head is not verb:
        verb = verb.head
    return verb if leads else found


def goes_on(scene: Scene, date: DateMention, place: int) -> bool:
    """Whether a clause may be of the day that a sentence before it names.

    Who speaks recalls other days than those of which a text tells; what will be done is not of the
    day on which it is announced, nor what had been done of that on which something else was.
    """
    text, start = scene.block.text, scene.block.start
    if quotation(text, date.start - start) != quotation(text, place - start):
        return False
    verb, other = verb_at(scene, place), verb_at(scene, date.start)
    if verb is None or other is None:
        return True
    apart = any(
        stance(one) == Status.PLANNED and _is_past(two) for one, two in permutations((verb, other))
    )
    apart = apart or (_is_present(verb) and _is_past(other))
    return not apart and _is_recalled(verb) <= _is_recalled(other)


def _is_past(verb: Token) -> bool:
    """Whether a verb stands in the past: "met", "was held"."""
    return verb.tag_ == "VBD" or any(
        child.dep_ in _AUXILIARIES and child.tag_ == "VBD" for child in verb.children
    )


def _is_present(verb: Token) -> bool:
    """Whether a verb stands in the present: "the course is run by X"."""
    finite = [c for c in verb.children if c.dep_ in _AUXILIARIES and c.tag_ in FINITE]
    return (finite[0] if finite else verb).tag_ in PRESENT and not any(
        child.lower_ in {"has", "have"} for child in finite
    )


def _is_recalled(verb: Token) -> bool:
    """Whether a verb stands in the past perfect."""
    return any(child.dep_ == "aux" and child.lower_ == "had" for child in verb.children)


def dated_nouns(date: Token) -> Iterator[Token]:
    """The noun that a date belongs to, by itself or by a clause that says when it is.

    A clause that says when something is may hang on the last noun of its name: "the handover of
    the mission of Oman, which takes place on Friday".
    """
    token, told = date, False
    for _ in range(_FARTHEST):
        head = token.head
        if head is token or (head.pos_ == "NOUN" and head.lemma_ == "place"):
            return
        if head.pos_ in _VERBAL:
            if not _happens(head, told):
                return
            token, told = head, True
        elif head.pos_ in _LINKS:
            token = head
        else:
            yield head
            if told and _tells_of_nobody(token):
                yield from _above(head)
            return


def _happens(verb: Token, told: bool) -> bool:
    """Whether a verb on a noun says when that is: "held on Friday", "which is to open in May"."""
    if verb.dep_ in _ON_NOUNS:
        return verb.lemma_ in _HAPPENING or (told and verb.lemma_ == "be")
    return verb.dep_ == "xcomp" and verb.lemma_ in _HAPPENING and verb.head.lemma_ == "be"


def _tells_of_nobody(verb: Token) -> bool:
    """Whether the subject of a clause on a noun is no person and no other thing."""
    return all(subject.lower_ in _RELATIVE for subject in own_subjects(verb))


def _above(noun: Token) -> Iterator[Token]:
    """The nouns whose name a noun ends."""
    token = noun
    while token.head is not token and token.head.pos_ not in _VERBAL:
        token = token.head
        if token.pos_ not in _LINKS:
            yield token


def is_announced(date: DateMention, other: Token | None, verb: Token) -> bool:
    """Whether a date is that of what a clause announces, not that of the announcement."""
    if other is None or verb.lemma_ not in _ANNOUNCING:
        return False
    return verb.is_ancestor(other) if other != verb else not date.relative


def ends_something(verb: Token | None) -> bool:
    """Whether the day of a clause is the last of what it tells: "completed today a tour of X"."""
    if verb is None or verb.lemma_ not in _ENDING:
        return False
    beside = {child.lower_ for child in verb.children if child.dep_ == "prep"}
    return "with" not in beside and (verb.lemma_ != "return" or "from" in beside)


def begins_something(verb: Token) -> bool:
    """Whether the day of a clause is the first of what it tells: "opened today a course"."""
    return verb.lemma_ in _OPENING


def is_of_another(date: DateMention, other: Token, verb: Token) -> bool:
    """Whether a date of another clause of the sentence says nothing of a verb's.

    Args:
        date: The date.
        other: The verb of its clause.
        verb: The verb that states something.
    """
    opens = other.tag_ == "VBG" and other.lemma_ in _OPENING and other != verb
    apart = opens or _is_aside(other, verb) or _goes_on(other, verb) or _says(other, verb)
    return apart or _leads_to(other, date, verb) or _tells_of(other, verb)


def _is_aside(other: Token, verb: Token) -> bool:
    """Whether a clause says something of a noun only, and not of the verb's clause."""
    if other.is_ancestor(verb):
        return False
    token = other
    while token not in {token.head, verb}:
        if token.dep_ in _ON_NOUNS:
            return True
        token = token.head
    return False


def _goes_on(other: Token, verb: Token) -> bool:
    """Whether a clause tells what somebody does besides: "met X, and tomorrow he will see Y"."""
    return other.dep_ in _FURTHER and verb.is_ancestor(other) and bool(own_subjects(other))


def _says(other: Token, verb: Token) -> bool:
    """Whether a clause says what happens: "will visit X, her ministry said on Tuesday"."""
    if other.lemma_ not in _SAYING or not other.is_ancestor(verb):
        return False
    token = verb
    while token.head != other:
        token = token.head
    return token.dep_ == "ccomp"


def _tells_of(other: Token, verb: Token) -> bool:
    """Whether a clause hangs on what is told: "announced today the results of X, in which Y"."""
    if other.lemma_ not in TELLING or not other.is_ancestor(verb):
        return False
    token = verb
    while token.head != other and token.dep_ not in _ON_NOUNS:
        token = token.head
    return token.dep_ in _ON_NOUNS


def _leads_to(other: Token, date: DateMention, verb: Token) -> bool:
    """Whether a date is the day of a journey to what a clause tells ("leaves tonight for").

    Who "arrived on Monday and met X" did both on that day.
    """
    then = other.lemma_ == "arrive" and verb.dep_ == "conj" and verb.head == other
    return date.relative and other.lemma_ in _LEAVING and other.is_ancestor(verb) and not then
