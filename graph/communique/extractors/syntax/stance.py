"""Whether a clause reports, announces, or does neither."""

from collections.abc import Iterator
from enum import StrEnum

from communique.extractors.parse import FINITE, Token, once
from communique.extractors.parse.negation import is_lack, is_negated
from communique.extractors.syntax.phrases import is_dropped, is_upcoming
from communique.ontology import Status

_FUTURE = frozenset({"will", "shall", "'ll", "’ll"})
_ANNOUNCING = frozenset(
    "plan intend schedule expect due set prepare aim begin invite announce slate foresee envisage "
    "look schedule arrange project anticipate agree accept".split()
)
_LAID_DOWN = frozenset(
    "plan schedule foresee envisage slate set arrange project anticipate expect prepare".split()
)
"""Verbs that say in the passive of the present that their subject lies ahead: "is planned"."""
_NOT_STATED = frozenset(  # "hop" is what the model's lemmatizer makes of "hopes"
    "want hope hop wish urge ask encourage seek refuse decline propose request need consider try "
    "offer deny fail reject demand recommend suggest pledge vow wish aspire strive call hesitate "
    "avoid threaten commit refrain appeal claim allege accuse suspect rumour rumor think believe "
    "speculate".split()
)
_HEARSAY = frozenset(
    "rumour rumor claim allegation speculation suggestion accusation report proposal request idea "
    "possibility prospect risk fear threat danger insinuation assertion wish hope desire "
    "plea".split()
)
"""Nouns whose clause says what nobody vouches for: "rumours that X met Y", "a wish to meet"."""
_PROMISES = frozenset({"pledge", "commit", "vow"})
_WILLING = frozenset({"ready", "willing", "prepared", "keen", "eager", "able", "unable"})
"""Adjectives of what somebody may do: "stands ready to help X"."""
_TOLD = frozenset(
    "say announce confirm add state inform tell note reveal disclose declare underline stress "
    "emphasise emphasize underscore reiterate reaffirm assure pledge promise recall explain agree "
    "decide".split()
)
"""Verbs whose past makes "would" of what they announce: "announced that X would visit Y"."""
_POLITE = frozenset("like welcome want wish prefer be have need appreciate".split())
"""Verbs that "would" makes a wish of."""
_DOUBT = frozenset({"may", "might", "could", "would", "should", "can", "must", "ought"})
_REMINDING = frozenset(
    "recall remind note remember mention add stress underline underscore emphasise emphasize "
    "highlight remark observe acknowledge reiterate".split()
)
"""Verbs that only bring in what they tell: "it may be recalled that", "it should be noted"."""
_POSSIBLE = frozenset("potential possible proposed prospective hypothetical eventual".split())
"""What stands before the noun of a deed that may never be done."""
_ALLEGED = frozenset({"alleged", "supposed", "purported", "rumoured", "rumored", "hypothetical"})
_CONCEDING = frozenset({"even", "as"})
"""Words before "if" that make no condition of it."""
_CONDITION = frozenset({"if", "unless", "whether", "should", "provided", "lest"})
_ENDING = frozenset({"stop", "cease", "halt", "suspend"})
"""Verbs of a deed that is done no more: "stopped giving aid"."""
_CALLED_OFF = frozenset({"cancel", "postpone", "deny"})
_DEEDS = frozenset(
    "travel visit attend depart fly arrive meet leave stop return participate continue go proceed "
    "head journey".split()
)
"""Verbs of single deeds, whose present tense in a full sentence looks ahead."""

_JOURNEYS = frozenset("travel depart fly leave head go journey return meet".split())
"""Verbs whose present progressive looks ahead: "is travelling to X"."""
_NOW = frozenset({"currently", "now", "already", "still"})
_BESIDE = frozenset({"during", "after", "following", "throughout", "upon"})
"""Prepositions of what is the time of a clause, not announced by it."""

_PRESENT = frozenset({"is", "are", "'s", "’s"})
_VERBS = frozenset({"VERB", "AUX"})
_CLOSING = frozenset("\"'”’)]")
_DEPTH = 5


class Unstated(StrEnum):
    """Why a clause states nothing."""

    NEGATED = "negated"
    CALLED_OFF = "denied or called off"
    DOUBTED = "in doubt"
    SUPPOSED = "supposed"
    WISHED = "wished or claimed"
    ASKED = "asked"


def stance(trigger: Token, *, promised: bool = False) -> Status | None:
    """How a clause is meant: HELD, PLANNED, or None for what it denies, wishes or supposes.

    Args:
        trigger: The verb or noun.
        promised: Whether what somebody pledges to do counts ("pledged to give a million euros").
    """
    key = stance, promised
    if key not in trigger.known:
        trigger.known[key] = _stance(trigger, promised=promised)
    found: Status | None = trigger.known[key]
    return found


