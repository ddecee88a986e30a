"""What hangs on a noun or verb, as members, prepositions and owners, or is said of it next."""

import re
from collections.abc import Iterator, Sequence

from communique.extractors.parse import Token, once

_ENDINGS = frozenset({"'s", "’s", "'", "’"})
_BEFORE_NOUN = frozenset({"ADJ", "NOUN", "ADV", "CCONJ", "PROPN"})
_PARTICIPLES = frozenset({"VBG", "VBN"})
_ENDING_REACH = 6
"""How many words before a noun a possessive ending is looked for."""
_MODIFIERS = frozenset({"compound", "amod", "nmod"})
_MEMBERS = frozenset({"conj", "appos"})
_NAMED_BY = frozenset({"prep", "pobj", "relcl", "acl"})
"""As what those who are named by the way hang on a noun."""
_NAMING = frozenset({"including", "include", "plus", "namely"})
_COMPRISING = frozenset({"include", "comprise", "consist", "compose", "feature"})
_BEFORE = frozenset({"prep", "dative", "agent"})
_AT_HAND = frozenset({"available", "aside"})
"""Words between a verb and whom something is for: "made a sum available for X"."""
_COMPOUND = frozenset({"addition", "advance", "course", "process"})
"""Nouns that make a preposition with two others: "in the course of"."""
_AHEAD = frozenset("upcoming forthcoming planned scheduled future proposed".split())
_VERBAL = frozenset({"VERB", "AUX"})

