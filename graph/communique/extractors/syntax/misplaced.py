"""Subjects and objects that a parse hangs on the wrong word, told by their stand-ins."""

from collections.abc import Iterator

from communique.extractors.dates.expressions.lexicon import MONTH_NUMBERS, WEEKDAY_NUMBERS
from communique.extractors.parse import Token
from communique.extractors.syntax.masking import STAND_INS
from communique.ontology import EntityType

_PERSON = STAND_INS[EntityType.PERSON]
_SITES = frozenset({STAND_INS[EntityType.PLACE], STAND_INS[EntityType.COUNTRY]})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_DAYS = MONTH_NUMBERS.keys() | WEEKDAY_NUMBERS.keys()


def fronted_subjects(verb: Token) -> list[Token]:
    """Who is taken for the site before it: "During a stay in Riga, Minister X met Y"."""
    return [noun for noun in _beside_sites(verb) if noun.i < verb.i]


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
        if child.dep_ == "prep":
            sites = [t for t in child.subtree if t.dep_ == "pobj" and t.text in _SITES]
        else:
            sites = [child] if child.dep_ == "npadvmod" else []
        yield from (
            noun
            for site in sites
            for noun in site.children
            if noun.dep_ == "appos" and noun.text == _PERSON
        )