def _stance(trigger: Token, *, promised: bool) -> Status | None:
    planned = is_upcoming(trigger) or _is_announced(trigger) or _is_due(trigger)
    for verb in _chain(trigger):
        reason = _unstated(verb, trigger)
        kept = promised and reason == Unstated.WISHED and verb.lemma_ in _PROMISES
        if reason is not None and not kept:
            return None
        if _auxiliaries(verb) & _FUTURE or _is_to(verb) or _is_foretold(verb):
            planned = True
        if verb != trigger and _governs(verb, trigger):
            planned = planned or _announces(verb) or verb.lower_ == "due"
        planned = planned or _is_laid_down(verb, trigger)
    if (planned or trigger.lemma_ in _ANNOUNCING) and is_dropped(trigger):
        return None
    return Status.PLANNED if planned or _headline_future(trigger) else Status.HELD


@once
def _announces(verb: Token) -> bool:
    """Whether a verb tells of what lies ahead; "set up" and "set off" tell of what was done."""
    done = verb.lemma_ == "set" and any(child.dep_ == "prt" for child in verb.children)
    return verb.lemma_ in _ANNOUNCING and not done


def _is_due(trigger: Token) -> bool:
    """Whether it is what somebody is or was due to do: "was due to meet"."""
    return trigger.lemma_ == "be" and any(child.lower_ == "due" for child in trigger.children)


def is_verbless(trigger: Token) -> bool:
    """Whether a noun stands in a headline without a finite verb: "Minister's visit to X"."""
    return _is_verbless(trigger.sent[0])


@once
def _is_verbless(first: Token) -> bool:
    """Whether the sentence that a word opens has no finite verb."""
    return not any(token.tag_ in FINITE for token in first.sent)


@once
def _is_announced(trigger: Token) -> bool:
    """Whether the present of a full sentence announces a deed: "He travels on Monday."."""
    if trigger.tag_ == "VBG" and trigger.lemma_ in _JOURNEYS:
        present = {c.lower_ for c in trigger.children if c.dep_ == "aux"} & _PRESENT
        return bool(present) and not any(c.lower_ in _NOW for c in trigger.children)
    if trigger.tag_ not in {"VBZ", "VBP"} or trigger.lemma_ not in _DEEDS:
        return False
    last = trigger.sent[-1]
    return last.text in {".", ";"} and trigger.dep_ in {"ROOT", "conj", "relcl", "ccomp"}


def is_wish(verb: Token) -> bool:
    """Whether a verb tells only what somebody wants: "proposed a meeting with X"."""
    return verb.lemma_ in _NOT_STATED


def unstated(trigger: Token) -> Unstated | None:
    """Why a clause states nothing; None if it has a stance."""
    reasons = (_unstated(verb, trigger) for verb in _chain(trigger))
    return next((reason for reason in reasons if reason is not None), None)


def _unstated(verb: Token, trigger: Token) -> Unstated | None:
    """Why a verb over a clause keeps it from stating something, if it does."""
    reason = _withheld(verb)
    return reason or (Unstated.WISHED if _is_wished(verb, trigger) else None)


@once
def _withheld(verb: Token) -> Unstated | None:
    """Why nothing below a verb is stated, whatever it is."""
    words = {child.lower_ for child in verb.children}
    if is_negated(verb):
        return Unstated.NEGATED
    if verb.lemma_ in _CALLED_OFF or (verb.lemma_ == "call" and "off" in words):
        return Unstated.CALLED_OFF
    if _is_asked(verb):
        return Unstated.ASKED
    doubted = _auxiliaries(verb) & _DOUBT and not (_is_foretold(verb) or _is_reminder(verb))
    if doubted or words & _ALLEGED:
        return Unstated.DOUBTED
    if _is_conditional(verb) or (verb.pos_ == "NOUN" and words & _POSSIBLE):
        return Unstated.SUPPOSED
    return Unstated.WISHED if _is_hearsay(verb) else None


def _is_reminder(verb: Token) -> bool:
    """Whether a verb brings in a fact: "it may be recalled that", "it should also be noted"."""
    children = verb.children
    said = any(c.dep_ == "nsubjpass" and c.lower_ == "it" for c in children)
    return said and verb.lemma_ in _REMINDING and any(c.dep_ == "ccomp" for c in children)