_PURPOSES = frozenset({"xcomp", "advcl", "acl", "relcl"})
_TIMES = frozenset("year month week day time period decade phase quarter start while".split())
"""Nouns by which "for" tells how long or when."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_DROPPED = re.compile(
    r"\bbut (?:it|this|that|they|(?:the|this|that|his|her|their|its) (?:\w+ )?(?:visit|trip|tour|"
    r"journey|travel|meetings?|talks|call|encounter|summit|conference|event|plans?|date))\b"
    r"(?: (?!and\b|but\b|to\b(?! be\b))[\w-]+){0,12}? (?:postponed|cancell?ed|deferred|"
    r"rescheduled|reset|(?:put|called) off)\b"
)
"""What came of a plan that is spoken of before."""


@once
def expand(token: Token) -> Sequence[Token]:
    """A token and what is joined to it ("A, B and C"), in text order."""
    found = [token]
    for member in found:  # it grows while members join further ones
        for child in member.children:
            if child.dep_ in _MEMBERS and child.pos_ not in _VERBAL:
                found.append(child)
            elif child.dep_ in _NAMED_BY:
                found += _named_after(child)
    return sorted(set(found), key=lambda t: t.i) if len(found) > 1 else found


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


def makes_up(token: Token) -> bool:
    """Whether a noun says of whom a group consists: "a team comprising *experts* from A"."""
    verb = token.head if token.dep_ == "dobj" else token.head.head
    within = token.dep_ in {"dobj", "pobj"} and verb.dep_ in {"acl", "relcl"}
    return within and verb.lemma_ in _COMPRISING


def prepositional(token: Token, preposition: str) -> Sequence[Token]:
    """What stands after a preposition that hangs on a token, joined ones included."""
    if preposition not in _at_hand(token) and preposition != "from":
        return ()
    key = prepositional, preposition
    if key not in token.known:
        token.known[key] = _prepositional(token, preposition)
    found: Sequence[Token] = token.known[key]
    return found


@once
def _at_hand(token: Token) -> frozenset[str]:
    """The words at which what stands after one of them may hang on a token."""
    near = {child.lower_ for child in token.children}
    return frozenset(near | {inner.lower_ for child in token.children for inner in child.children})


def _prepositional(token: Token, preposition: str, depth: int = 0) -> list[Token]:
    found: list[Token] = []
    for child in token.children:
        again = child.dep_ == "conj" and child.pos_ == "ADP"  # "with A, and with B"
        if (again or child.dep_ in _BEFORE) and child.lower_ == preposition:
            found += [
                t for noun in child.children if noun.dep_ in {"pobj", "pcomp"} for t in expand(noun)
            ]
            found += _after_joined(child, preposition)
        elif (child.dep_ in {"prep", "prt", "advmod"} or child.lower_ in _AT_HAND) and depth < 1:
            found += _prepositional(child, preposition, depth + 1)
            found += _after_joined(child, preposition) if found else []
    verb = token.head
    if not found and not depth and preposition == "from":
        return _right_behind(token)
    if found and not depth and token.dep_ == "dobj":  # "a visit to X on Monday and to Y"
        beside = (child for child in verb.children if child.dep_ == "prep" and child.i > token.i)
        found += [noun for child in beside for noun in _after_joined(child, preposition)]
    return found


def _right_behind(token: Token) -> list[Token]:
    """What stands after the "from" behind a noun that a parse has hung on the verb."""
    behind = token.doc[token.i + 1 : token.i + 2]
    lost = [t for t in behind if t.lower_ == "from" and t.head == token.head and t.dep_ == "prep"]
    noun = token.pos_ == "NOUN"
    return [t for f in lost for n in f.children if n.dep_ == "pobj" and noun for t in expand(n)]


def _after_joined(beside: Token, preposition: str) -> list[Token]:
    """What stands after a preposition joined to another: "with X and (on Monday) with Y"."""
    near = (token for joint in joined(beside) for token in (joint, *joint.children))
    further = (token for token in near if token.lower_ == preposition)
    return [t for joint in further for n in joint.children if n.dep_ == "pobj" for t in expand(n)]


def joined(preposition: Token) -> Iterator[Token]:
    """Prepositions joined to one: "with X and with Y", "with X as well as with Y"."""
    for child in preposition.children:
        if child.dep_ == "conj":
            yield child
        elif child.dep_ == "cc":
            yield from (further for further in child.children if further.dep_ == "prep")


@once
def possessors(token: Token) -> Sequence[Token]:
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


@once
def modifiers(token: Token) -> Sequence[Token]:
    """Nouns and demonyms right before a noun ("NATO training", "Czech police").

    Not whom a sum is given: "granted NAME 30 million euros".
    """
    before = (c for c in token.children if c.dep_ in _MODIFIERS and c.i < token.i)
    return [c for c in before if not (c.pos_ == "PROPN" and _is_counted(c.nbor(1)))]


def _is_counted(number: Token) -> bool:
    """Whether a number counts what follows and is no year."""
    return number.pos_ == "NUM" and _YEAR.fullmatch(number.text) is None


def in_doing(trigger: Token) -> bool:
    """Whether "in" and a gerund follow ("supported X in dismantling Y")."""
    return any(
        child.dep_ == "pcomp" and child.tag_ == "VBG"
        for preposition in trigger.children
        if preposition.lower_ == "in"
        for child in preposition.children
    )


def has_purpose(token: Token) -> bool:
    """Whether an infinitive or "for" tells what means are meant for ("a loan to build roads")."""
    aims = prepositional(token, "for")
    return any(noun.lemma_.lower() not in _TIMES for noun in aims) or any(
        child.dep_ in _PURPOSES and any(c.lower_ == "to" and c.i < child.i for c in child.children)
        for child in token.children
    )


def is_dropped(trigger: Token) -> bool:
    """Whether a plan's sentence goes on with what came of it: "but the meeting was postponed"."""
    rest = " ".join(word.lower_ for word in trigger.sent if word.i > trigger.i)
    return _DROPPED.search(rest) is not None


def governor(verb: Token) -> Token:
    """What a dependent clause hangs on, prepositions left out: "visited in addition to meeting"."""
    head = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return head.head.head if head.lemma_ in _COMPOUND and head.dep_ == "pobj" else head


def is_upcoming(noun: Token) -> bool:
    """Whether a noun is called what lies ahead: "her upcoming visit"."""
    return any(
        child.lower_ in _AHEAD or (child.dep_ == "amod" and child.lower_ == "next")
        for child in noun.children
    )
