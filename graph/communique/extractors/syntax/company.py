"""Who is with somebody, and who stays where: arguments beside those of the verb."""

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from communique.extractors.parse import Token, once
from communique.extractors.syntax.arguments import (
    agents,
    clause_verb,
    is_passive,
    objects,
    own_subjects,
    surface_subjects,
)
from communique.extractors.syntax.phrases import expand, possessors, prepositional

_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BESIDE = frozenset({"together", "along", "jointly", "alongside", "alongwith"})
_ACCOMPANIED = frozenset({"join", "accompany", "flank"})
_RECEIVING = frozenset({"receive", "welcome", "host", "greet"})
_FACING = _RECEIVING | {"meet"}
"""Verbs that say of their object whom the subject faces."""
_MOVING = frozenset("travel go fly drive arrive head journey come sail visit tour inspect".split())
"""Verbs whose "with X" is a companion."""
_DURING = frozenset({"during", "throughout", "on", "after", "following"})
_OF = frozenset({"of", "by"})
_STAYS = frozenset({"visit", "stay", "trip", "tour"})
_SPANS = frozenset("end start beginning course conclusion close outset part occasion".split())
"""Nouns by which "at the end of a visit" tells when."""
_QUOTED = frozenset({",", '"', "”", "’", "'", "''"})
_OUR = frozenset({"my", "our"})
_THEMSELVES = frozenset({"them", "themselves"})
_BETWEEN = frozenset({"between", "among", "amongst"})
_PLURAL = frozenset({"NNS", "NNPS"})
_DONE_TO = frozenset({"dobj", "dative", "pobj"})
_AROUND = frozenset("with behind around before after about near beside beneath among".split())
"""Prepositions by which a pronoun may mean who does something to others: "she took X with her"."""

_SEVERAL = 40
"""Doers in a sentence of whom a pronoun may be one, or of whom it is none; others are not told."""


def companions(verb: Token) -> Sequence[Token]:
    """Who does it with the subject: "together with X", "X, joined by Y,", "travelled with X"."""
    found = list(prepositional(verb, "with")) if _is_moving(verb) else ahead(verb)
    for holder in (verb, *own_subjects(verb)):
        for child in holder.children:
            beside = child.dep_ in {"prep", "advmod", "agent"} and child.lower_ in _BESIDE
            if beside:
                found += [t for n in child.children if n.dep_ == "pobj" for t in expand(n)]
                found += prepositional(child, "with")
            if child.dep_ == "prep" and child.lower_ == "with" and _is_beside(child):
                found += [t for n in child.children if n.dep_ == "pobj" for t in expand(n)]
            if child.dep_ == "prep" and child.lower_ == "in":
                company = (n for n in child.children if n.lower_ == "company")
                found += [t for n in company for t in prepositional(n, "of")]
            if child.dep_ in {"acl", "advcl", "relcl"} and child.lemma_ in _ACCOMPANIED:
                other = holder is verb and _met_before(verb, child)
                found += [t for agent in agents(child) for t in agent if not other]
    return list(dict.fromkeys(found))


def ahead(verb: Token) -> list[Token]:
    """Whom a sentence begins with that does something with them: "With X, Y met Z"."""
    doers = own_subjects(verb)
    facing = verb.lemma_ in _FACING and bool(doers)
    return [t for t in prepositional(verb, "with") if t.i < doers[0].i] if facing else []


def _is_moving(verb: Token) -> bool:
    """Whether a verb tells of a journey ("visit with X" tells of a meeting)."""
    moving = verb.lemma_ in _MOVING and verb.pos_ in _VERBAL
    return moving and (verb.lemma_ != "visit" or bool(objects(verb)))


def escorts(verb: Token) -> Sequence[Token]:
    """Who is with those that somebody meets: "met X, accompanied by Y"."""
    met = [*objects(verb), *prepositional(verb, "with")]
    beside = [c for c in verb.children if c.dep_ == "advcl" and _met_before(verb, c)]
    joined = [c for t in met for c in t.children if c.dep_ in {"acl", "relcl"}]
    verbs = [v for v in (*beside, *joined) if v.lemma_ in _ACCOMPANIED]
    return list(dict.fromkeys(t for v in verbs for agent in agents(v) for t in agent))


def _met_before(verb: Token, clause: Token) -> bool:
    """Whether somebody else is named between a verb and a clause."""
    met = [*objects(verb), *prepositional(verb, "with")]
    return any(verb.i < t.i < clause.i and t.pos_ == "PROPN" for t in met)


def _is_beside(preposition: Token) -> bool:
    """Whether "with" belongs to "together with"."""
    before = preposition.doc[preposition.i - 1] if preposition.i else None
    own = any(child.lower_ in _BESIDE for child in preposition.children)
    return own or (before is not None and before.lower_ in _BESIDE)


