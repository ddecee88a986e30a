"""Who does what to whom: the arguments of a verb or noun in a dependency parse."""

from collections.abc import Iterator, Sequence

from communique.extractors.parse import Token, once
from communique.extractors.syntax.misplaced import (
    described_event,
    fronted_subjects,
    further_agents,
    further_objects,
)
from communique.extractors.syntax.phrases import expand, governor, joined, possessors, prepositional

_SUBJECTS = frozenset({"nsubj", "csubj"})
_BESIDE_VERBS = _SUBJECTS | {"aux"}
_PASSIVE = frozenset({"nsubjpass", "auxpass"})
_OBJECTS = frozenset({"dobj", "obj", "attr", "oprd"})
_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_CLAUSES = frozenset({"xcomp", "advcl", "pcomp", "ccomp", "dep"})
_ONE = frozenset({"is", "was", "has"})
"""Verbs of one person."""
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_THERE = frozenset({"where", "when"})
_OBJECT_CONTROL = frozenset(
    "invite ask allow help enable bring send lead assist support urge order appoint".split()
)
_QUANTITIES = frozenset(
    "number series round range set couple string part edition cycle phase iteration host".split()
)
_THANKING = frozenset(
    "thank congratulate praise commend applaud salute credit laud recognise recognize".split()
)
_GRATITUDE = frozenset({"appreciation", "gratitude", "thank", "thanks", "recognition", "praise"})
_PROMISES = frozenset(
    "pledge commitment promise decision plan offer announcement agreement dedication effort "
    "willingness readiness determination contribution".split()
)
_CHANCES = frozenset(
    "opportunity chance occasion pleasure honour honor privilege joy invitation".split()
)
"""What one has who does something: "had the opportunity to meet X"."""
_ORDERS = frozenset("decree order resolution directive proclamation instrument".split())
"""What does the will of who issues it: "issued a decree appointing X"."""
_BOUND = frozenset({"depart", "leave", "head", "embark", "set", "sail", "go"})
_SENDING = frozenset({"announce", "designate", "nominate", "name"})
_SENT = frozenset("attend participate represent accompany observe".split())
"""What those do whom somebody announces: "announced a delegation to attend"."""
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "acomp"})
_RAISING = frozenset({"be", "seem", "expect", "schedule", "plan", "set", "intend", "continue"})
_DEPTH = 6


@once
def own_subjects(verb: Token) -> Sequence[Token]:
    """The subjects that hang on a verb itself."""
    return [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]


