"""Who does what to whom: the arguments of a verb or noun in a dependency parse."""

from collections.abc import Iterator

from spacy.tokens import Token

_ENDINGS = frozenset({"'s", "’s", "'", "’"})
_BEFORE_NOUN = frozenset({"ADJ", "NOUN", "ADV", "CCONJ", "PROPN"})
_PARTICIPLES = frozenset({"VBG", "VBN"})
_ENDING_REACH = 6
"""How many words before a noun a possessive ending is looked for."""

_SUBJECTS = frozenset({"nsubj", "csubj"})
_PASSIVE = frozenset({"nsubjpass", "auxpass"})
_OBJECTS = frozenset({"dobj", "obj", "attr", "oprd"})
_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_CLAUSES = frozenset({"xcomp", "advcl", "pcomp", "ccomp", "dep"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_OBJECT_CONTROL = frozenset(
    "invite ask allow help enable bring send lead assist support urge order appoint".split()
)
_QUANTITIES = frozenset(
    "number series round range set couple string part edition cycle phase iteration host".split()
)
_THANKING = frozenset(
    "thank congratulate praise commend applaud salute credit laud recognise recognize".split()
)
_PROMISES = frozenset(
    "pledge commitment promise decision plan offer announcement agreement dedication effort "
    "willingness readiness determination contribution".split()
)
_CHANCES = frozenset("opportunity chance occasion pleasure honour honor privilege joy".split())
"""What one has who does something: "had the opportunity to meet X"."""
_SENDING = frozenset({"announce", "designate", "nominate", "name"})
_SENT = frozenset("attend participate represent accompany observe".split())
"""What those do whom somebody announces: "announced a delegation to attend"."""
_MODIFIERS = frozenset({"compound", "amod", "nmod"})
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "acomp"})
_RAISING = frozenset({"be", "seem", "expect", "schedule", "plan", "set", "intend", "continue"})
_NAMING = frozenset({"including", "include", "plus", "namely"})
_COMPRISING = frozenset({"include", "comprise", "consist", "compose", "feature"})
_DEPTH = 6


def expand(token: Token) -> list[Token]:
    """A token and what is joined to it ("A, B and C"), in text order."""
    found = [token]
    for member in found:  # it grows while members join further ones
        for child in member.children:
            joined = child.dep_ in {"conj", "appos"} and child.pos_ not in _VERBAL
            found += [child] if joined else _named_after(child)
    return sorted(set(found), key=lambda t: t.i)


def _named_after(child: Token) -> list[Token]:
    """Who is named as one of those a noun means: "partners including A", "a team of A and B"."""
    if child.dep_ in {"prep", "pobj"} and child.lower_ in _NAMING:
        return [noun for noun in child.children if noun.dep_ == "pobj"]
    if child.dep_ == "prep" and child.lower_ == "as":
        such = any(word.lower_ == "such" for word in child.children)
        return [noun for noun in child.children if noun.dep_ == "pobj"] if such else []
    if child.dep_ in {"relcl", "acl"} and child.lemma_ in _COMPRISING:
        named = [noun for noun in child.children if noun.dep_ == "dobj"]
        return named + [
            noun for prep in child.children if prep.lower_ == "of"
            for noun in prep.children if noun.dep_ == "pobj"
        ]  # fmt: skip
    return []


def own_subjects(verb: Token) -> list[Token]:
    """The subjects that hang on a verb itself."""
    return [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]


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
        and not any(child.dep_ in _SUBJECTS | {"aux"} for child in verb.children)
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


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The doers: subject or agent of a passive; those of the governing verb if unstated."""
    if is_passive(verb):
        return [t for agent in agents(verb) for t in agent]
    return surface_subjects(verb, depth)


def surface_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The grammatical subject of an active verb, looked for up the tree."""
    own = [child for child in verb.children if child.dep_ in _SUBJECTS]
    if own:
        return [t for s in own for t in expand(_antecedent(verb, s) or s)]
    if depth > _DEPTH:
        return []
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in _VERBAL:
        return _any_subject(head, depth)
    if verb.dep_ == "xcomp" and head.pos_ == "ADJ" and head.dep_ in {"amod", "acl", "appos"}:
        return [head.head]  # "the summit, due to take place in"
    if verb.dep_ in _CLAUSES:
        return _governing_subjects(verb, depth)
    return _described(verb, depth) if verb.dep_ == "acl" else []


def _described(verb: Token, depth: int) -> list[Token]:
    """Who does what a noun is said to do ("officials meeting X"), or has the chance to do."""
    head = verb.head
    if verb.tag_ == "VB" and head.lemma_ in _CHANCES:
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


def _governing_subjects(verb: Token, depth: int) -> list[Token]:
    """The subject that a dependent clause has from the verb or noun above it."""
    head = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if head.dep_ == "acomp" and head.head.pos_ in _VERBAL:  # "remains committed to helping"
        return _any_subject(head.head, depth)
    if head.pos_ not in _VERBAL:
        meant = verb.dep_ != "pcomp" or head.lemma_ in _PROMISES  # "commitment to helping X"
        return expand(head) if head.pos_ in _NOMINAL and meant else []
    others = _other_doers(verb, head, depth)
    if others is not None:
        return others
    thanked = verb.head.lower_ == "for" and head.lemma_ in _THANKING  # "thanked X for hosting"
    told = verb.dep_ in {"xcomp", "ccomp"} and head.lemma_ in _OBJECT_CONTROL
    done = objects(head) if thanked or told else []
    return done or _any_subject(head, depth)