def _is_conditional(verb: Token) -> bool:
    """Whether a clause is a condition, or hangs on one: "if X comes, she will meet Y"."""
    own = any(c.dep_ == "mark" and c.lower_ in _CONDITION for c in verb.children)
    ahead = bool(_auxiliaries(verb) & _FUTURE)
    clauses = (c for c in verb.children if ahead and c.dep_ == "advcl" and c.pos_ in _VERBS)
    marks = (t for c in clauses for t in c.children if t.dep_ == "mark" and t.lower_ == "if")
    return own or any(t.doc[t.i - 1].lower_ not in _CONCEDING for t in marks)


def _is_wished(verb: Token, trigger: Token) -> bool:
    """Whether a verb tells what somebody is ready to do, wants or claims."""
    if verb.dep_ == "xcomp" and verb.head.lower_ in _WILLING:
        return True
    if verb.lemma_ in _ENDING and trigger.tag_ == "VBG" and trigger.head == verb:
        return True
    out = verb.lemma_ == "rule" and any(child.lower_ == "out" for child in verb.children)
    return verb != trigger and (verb.lemma_ in _NOT_STATED or out) and _governs(verb, trigger)


def _is_hearsay(verb: Token) -> bool:
    """Whether a clause is what a rumour or a claim says, not what somebody reports."""
    noun = verb.head.head if verb.dep_ == "pcomp" else verb.head
    vouched = noun.lemma_ == "report" and noun.pos_ == "VERB"
    return verb.dep_ in {"acl", "ccomp", "pcomp"} and noun.lemma_ in _HEARSAY and not vouched


def _is_asked(verb: Token) -> bool:
    """Whether a verb is that of a question, which states nothing."""
    if verb.head != verb:
        return False
    words = (word for word in reversed(verb.sent) if not word.text.isspace())
    return next((word.text == "?" for word in words if word.text not in _CLOSING), False)


def _is_foretold(verb: Token) -> bool:
    """Whether "would" reports what was announced: "said that she would travel to X"."""
    told = verb.head.lemma_ in _TOLD and verb.head.tag_ in {"VBD", "VBN"}
    if not told or verb.dep_ != "ccomp" or verb.lemma_ in _POLITE:
        return False
    supposed = any(child.dep_ == "advcl" for child in verb.children)
    return _auxiliaries(verb) & _DOUBT == {"would"} and not supposed


@once
def _auxiliaries(verb: Token) -> set[str]:
    return {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}


def _chain(trigger: Token) -> Iterator[Token]:
    """The trigger's verb and the verbs it depends on within its sentence."""
    token, steps = trigger, 0
    yield token
    while token.head != token and steps < _DEPTH:
        if (token.dep_ in {"relcl", "acl"} and token.tag_ != "VB") or _is_apart(token):
            return
        token, steps = token.head, steps + 1
        if token.pos_ in {"VERB", "AUX"} or token.lower_ == "due" or is_lack(token):
            yield token


@once
def _is_apart(verb: Token) -> bool:
    """Whether a clause stands for itself beside the one above it.

    It has its own tense ("did not go and sent X"), or a semicolon parts the two.
    """
    first, last = sorted((verb.i, verb.head.i))
    if verb.pos_ in _VERBS and any(t.text == ";" for t in verb.doc[first:last]):
        return True
    if verb.dep_ != "conj" or verb.head.tag_ != "VB":
        return False
    return verb.tag_ in FINITE or any(child.dep_ == "aux" for child in verb.children)


def _governs(verb: Token, trigger: Token) -> bool:
    """Whether a verb takes the trigger's clause as its complement, not as a side remark."""
    token = trigger
    while token.head not in (verb, token):
        token = token.head
    fronted = token.dep_ == "prep" and token.i < verb.i  # "at a meeting with X, he rejected"
    if fronted or token.lower_ in _BESIDE or (verb.lemma_ == "agree" and token.lower_ == "at"):
        return False
    return token.dep_ in {"xcomp", "ccomp", "dobj", "prep", "pcomp", "acl", "attr"}


def _is_laid_down(verb: Token, trigger: Token) -> bool:
    """Whether a visit or meeting is what a verb says to lie ahead: "A visit to X is planned."."""
    passive = trigger.dep_ == "nsubjpass" and trigger.head == verb and verb.tag_ == "VBN"
    return passive and verb.lemma_ in _LAID_DOWN and bool(_auxiliaries(verb) & _PRESENT)


def _is_to(verb: Token) -> bool:
    """Whether a verb is announced: "is to meet", "are to be received", "is going to"."""
    ahead = verb.head.lemma_ == "be" or verb.head.lower_ == "going"
    return ahead and verb.dep_ in {"xcomp", "ccomp", "advcl"} and _is_infinitive(verb)


def _headline_future(trigger: Token) -> bool:
    """Whether a sentence without finite verb announces it: "Minister to visit Kosovo"."""
    return is_verbless(trigger) and _is_infinitive(trigger)


def _is_infinitive(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
