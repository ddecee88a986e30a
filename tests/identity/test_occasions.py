"""Which events, operations and places are one across releases."""

from collections.abc import Callable, Mapping

import pytest

from communique.graph import Arrival, Release, Statement
from communique.identity import Resolution, Verdict, resolve
from communique.identity.occasions.edition import read_edition_classes

Told = tuple[Release, tuple[Statement, ...]]
Tell = Callable[..., Told]


def resolution(*releases: Told, days: Mapping[str, str] | None = None) -> Resolution:
    arrivals = {id_: Arrival(day) for id_, day in (days or {}).items()}
    return resolve(((release.id, statements) for release, statements in releases), arrivals)


def met(tell: Tell, *said: tuple[str, str | None, str | None]) -> Resolution:
    """A release for each name of an event, with the date it states and its own day."""
    releases = [
        tell(
            f"r{number}",
            ("person Ada Lind", "PARTICIPATES_IN", f"event {name}", {"date": date} if date else {}),
        )
        for number, (name, date, _) in enumerate(said)
    ]
    days = {f"r{number}": day for number, (_, _, day) in enumerate(said) if day}
    return resolution(*releases, days=days)


def events(found: Resolution) -> int:
    return len({e.id for e in found.entities.values() if e.type == "Event"})


ONE = {
    "year in the name and in the date": (
        ("Harbour Forum 2023", None, None),
        ("Harbour Forum", "2023-05-03", None),
    ),
    "days of the releases": (
        ("Harbour Forum", None, "2023-05-01"),
        ("Harbour Forum", None, "2023-06-01"),
    ),
    "ordinals": (("Third Harbour Forum", None, None), ("3rd annual Harbour Forum", None, None)),
    "ordinal and year": (
        ("Third Harbour Forum", None, "2023-05-01"),
        ("Harbour Forum", "2023-05-04", None),
    ),
    "an occasion of one time": (
        ("Harbour Accident", None, "2023-05-01"),
        ("Harbour Accident", None, "2024-05-01"),
    ),
    "days of one week": (
        ("Harbour Forum", "2023-05-03", None),
        ("Harbour Forum", "2023-05-05", None),
    ),
}
TWO = {
    "years of the releases": (
        ("Harbour Forum", None, "2023-05-01"),
        ("Harbour Forum", None, "2024-05-01"),
    ),
    "ordinals": (
        ("Third Harbour Forum", None, "2023-05-01"),
        ("Fourth Harbour Forum", None, "2023-05-01"),
    ),
    "days of one year": (
        ("Harbour Council", "2023-02-03", None),
        ("Harbour Council", "2023-10-05", None),
    ),
    "a forum that nothing dates": (("Harbour Forum", None, None), ("Harbour Forum", None, None)),
}


@pytest.mark.parametrize("said", ONE.values(), ids=ONE)
def test_one_event(tell: Tell, said: tuple[tuple[str, str | None, str | None], ...]) -> None:
    assert events(met(tell, *said)) == 1


@pytest.mark.parametrize("said", TWO.values(), ids=TWO)
def test_two_events(tell: Tell, said: tuple[tuple[str, str | None, str | None], ...]) -> None:
    assert events(met(tell, *said)) == 2


def test_a_forum_that_nothing_dates_is_left_to_people(tell: Tell) -> None:
    found = met(tell, ("Harbour Forum", None, None), ("Harbour Forum", None, None))

    (unsure,) = (d for d in found.decisions if d.kind is Verdict.UNSURE)
    assert unsure.ids == ("r0#2", "r1#2")
    assert "harbour forum" in unsure.reason


def test_an_operation_that_is_heard_of_on_and_on_stays_one(tell: Tell) -> None:
    days = {f"r{year}": f"{year}-05-01" for year in range(2010, 2022, 3)}
    row = ("operation Lantern", "INVOLVES", "country Norway/NOR")

    found = resolution(*(tell(id_, row) for id_ in days), days=days)

    assert len({e.id for e in found.entities.values() if e.type == "Operation"}) == 1


PLACES = {
    "spelling of a city": ("Kiev", "Kyiv", 1),
    "district of a capital": ("Washington, D.C.", "Washington", 1),
    "part of the state behind a comma": ("Springfield, Illinois", "Springfield, Illinois", 1),
    "two parts of a state": ("Springfield, Illinois", "Springfield, Massachusetts", 2),
    "city and the state around it": ("New York|New York City", "New York", 2),
    "city by its alias": ("New York|New York City", "New York City", 1),
}


@pytest.mark.parametrize(("one", "other", "count"), PLACES.values(), ids=PLACES)
def test_places_of_like_names(tell: Tell, one: str, other: str, count: int) -> None:
    found = resolution(
        tell("a", ("person Ada Lind", "VISITS", f"place {one}")),
        tell("b", ("person Ada Lind", "VISITS", f"place {other}")),
    )

    assert len({e.id for e in found.entities.values() if e.type == "Place"}) == count


@pytest.mark.parametrize("part", ["place Illinois", "country United States/USA"])
def test_a_place_lies_where_the_release_says(tell: Tell, part: str) -> None:
    found = resolution(
        tell("a", ("place Springfield", "LOCATED_IN", part)),
        tell("b", ("place Springfield", "LOCATED_IN", "country Canada/CAN")),
    )

    springfields = {e.id for e in found.entities.values() if e.name == "Springfield"}
    assert len(springfields) == 2


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Third Harbour Summit 2023", (("harbour", "summit"), 3, "2023")),
        ("12th Annual Harbour Forum", (("harbour", "forum"), 12, None)),
        ("Harbour Year", (("harbour", "year"), None, None)),
        ("Inaugural Harbour Dialogue", (("harbour", "dialogue"), 1, None)),
    ],
)
def test_ordinal_and_year_are_no_part_of_the_series(
    name: str, parts: tuple[tuple[str, ...], int | None, str | None]
) -> None:
    edition = read_edition_classes().edition(name)

    assert (edition.series, edition.ordinal, edition.year) == parts
