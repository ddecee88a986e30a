"""Identifiers that later releases do not change."""

from collections.abc import Callable

from communique.graph import Arrival, Release, Statement
from communique.identity import resolve

Told = tuple[Release, tuple[Statement, ...]]
Tell = Callable[..., Told]

LEAGUE = "body Harbour League"


def ids(releases: dict[str, Told], published: dict[str, str] | None = None) -> dict[str, str]:
    """Canonical id by local id; the releases were loaded in the order in which they are given."""
    days = published or {}
    arrivals = {id_: Arrival(days.get(id_), number) for number, id_ in enumerate(releases, 1)}
    found = resolve(((r.id, said) for r, said in releases.values()), arrivals)
    return {id_: entity.id for id_, entity in found.entities.items()}


def test_a_namesake_that_comes_in_later_gets_the_suffix(tell: Tell) -> None:
    one = tell("z", ("person John Smith", "REPRESENTS", "country Canada/CAN"))
    other = tell("a", ("person John Smith", "REPRESENTS", "country Australia/AUS"))

    alone, both = ids({"z": one}), ids({"z": one, "a": other})

    assert alone["z#1"] == both["z#1"] == "person-john-smith"
    assert both["a#1"] == "person-john-smith-aus"


def test_another_spelling_in_later_releases_renames_nobody(tell: Tell) -> None:
    first = tell("m", ("person Omar Al-Haddad", "REPRESENTS", LEAGUE))
    later = {name: tell(name, ("person Omar Haddad", "REPRESENTS", LEAGUE)) for name in "bc"}
    days = {"m": "2024-01-01", "b": "2024-01-02", "c": "2024-01-03"}

    assert ids({"m": first})["m#1"] == ids({"m": first, **later}, days)["m#1"]


def test_a_full_name_found_later_makes_the_identifier_of_a_surname(tell: Tell) -> None:
    surname = tell("a", ("person Hammerstein", "REPRESENTS", LEAGUE))
    full = tell("b", ("person Rosa Hammerstein", "REPRESENTS", LEAGUE))

    found = ids({"a": surname, "b": full}, {"a": "2024-01-01", "b": "2024-01-02"})

    assert found["a#1"] == found["b#1"] == "person-rosa-hammerstein"


def test_the_order_of_loading_changes_no_identifier_of_those_without_namesakes(tell: Tell) -> None:
    releases = {
        "a": tell("a", ("person Omar Al-Haddad", "REPRESENTS", LEAGUE)),
        "b": tell("b", ("person Omar Haddad", "VISITS", "country Norway/NOR")),
        "c": tell("c", ("body Harbour League|HL", "HOSTS", "event Harbour Summit")),
    }

    assert ids(releases) == ids(dict(reversed(releases.items())))


def test_towns_of_one_name_are_told_apart_by_their_countries(tell: Tell) -> None:
    first = tell("a", ("place Springfield", "LOCATED_IN", "country Norway/NOR"))
    second = tell("b", ("place Springfield", "LOCATED_IN", "country Canada/CAN"))
    third = tell("c", ("place Springfield", "LOCATED_IN", "country Australia/AUS"))

    found = ids({"a": first, "b": second, "c": third})

    assert [found["a#1"], found["b#1"], found["c#1"]] == [
        "place-springfield",
        "place-springfield-can",
        "place-springfield-aus",
    ]
