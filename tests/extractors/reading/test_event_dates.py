"""The dates of events and of those who take part in them."""

from collections.abc import Callable

import pytest

from communique.graph import Statement
from communique.ontology import Relation

pytestmark = pytest.mark.model
Read = Callable[..., tuple[Statement, ...]]


def part(statements: tuple[Statement, ...]) -> list[str | None]:
    """The dates of those who take part, in order."""
    return [s.qualifiers.date for s in statements if s.predicate == Relation.PARTICIPATES_IN]


@pytest.mark.parametrize(
    ("body", "date"),
    [
        ("Ms Ana Duran will attend the Porto Summit, which is happening from 11 to 13 June 2024.",
         "2024-06-11/2024-06-13"),
        ("Ms Ana Duran arrived on Monday in Lisbon to attend the Porto Summit on 16 May 2024.",
         "2024-05-16"),
        ("Ms Ana Duran leaves tonight for Lisbon, where she will attend the Porto Summit.", None),
        ("Ms Ana Duran will attend the Porto Summit of the Ministers of Estonia, which takes place "
         "on 11 June 2024.", "2024-06-11"),
        ("Ms Ana Duran will attend the Porto Summit, which is to be held in Lisbon in June 2024.",
         "2024-06"),
        ("The Porto Plan 2023–2025 was signed. Ms Ana Duran then attended the Porto Summit.", None),
        ("The Porto Summit was held on 6 and 7 May 2024. Ms Ana Duran attended the summit on its "
         "second day.", "2024-05-07"),
        ("The Porto Summit was held on Monday in Lisbon. Ms Ana Duran attended the previous summit "
         "as well.", None),
    ],
    ids=["said-of-the-event", "not-of-the-journey", "departure", "end-of-the-name", "is-to-be",
         "years", "second-day", "previous"],
)  # fmt: skip
def test_the_date_is_that_of_the_event(read: Read, body: str, date: str | None) -> None:
    assert part(read(body)) == [date]


def test_a_day_of_a_paragraph_is_none_of_a_programme(read: Read) -> None:
    found = read(
        "Ms Ana Duran was in Lisbon on 3 May 2024. Estonia takes part in the Clear Rivers "
        "programme."
    )

    assert part(found) == [None]


def test_what_stands_beside_an_event_has_its_date(read: Read) -> None:
    found = read("They prepared the Porto Summit in Lisbon, which will be held on 11 June 2024.")

    held = [s.qualifiers.date for s in found if s.predicate == Relation.HELD_IN]
    assert held == ["2024-06-11"]


def test_a_host_in_a_clause_has_the_date_of_the_clause(read: Read) -> None:
    found = read("Estonia hopes to join by the Porto Summit, which Ghana is to host in March 2026.")

    assert [s.qualifiers.date for s in found if s.predicate == Relation.HOSTS] == ["2026-03"]


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("The Porto Summit takes place on 3 June 2024.", "2024-06-03"),
        ("The Porto Summit opens on 3 June 2024.", None),
        ("The Porto Summit was held on 3 June 2024. In 2023 the summit was held on 5 May.", None),
    ],
    ids=["happens", "opens", "twice"],
)
def test_those_on_a_list_are_there_on_the_day_of_the_event(
    read: Read, said: str, date: str | None
) -> None:
    body = f"{said}\n\nParticipants:\n- Mr Carl Berg, Prime Minister of Malta"

    found = [s for s in read(body) if s.subject.name == "Carl Berg"]
    assert [s.qualifiers.date for s in found if s.predicate == Relation.PARTICIPATES_IN] == [date]


GUESTS = "Among the participants of the Porto Summit was Minister Ana Duran."


def test_who_was_at_an_event_was_there_on_the_only_day_of_the_release(read: Read) -> None:
    found = read(f"Two papers on water were signed in Lisbon today.\n\n{GUESTS}")

    assert part(found) == ["2024-05-10"]


@pytest.mark.parametrize(
    "lead",
    [
        "Two papers on water were signed in Lisbon today after a three-day debate.",
        "Two papers on water were signed in Lisbon today and a third one on 8 May 2024.",
        "A round of talks on water ended in Lisbon today.",
        "Two papers on water will be signed in Lisbon on 20 May 2024.",
        "Two papers on water were signed in Lisbon on 20 March 2024.",
    ],
    ids=["longer", "two-days", "end", "ahead", "long-ago"],
)
def test_who_was_at_an_event_has_no_day_where_the_release_leaves_it_open(
    read: Read, lead: str
) -> None:
    assert part(read(f"{lead}\n\n{GUESTS}")) == [None]


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("Ana Duran met Carl Berg about the projects of 2022.", None),
        ("Ana Duran met Carl Berg to plan the budget for 2025.", None),
        ("Ana Duran met Carl Berg in 2022.", "2022"),
    ],
    ids=["of", "for", "in"],
)
def test_a_year_that_something_is_of_dates_no_meeting(
    read: Read, words: str, date: str | None
) -> None:
    assert [s.qualifiers.date for s in read(words) if s.predicate == Relation.MEETS] == [date]


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("A three-day seminar on ports concluded on 20 May 2024 in Riga.", "2024-05-18/2024-05-20"),
        ("A two-day seminar on ports started on 20 May 2024 in Riga.", "2024-05-20/2024-05-21"),
        ("A seminar on ports started on 20 May 2024 in Riga.", "2024-05-20"),
    ],
    ids=["last", "first", "uncounted"],
)
def test_counted_days_and_the_first_or_last_tell_all_days_of_an_event(
    read: Read, said: str, days: str
) -> None:
    found = [s for s in read(said) if s.predicate == Relation.HELD_IN]

    assert [s.qualifiers.date for s in found] == [days]


def test_the_year_in_which_an_operation_was_opened_is_not_that_of_its_deeds(read: Read) -> None:
    found = read("The investigation Coldstore was opened in 2021 by the Spanish National Police.")

    assert part(found) == [None]
