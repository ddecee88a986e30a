"""Guessed offices give way to what other releases say in words."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from communique.builder.facts import merge
from communique.builder.facts.offices import GUESSING
from communique.extractors.cast.figure import GUESSED
from communique.graph import Release, Statement
from communique.identity import resolve

Told = tuple[Release, tuple[Statement, ...]]
Offices = Callable[..., set[tuple[str, str]]]
Said = tuple[str, str, str]

NORWAY, PERU = "country Norway/NOR", "country Peru/PER"
LIND, OTHER = "person Ada Lind", "person Carl Lind"
WORDED, GUESS = "office", "own-chief"


@pytest.fixture
def offices(tell: Callable[..., Told]) -> Offices:
    """Whom releases, each of a person, a state and a rule, make president of which state."""

    def of(*said: Said, title: str = "President") -> set[tuple[str, str]]:
        told = []
        for number, (person, state, rule) in enumerate(said):
            row = (person, "REPRESENTS", state, {"role": title})
            release, (statement,) = tell(f"r{number}", row)
            quote = replace(statement.evidence[0], rule=f"represents/{rule}")
            told.append((release.id, (replace(statement, evidence=(quote,)),)))
        facts = merge(told, resolve(told).entities).facts
        return {(fact.subject.name, fact.object.name) for fact in facts}

    return of


WORDS: tuple[Said, ...] = ((LIND, NORWAY, WORDED), (LIND, NORWAY, WORDED))
RIGHT = {("Ada Lind", "Norway")}


def test_the_words_of_two_releases_outweigh_a_guess(offices: Offices) -> None:
    assert offices(*WORDS, (LIND, PERU, GUESS)) == RIGHT


def test_the_guess_about_a_surname_alone_is_one_about_its_only_bearer(offices: Offices) -> None:
    assert offices(*WORDS, ("person Lind", PERU, GUESS)) == RIGHT


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ((*WORDS, (LIND, PERU, WORDED)), "President"),
        ((*WORDS, (OTHER, PERU, GUESS)), "President"),
        ((*WORDS, (LIND, PERU, GUESS)), "Ambassador"),
        ((WORDS[0], (LIND, PERU, GUESS), (LIND, PERU, GUESS)), "President"),
    ],
    ids=["worded-too", "somebody-else", "envoy", "told-twice-against-once"],
)
def test_what_may_be_right_stays(offices: Offices, said: tuple[Said, ...], title: str) -> None:
    assert len(offices(*said, title=title)) == 2


def test_many_guesses_outweigh_one(offices: Offices) -> None:
    often = ((LIND, NORWAY, GUESS),) * 5

    assert offices(*often, (LIND, PERU, "lone-state")) == RIGHT
    assert len(offices(*often[:4], (LIND, PERU, "lone-state"))) == 2


def test_every_guess_of_the_extractor_counts_as_one() -> None:
    assert {f"represents/{basis}" for basis in GUESSED} <= GUESSING