def _promise_of_others(verb: Token, head: Token) -> Token | None:
    """The noun by which others promise what an infinitive says: "praised X's pledge to pay"."""
    if verb.tag_ != "VB":
        return None
    for noun in head.children:
        if noun.lemma_ in _PROMISES and noun.dep_ == "dobj" and noun.i < verb.i:
            by = any(prepositional(noun, preposition) for preposition in ("by", "of", "from"))
            return noun if by or possessors(noun) else None
    return None


def _any_subject(verb: Token, depth: int) -> list[Token]:
    passive = [child for child in verb.children if child.dep_ == "nsubjpass"]
    if passive:
        return [t for subject in passive for t in expand(_antecedent(verb, subject) or subject)]
    return surface_subjects(verb, depth + 1)


def _antecedent(verb: Token, subject: Token) -> Token | None:
    """The noun that a relative pronoun stands for."""
    if subject.lower_ in _RELATIVE and verb.dep_ in {"relcl", "acl", "ccomp"}:
        return verb.head if verb.head.pos_ in _NOMINAL else None
    return None


def agents(verb: Token) -> Iterator[list[Token]]:
    """Yield those by whom a passive is done, and what is joined to each."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for by in (child, *_joined(child)):
                yield from (expand(noun) for noun in by.children if noun.dep_ == "pobj")


def objects(verb: Token) -> list[Token]:
    """What is done to: object, or the subject of a passive."""
    if is_passive(verb):
        return _undergone(verb)
    found = [t for child in verb.children if child.dep_ in _OBJECTS for t in expand(child)]
    found = [inner for token in found for inner in _counted(token)]
    if not found and verb.dep_ == "relcl" and verb.head.pos_ in _NOMINAL:
        gap = [child for child in verb.children if child.dep_ in _SUBJECTS]
        if gap and all(child.lower_ not in _RELATIVE for child in gap):
            return [verb.head]
    return found


def _undergone(verb: Token) -> list[Token]:
    """What a passive is done to: its subject, also where another verb has it."""
    passive = [child for child in verb.children if child.dep_ == "nsubjpass"]
    if passive:
        return [t for s in passive for t in expand(_antecedent(verb, s) or s)]
    if verb.dep_ == "acl":
        return _counted(verb.head)
    if verb.dep_ == "conj":
        return objects(verb.head)
    raised = verb.dep_ in _COMPLEMENTS and verb.head.lemma_ in _RAISING  # "is to be funded"
    return _any_subject(verb.head, 1) if raised or verb.dep_ == "advcl" else []


def _counted(token: Token) -> list[Token]:
    """What a word of quantity counts ("a number of meetings"), or the word itself."""
    if token.lemma_ in _QUANTITIES:
        return [token, *prepositional(token, "of")]
    return [token]


def prepositional(token: Token, preposition: str, depth: int = 0) -> list[Token]:
    """What stands after a preposition that hangs on a token, joined ones included."""
    found: list[Token] = []
    for child in token.children:
        if child.dep_ in {"prep", "dative", "agent"} and child.lower_ == preposition:
            found += [
                t for noun in child.children if noun.dep_ in {"pobj", "pcomp"} for t in expand(noun)
            ]
            found += _after_joined(child, preposition)
        elif child.dep_ in {"prep", "prt", "advmod"} and depth < 1:
            found += prepositional(child, preposition, depth + 1)
            found += _after_joined(child, preposition) if found else []
    verb = token.head
    if found and not depth and token.dep_ == "dobj":  # "a visit to X on Monday and to Y"
        beside = (child for child in verb.children if child.dep_ == "prep" and child.i > token.i)
        found += [noun for child in beside for noun in _after_joined(child, preposition)]
    return found


def _after_joined(beside: Token, preposition: str) -> list[Token]:
    """What stands after a preposition that is joined to another: "with X and with Y"."""
    further = (token for token in _joined(beside) if token.lower_ == preposition)
    return [t for joint in further for n in joint.children if n.dep_ == "pobj" for t in expand(n)]


def _joined(preposition: Token) -> Iterator[Token]:
    """Prepositions joined to one: "with X and with Y", "with X as well as with Y"."""
    for child in preposition.children:
        if child.dep_ == "conj":
            yield child
        elif child.dep_ == "cc":
            yield from (further for further in child.children if further.dep_ == "prep")


def possessors(token: Token) -> list[Token]:
    """Whose it is: "X's visit", "the NATO training"."""
    found = [t for child in token.children if child.dep_ == "poss" for t in expand(child)]
    return found or _owner_before(token)


def _owner_before(token: Token) -> list[Token]:
    """The owner by its ending alone, where the parse lost it: "X's significant support"."""
    for step in range(1, min(_ENDING_REACH, token.i)):
        word = token.doc[token.i - step]
        if word.lower_ in _ENDINGS:
            return [token.doc[word.i - 1]]
        if word.pos_ not in _BEFORE_NOUN and word.tag_ not in _PARTICIPLES:
            break
    return []


def modifiers(token: Token) -> list[Token]:
    """Nouns and demonyms right before a noun ("NATO training", "Czech police")."""
    return [c for c in token.children if c.dep_ in _MODIFIERS and c.i < token.i]


def clause_verb(token: Token) -> Token:
    """The verb whose clause a token stands in, or the root."""
    current = token
    while current.head != current and (current.pos_ not in _VERBAL or current.dep_ == "prep"):
        current = current.head
    return current
