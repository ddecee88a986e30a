"""Which people are compared at all."""

from collections.abc import Sequence

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
