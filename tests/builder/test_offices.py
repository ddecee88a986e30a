"""Guessed offices give way to what other releases say in words."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from communique.builder.facts import merge
from communique.builder.facts.offices import GUESSING, doubted
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
def say(tell: Callable[..., Told]) -> Callable[..., list[tuple[str, tuple[Statement, ...]]]]:
    """Releases, each of a person, a state and a rule, that make the one president of the other."""

    def of(*said: Said, title: str = "President") -> list[tuple[str, tuple[Statement, ...]]]:
        told: list[tuple[str, tuple[Statement, ...]]] = []
        for number, (person, state, rule) in enumerate(said):
            row = (person, "REPRESENTS", state, {"role": title})
            release, (statement,) = tell(f"r{number}", row)
            quote = replace(statement.evidence[0], rule=f"represents/{rule}")
            told.append((release.id, (replace(statement, evidence=(quote,)),)))
        return told

    return of


@pytest.fixture
def offices(say: Callable[..., list[tuple[str, tuple[Statement, ...]]]]) -> Offices:
    """Whom such releases make president of which state."""

    def of(*said: Said, title: str = "President") -> set[tuple[str, str]]:
        told = say(*said, title=title)
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


def test_a_contradicted_guess_does_not_split_a_person(
    say: Callable[..., list[tuple[str, tuple[Statement, ...]]]],
) -> None:
    told = say(*WORDS, (LIND, PERU, GUESS))

    persons = {
        id_: entity.id
        for id_, entity in resolve(told, doubted=doubted(told)).entities.items()
        if entity.name == "Ada Lind"
    }

    assert len(persons) == 3
    assert set(persons.values()) == {"person-ada-lind"}
    assert len(set(resolve(told).entities.values())) > 3  # the guess would tell them apart


def test_many_guesses_outweigh_one(offices: Offices) -> None:
    often = ((LIND, NORWAY, GUESS),) * 5

    assert offices(*often, (LIND, PERU, "lone-state")) == RIGHT
    assert len(offices(*often[:4], (LIND, PERU, "lone-state"))) == 2


def test_every_guess_of_the_extractor_counts_as_one() -> None:
    assert {f"represents/{basis}" for basis in GUESSED} <= GUESSING
