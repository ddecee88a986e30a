"""Subjects and objects that a parse hangs on the wrong word, told by their stand-ins."""

from collections.abc import Iterator
from itertools import islice

from communique.extractors.dates.expressions.lexicon import MONTH_NUMBERS, WEEKDAY_NUMBERS
from communique.extractors.parse import Token
from communique.extractors.syntax.masking import STAND_INS
from communique.extractors.syntax.phrases import expand
from communique.ontology import EntityType

_PERSON = STAND_INS[EntityType.PERSON]
_REACH = 200
"""Words of a phrase among which its sites are looked for."""
_SITES = frozenset({STAND_INS[EntityType.PLACE], STAND_INS[EntityType.COUNTRY]})
_DOERS = frozenset({_PERSON, STAND_INS[EntityType.ORGANISATION]})
_AFTER = frozenset({"pobj", "conj"})
_HELD = frozenset("host co-host organise organize hold convene chair open sponsor".split())
"""Verbs of what is done to an event, not to people."""
_DONE_BY = frozenset(
    "visit trip tour stay speech statement remark letter decision attack invitation report "
    "presentation lecture address talk proposal call comment request work project".split()
)
"""Nouns of what somebody does, so that "by" after them tells no more than who."""
_NOMINAL = frozenset({"NOUN", "PROPN"})
_DAYS = MONTH_NUMBERS.keys() | WEEKDAY_NUMBERS.keys()


def fronted_subjects(verb: Token) -> list[Token]:
    """Who is taken for the site before it: "During a stay in Riga, Minister X met Y".

    Or for part of a clause before it: "Praising the visit, Minister X met Y"; or for the subject
    of an auxiliary alone: "Minister X had, on Monday, met Y".
    """
    found = [noun for noun in _beside_sites(verb) if noun.i < verb.i] or _before_auxiliary(verb)
    return found or [
        noun
        for clause in verb.children
        if clause.dep_ == "advcl" and clause.tag_ == "VBG" and clause.i < verb.i
        for noun in clause.children
        if noun.text == _PERSON and noun.dep_ in {"npadvmod", "appos"}
        if noun.doc[noun.i - 1].text == "," and clause.i < noun.i < verb.i
    ]


def _before_auxiliary(verb: Token) -> list[Token]:
    return [
        noun
        for auxiliary in verb.children
        if auxiliary.dep_ == "aux"
        for subject in auxiliary.children
        if subject.dep_ == "nsubj"
        for noun in expand(subject)
    ]


def described_event(verb: Token) -> Token | None:
    """The event just before a passive of which the parse says it of the clause.

    "Praised the forum, hosted by X": it was the forum that was hosted.
    """
    before = verb.doc[verb.i - 1] if verb.i > 1 and verb.dep_ == "advcl" else None
    held = before is not None and before.text == "," and verb.lemma_ in _HELD
    event = verb.doc[verb.i - 2] if held else None
    return event if event is not None and event.text == STAND_INS[EntityType.EVENT] else None


def further_agents(verb: Token) -> list[Token]:
    """Who does a passive and hangs on a noun: "was hosted to dinner by X"."""
    return [
        by
        for preposition in verb.children
        if preposition.dep_ == "prep" and preposition.i > verb.i
        for noun in preposition.subtree
        if noun.dep_ == "pobj" and noun.lemma_ not in _DONE_BY
        for by in noun.children
        if by.dep_ == "prep" and by.lower_ == "by" and any(t.text in _DOERS for t in by.children)
    ]


def further_objects(verb: Token) -> list[Token]:
    """Objects joined to the verb ("had talks with X, and a call with Y") or taken for a site's.

    "Received in Riga, on Monday, Minister X": the parse makes the minister another name of Riga.
    """
    done = [child for child in verb.children if child.dep_ == "dobj"]
    if not done:
        return [noun for noun in _beside_sites(verb) if noun.i > verb.i]
    joined = (child for child in verb.children if child.dep_ == "conj")
    found = [child for child in joined if child.pos_ in _NOMINAL and child.i > done[0].i]
    return [*found, *_behind_days(verb, done[0])]


def _behind_days(verb: Token, done: Token) -> Iterator[Token]:
    """Yield what is joined to a day instead: "met X on Monday and Y on Tuesday"."""
    alike = _SITES if done.text in _SITES else {_PERSON} & {done.text}
    for preposition in verb.children if alike else ():
        if preposition.dep_ == "prep" and preposition.i > done.i:
            days = (noun for noun in preposition.children if noun.dep_ == "pobj")
            yield from (
                child
                for day in days
                if day.lower_ in _DAYS
                for child in day.children
                if child.dep_ == "conj" and child.text in alike
            )


def _beside_sites(verb: Token) -> Iterator[Token]:
    """Yield people in apposition to a place or day that hangs on a verb."""
    for child in verb.children:
        ahead = child.dep_ == "advcl" and child.tag_ == "VBG" and child.i < verb.i
        if child.dep_ == "prep" or ahead:
            below = islice(child.subtree, _REACH)
            sites = [t for t in below if t.dep_ in _AFTER and t.text in _SITES]
        else:
            sites = [child] if child.dep_ == "npadvmod" else []
        yield from (
            noun
            for site in sites
            for noun in site.children
            if noun.dep_ == "appos" and noun.text == _PERSON
        )