def sojourners(token: Token) -> Sequence[Token]:
    """Who is on a visit that names no visitor itself: "During her visit to X, Y said"."""
    preposition = token.head
    above = preposition.head
    spanned = preposition.lower_ == "of" and above.lemma_ in _SPANS and above.dep_ == "pobj"
    if token.dep_ != "pobj" or not (spanned or preposition.lower_ in _DURING):
        return []
    preposition = above.head if spanned else preposition
    owned = any(t.pos_ != "PRON" or t.lower_ in _OUR for t in possessors(token))
    verb = preposition.head
    if owned or verb.pos_ not in _VERBAL or any(c.lower_ in _OF for c in token.children):
        return []
    received = is_passive(verb) or (verb.lemma_ in _RECEIVING and objects(verb))
    told = verb.tag_ == "VBD" and verb.i > 1 and verb.doc[verb.i - 1].text in _QUOTED  # "…," said X
    return objects(verb) if received else surface_subjects(verb) or (objects(verb) if told else [])


def visitors(pronoun: Token) -> Sequence[Token]:
    """Whose visit is named before a pronoun in its sentence: "during X's visit, he will"."""
    return list(_before(pronoun, _acting(pronoun.sent[0]).visitors))


def where(verb: Token) -> Sequence[Token]:
    """The site of which a clause says what is done there: "Lima, Peru, where she will speak"."""
    top = verb
    while top.dep_ in {"xcomp", "conj"} and top.head.pos_ in _VERBAL | {"ADJ"}:
        top = top.head  # "where she is due to speak"
    there = [child for v in (verb, top) for child in v.children if child.lower_ == "where"]
    if top.dep_ != "relcl" or not there:
        return []
    site = top.head
    return [site.head if site.dep_ == "appos" and site.head.pos_ in _NOMINAL else site]


def doers_before(pronoun: Token, *, owned: bool) -> Iterator[Token]:
    """Yield the subjects before a pronoun in its sentence, from its beginning.

    Args:
        pronoun: The pronoun.
        owned: Whether it tells whose something is; then who does it in the passive counts as well,
            if no other pronoun stands before it.
    """
    acting = _acting(pronoun.sent[0])
    yield from _before(
        pronoun, acting.doers if owned and pronoun.i <= acting.pronoun else acting.subjects
    )


def doers_behind(pronoun: Token) -> Iterator[Token]:
    """Yield the subjects of the main verb behind a pronoun ("in her speech, X")."""
    main = _acting(pronoun.sent[0]).main
    yield from (t for t in main if t.i > pronoun.i)


class _Acting(NamedTuple):
    """Who acts in a sentence, in text order.

    Attributes:
        subjects: The subjects.
        doers: These and the agents of passives.
        main: The subjects of main verbs.
        visitors: Whose visit is named.
        pronoun: The place of the first pronoun, or of the last word.
    """

    subjects: Sequence[Token]
    doers: Sequence[Token]
    main: Sequence[Token]
    visitors: Sequence[Token]
    pronoun: int


@once
def _acting(first: Token) -> _Acting:
    """Who acts in the sentence that a word begins."""
    words = first.sent
    subjects = [t for t in words if t.dep_ in _SUBJECTS]
    return _Acting(
        subjects,
        [t for t in words if t.dep_ in _SUBJECTS or t.head.dep_ == "agent"],
        [t for t in subjects if t.head.dep_ == "ROOT"],
        [t for t in words if t.dep_ == "poss" and t.head.lemma_.lower() in _STAYS],
        next((t.i for t in words if t.pos_ == "PRON"), words[-1].i),
    )


def _before(pronoun: Token, others: Sequence[Token]) -> Iterator[Token]:
    return takewhile(lambda other: other.i < pronoun.i, islice(others, _SEVERAL))


def own_doers(pronoun: Token) -> Sequence[Token]:
    """Who does something to whom a pronoun means, and so is not meant: "X thanked him"."""
    verb = clause_verb(pronoun)
    brought = pronoun.head.lower_ in _AROUND and any(c.dep_ == "dobj" for c in verb.children)
    if pronoun.dep_ not in _DONE_TO or brought:
        return ()
    doers = (t for subject in own_subjects(verb) for t in expand(subject))
    return tuple(islice(doers, _SEVERAL))


def is_mutual(token: Token) -> bool:
    """Whether several do something by themselves: "A and B spoke between the two of them"."""
    among = {token.lower_, *(whole.lower_ for whole in prepositional(token, "of"))}
    if token.head.lower_ not in _BETWEEN or _THEMSELVES.isdisjoint(among):
        return False
    doers = surface_subjects(clause_verb(token))
    return len(doers) > 1 or any(doer.tag_ in _PLURAL or doer.lower_ == "they" for doer in doers)
