"""Which people are compared at all."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rigour.names import NamePart, compare_parts

from communique.identity.people.matching.blocking import Blocking
from communique.identity.people.name import PersonNames
from communique.identity.people.portrait import Portrait
from communique.identity.people.spelling import read_spelling
from communique.identity.words import read_words

NAMES = PersonNames(read_words())


def person(name: str, country: str) -> Portrait:
    """Somebody of whom no more is told."""
    told = NAMES.of(name)
    assert told is not None
    nothing = frozenset[str]()
    return Portrait(
        ids=(name,),
        names=(told,),
        countries=frozenset({country}),
        uncoded=nothing,
        around=nothing,
        certain=True,
        bodies=nothing,
        offices={},
        titles=frozenset(),
        common=False,
        address=None,
        given=None,
        releases=frozenset({"a"}),
        days=None,
    )


def compared(people: Sequence[Portrait], usual: str = "") -> list[tuple[int, int]]:
    return list(Blocking(read_spelling(), frozenset({usual})).pairs(people))


def test_full_names_meet_by_their_words_not_by_surname_and_country() -> None:
    alike = [person("Paula Brask", "NOR"), person("Paula Maria Brask", "CHL")]
    strangers = [person("Paula Brask", "NOR"), person("Karl Brask", "NOR")]

    assert compared(alike) == [(0, 1)]
    assert compared(strangers) == []


def test_words_that_begin_alike_but_cannot_be_one_name_keep_full_names_apart() -> None:
    assert compared([person("Paula Brask", "NOR"), person("Pernille Brask", "NOR")]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Paula Kovalenko", "Paula Kovalenka"),
        ("Anna Maria Brask", "Annamaria Brask"),
        ("Mohammed Karimov", "Muhammad Karimov"),
        ("Peter Mohammed", "Piotr Muhammad"),
        ("P. Brask", "Paula Brask"),
        ("P. Brask", "P. K. Brask"),
        ("Paula K. Brask", "K. Brask"),
        ("D'Angelo Brask", "D. Angelo Brask"),
        ("Lim Suk-hyuk", "Lim Suhiuk"),
    ],
)
def test_words_that_may_be_one_name_let_full_names_meet(one: str, other: str) -> None:
    assert compared([person(one, "NOR"), person(other, "CHL")]) == [(0, 1)]


def test_somebody_of_several_names_does_not_meet_themselves() -> None:
    names = ("Paula Brask", "Paula Maria Brask", "P. Brask")
    told = tuple(name for text in names if (name := NAMES.of(text)))

    assert compared([replace(person("Paula Brask", "NOR"), names=told)]) == []


def test_a_surname_alone_meets_all_of_that_surname_and_country_once() -> None:
    people = [
        person("Paula Brask", "NOR"),
        person("Brask", "NOR"),
        person("Karl Brask", "NOR"),
        person("Eva Brask", "CHL"),
        person("Brask", "NOR"),
    ]

    assert compared(people) == [(0, 1), (0, 4), (1, 2), (1, 4), (2, 4)]


def test_whom_a_surname_mostly_means_meets_it_in_every_country() -> None:
    people = [person("Paula Brask", "NOR"), person("Brask", "CHL")]

    assert compared(people) == []
    assert compared(people, usual="Paula Brask") == [(0, 1)]


SYLLABLES = st.sampled_from("ji min seo eun ha yoon hyun suk hee soo wook jong ye kyo ok".split())


@given(SYLLABLES, SYLLABLES)
def test_a_given_name_in_one_word_meets_it_in_two(first: str, second: str) -> None:
    parted = person(f"Choi {first.title()}-{second}", "KOR")
    whole = person(f"Choi {first.title()}{second}", "KOR")
    turned = person(f"{first.title()}{second} Choi", "KOR")

    assert compared([parted, whole, turned]) == [(0, 1), (0, 2), (1, 2)]


LETTERS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=5, max_size=14)
ALIKE, LONG = 0.75, 5
"""Score of rigour, and letters, from which on words are alike."""


def test_letters_that_are_taken_for_each_other_count_less() -> None:
    assert read_spelling().may_be_one("bolsha", "bolsna")


@given(st.data(), LETTERS)
def test_no_words_are_kept_apart_that_rigour_finds_alike(data: st.DataObject, word: str) -> None:
    letters = list(word)
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(letters) - 1))
        letters[place : place + data.draw(st.integers(0, 1))] = data.draw(
            st.sampled_from(["", *"aceiknosuvwyz01", "ss"])
        )
        assume(letters)
    other = "".join(letters)
    found = compare_parts([NamePart(word, 0)], [NamePart(other, 0)])
    assume(len(found) == 1 and found[0].score >= ALIKE and len(other) >= LONG)
    spelling = read_spelling()
    assume(not {word, other} <= spelling.given.keys())

    assert spelling.may_be_one(word, other)