@once
def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive, reduced relatives included."""
    if any(child.dep_ in _PASSIVE for child in verb.children):
        return True
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return not _acts(verb)
    if verb.dep_ == "conj" and verb.head.pos_ in _VERBAL and verb.tag_ == "VBN":
        own = any(
            c.dep_ in _SUBJECTS or (c.dep_ == "aux" and c.lemma_ == "have") for c in verb.children
        )
        return not own and verb.head.tag_ == "VBN" and is_passive(verb.head)
    return (
        verb.dep_ in {"advcl", "ROOT"}
        and (verb.tag_ == "VBN" or (verb.tag_ == "VBD" and _is_done_by(verb)))
        and not any(child.dep_ in _BESIDE_VERBS for child in verb.children)
    )


def _is_done_by(verb: Token) -> bool:
    """Whether "X, received in Y by Z, said" was taken for an active past."""
    return any(child.dep_ == "agent" for child in verb.children) and not any(
        child.dep_ in _OBJECTS for child in verb.children
    )


def _acts(verb: Token) -> bool:
    """Whether "X, head of Y, named Z" was taken for a reduced relative."""
    before = verb.doc[verb.i - 1] if verb.i else None
    own = any(child.dep_ in {"dobj", "oprd"} and child.i > verb.i for child in verb.children)
    return own and before is not None and before.text in {",", ")"}


@once
def subjects(verb: Token) -> Sequence[Token]:
    """The doers: subject or agent of a passive; those of the governing verb if unstated."""
    if is_passive(verb):
        return [t for agent in agents(verb) for t in agent]
    return surface_subjects(verb)


@once
def surface_subjects(verb: Token) -> Sequence[Token]:
    """The grammatical subject of an active verb, looked for up the tree."""
    return _surface_subjects(verb, 0)


def _surface_subjects(verb: Token, depth: int) -> Sequence[Token]:
    own = [child for child in verb.children if child.dep_ in _SUBJECTS]
    if own and not _is_bound_for(verb):
        return [t for s in own for t in expand(_antecedent(verb, s) or s)]
    fronted = fronted_subjects(verb)
    if fronted or depth > _DEPTH:
        return fronted
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in _VERBAL:
        return _any_subject(head, depth)
    if verb.dep_ == "xcomp" and head.dep_ in {"amod", "acl", "appos", "acomp"}:
        return _due(head, depth)
    if verb.dep_ in _CLAUSES:
        return _governing_subjects(verb, depth)
    return _described(verb, depth) if verb.dep_ == "acl" else among(verb)


def among(token: Token) -> Sequence[Token]:
    """Who is said to be of some: "X and Y are among those", "X is one of those", "teaching X"."""
    within, above = token.head, token.head.head
    above = above.head if within.lower_ == "of" and above.dep_ == "attr" else above
    some = token.dep_ == "pobj" and within.lower_ in {"among", "amongst", "of"}
    some = some and not any(child.tag_ == "VBN" for child in token.children)  # "those invited"
    return _any_subject(above, 0) if some and above.lemma_ == "be" else []


def _is_bound_for(verb: Token) -> bool:
    """Whether "for X" before an infinitive is where somebody goes: "departs for X to attend"."""
    marked = any(child.dep_ == "mark" and child.lower_ == "for" for child in verb.children)
    return marked and verb.head.lemma_ in _BOUND


def _due(adjective: Token, depth: int) -> Sequence[Token]:
    """What is due to do something: "the summit, due to take place in", "it is due to begin"."""
    if adjective.dep_ == "acomp":
        return _any_subject(adjective.head, depth)
    return [adjective.head] if adjective.pos_ == "ADJ" else []


def _described(verb: Token, depth: int) -> Sequence[Token]:
    """Who does what a noun is said to do ("officials meeting X"), or has the chance to do."""
    head = verb.head
    if (verb.tag_ == "VB" and head.lemma_ in _CHANCES) or head.lemma_ in _ORDERS:
        return _any_subject(head.head, depth) if head.head.pos_ in _VERBAL else []
    return [head] if head.pos_ in _NOMINAL | {"PRON"} else []


def _other_doers(verb: Token, head: Token, depth: int) -> list[Token] | None:
    """The doers of a clause who are not, or not only, those of the verb above it."""
    promise = _promise_of_others(verb, head)
    if promise is not None:
        return [promise]
    if head.lemma_ in _SENDING and verb.lemma_ in _SENT and verb.tag_ == "VB":
        return []
    if verb.dep_ == "pcomp" and head.lemma_ == "join":
        return [*_any_subject(head, depth), *objects(head)]  # "X joined Y in hosting"
    return None


def _governing_subjects(verb: Token, depth: int) -> Sequence[Token]:
    """The subject that a dependent clause has from the verb or noun above it."""
    head = governor(verb)
    if head.dep_ == "acomp" and head.head.pos_ in _VERBAL:  # "remains committed to helping"
        return _any_subject(head.head, depth)
    if head.pos_ == "ADJ" and own_subjects(head):  # "is fully committed to helping"
        return [t for subject in own_subjects(head) for t in expand(subject)]
    thanked = _is_for(verb) and _thanked(head)
    if thanked:
        return thanked
    if head.pos_ not in _VERBAL:
        meant = verb.dep_ != "pcomp" or head.lemma_ in _PROMISES  # "commitment to helping X"
        return expand(head) if head.pos_ in _NOMINAL and meant else []
    others = _other_doers(verb, head, depth)
    if others is not None:
        return others
    told = verb.dep_ in {"xcomp", "ccomp"} and head.lemma_ in _OBJECT_CONTROL
    return (objects(head) if told else []) or _any_subject(head, depth)


def _is_for(verb: Token) -> bool:
    """Whether a gerund says what somebody is thanked for."""
    return verb.dep_ == "pcomp" and verb.head.lower_ in {"for", "on"}


def _thanked(head: Token) -> Sequence[Token]:
    """Whom a verb or noun thanks: "thanked X for hosting", "gratitude to X for hosting"."""
    if head.pos_ in _VERBAL and head.lemma_ in _THANKING:
        return objects(head)
    nouns = [head, *head.children] if head.pos_ in _VERBAL | _NOMINAL else []
    thanks = [noun for noun in nouns if noun.lemma_ in _GRATITUDE and noun.pos_ in _NOMINAL]
    return [t for noun in thanks for at in (noun, head) for t in prepositional(at, "to")]


def _promise_of_others(verb: Token, head: Token) -> Token | None:
    """The noun by which others promise what an infinitive says: "praised X's pledge to pay"."""
    if verb.tag_ != "VB":
        return None
    for noun in head.children:
        if noun.lemma_ in _PROMISES and noun.dep_ == "dobj" and noun.i < verb.i:
            by = any(prepositional(noun, preposition) for preposition in ("by", "of", "from"))
            return noun if by or possessors(noun) else None
    return None


def _any_subject(verb: Token, depth: int) -> Sequence[Token]:
    passive = [child for child in verb.children if child.dep_ == "nsubjpass"]
    if passive:
        return [t for subject in passive for t in expand(_antecedent(verb, subject) or subject)]
    return _surface_subjects(verb, depth + 1)


def _antecedent(verb: Token, subject: Token) -> Token | None:
    """The noun that a relative pronoun stands for: of several the last if one does it."""
    clause = subject.lower_ in _RELATIVE and verb.dep_ in {"relcl", "acl", "ccomp"}
    if not clause or verb.head.pos_ not in _NOMINAL:
        return None
    one = subject.lower_ == "who" and any(w.lower_ in _ONE for w in (verb, *verb.children))
    near = [word for word in expand(verb.head) if word.i < subject.i] if one else []
    return near[-1] if near else verb.head


def agents(verb: Token) -> Iterator[Sequence[Token]]:
    """Yield those by whom a passive is done, and what is joined to each."""
    own = [c for c in verb.children if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")]
    for child in own or further_agents(verb):
        for by in (child, *_others(verb)):
            yield from (expand(noun) for noun in by.children if noun.dep_ == "pobj")


def _others(verb: Token) -> Iterator[Token]:
    """Further "by" of a passive: "financed by X with a million and by Y with two"."""
    for child in verb.children:
        if child.dep_ in {"prep", "agent"}:
            yield from (further for further in joined(child) if further.lower_ == "by")


@once
def objects(verb: Token) -> Sequence[Token]:
    """What is done to: object, or the subject of a passive."""
    if is_passive(verb):
        return _undergone(verb)
    found = [t for child in _own_objects(verb) for t in expand(child)]
    found = [inner for token in found for inner in _counted(token)]
    if not found and verb.dep_ == "relcl" and verb.head.pos_ in _NOMINAL:
        gap = [child for child in verb.children if child.dep_ in _SUBJECTS]
        there = any(child.lower_ in _THERE for child in verb.children)
        if gap and not there and all(child.lower_ not in _RELATIVE for child in gap):
            return [verb.head]
    return found


def _own_objects(verb: Token) -> list[Token]:
    """The objects that hang on a verb, or what it makes something of: "made a trip possible"."""
    found = [child for child in verb.children if child.dep_ in _OBJECTS]
    found += further_objects(verb)
    made = (c for c in verb.children if c.dep_ == "ccomp" and verb.lemma_ == "make")
    return found + [
        t for c in made for t in (own_subjects(c) if c.pos_ == "ADJ" else [c])
    ]  # fmt: skip


def _undergone(verb: Token) -> Sequence[Token]:
    """What a passive is done to: its subject, also where another verb has it."""
    passive = [child for child in verb.children if child.dep_ == "nsubjpass"]
    if passive:
        return [t for s in passive for t in expand(_antecedent(verb, s) or s)]
    if verb.dep_ == "acl":
        return _counted(verb.head)
    if (event := described_event(verb)) is not None:
        return [event]
    if verb.dep_ == "conj":
        head = verb.head
        active = head.pos_ in _VERBAL and not is_passive(head)
        return _any_subject(head, 1) if active else objects(head)
    raised = verb.dep_ in _COMPLEMENTS and verb.head.lemma_ in _RAISING  # "is to be funded"
    return _any_subject(verb.head, 1) if raised or verb.dep_ == "advcl" else []


def _counted(token: Token) -> list[Token]:
    """What a word of quantity counts ("a number of meetings"), or the word itself."""
    if token.lemma_ in _QUANTITIES:
        return [token, *prepositional(token, "of")]
    return [token]


@once
def clause_verb(token: Token) -> Token:
    """The verb whose clause a token stands in, or the root."""
    current = token
    while current.head != current and (current.pos_ not in _VERBAL or current.dep_ == "prep"):
        current = current.head
    return current
