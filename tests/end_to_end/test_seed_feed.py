"""The seed feed through the command line: what the graph says about it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import pytest

from communique.builder import project
from communique.ledger import Ledger
from communique.loaders.conformance import check

pytestmark = [pytest.mark.gold, pytest.mark.model]
Ask = Callable[..., list[dict[str, object]]]


class Seed(Protocol):
    """The workspace of the seed feed."""

    first: dict[str, Any]
    second: dict[str, Any]
    data: Path


MANAMA = {
    "Abdullatif bin Rashid Al Zayani",
    "Abdulla bin Ahmed Al Khalifa",
    "Khalifa bin Ahmed Al Khalifa",
    "Khalid Al-Biyari",
    "Farhad Alaaldin",
    "Stephane Bouillon",
    "Thomas Hitschler",
}
"""Whom the NATO delegation met in Manama, one line of the list each."""

FUNDERS = {"Czechia", "Italy", "Netherlands", "Slovakia", "United Kingdom", "United States"}

BALKANS = {
    "Christian Schmidt": "2023-11-20",
    "Borjana Krišto": "2023-11-20",
    "Vjosa Osmani-Sandriu": "2023-11-20",
    "Albin Kurti": "2023-11-20",
    "Ulutaş": "2023-11-20",
    "Hammerstein": "2023-11-20",
    "Aleksandar Vučić": "2023-11-21",
    "Ana Brnabić": "2023-11-21",
    "Stevo Pendarovski": "2023-11-21",
    "Dimitar Kovačevski": "2023-11-21",
    "Talat Xhaferi": "2023-11-21",
}
"""Whom the Secretary General was to meet on his tour of the Western Balkans, and when."""

STOPS = {
    "Bosnia and Herzegovina": "2023-11-19",
    "Kosovo": "2023-11-20",
    "Belgrade": "2023-11-21",
    "North Macedonia": "2023-11-21",
}


def test_the_feed_is_ten_releases(seed: Seed) -> None:
    assert (seed.first["read"], seed.first["new"]) == (10, 10)
    assert (seed.first["skipped"], seed.first["failed"]) == ([], [])


def test_the_six_releases_that_the_feed_cuts_off_are_counted(seed: Seed) -> None:
    assert seed.first["truncated"] == 6


def test_building_once_more_writes_nothing(seed: Seed) -> None:
    assert (seed.second["read"], seed.second["unchanged"], seed.second["writes"]) == (10, 10, 0)
    assert seed.second["store"]["writes"] == 0


def test_the_graph_keeps_to_the_shapes_and_rules_of_its_rdf(seed: Seed) -> None:
    with Ledger.open(seed.data / "ledger.sqlite") as ledger:
        graph = project(ledger)

    assert len(graph.facts) > 100
    assert check(graph) == ()


def test_the_bilateral_list_gives_seven_meetings_with_named_officials(ask: Ask) -> None:
    met = [row for row in ask("who-met", entity="NATO") if row["met"] in MANAMA]

    assert sorted(str(row["met"]) for row in met) == sorted(MANAMA)
    assert {row["status"] for row in met} == {"held"}


def test_the_first_aid_training_has_its_six_funders(ask: Ask) -> None:
    (training,) = {row["supported_id"] for row in ask("funded-by", entity="Slovakia")}

    assert {row["funder"] for row in ask("funders", entity=training)} == FUNDERS


@pytest.mark.parametrize(("official", "day"), BALKANS.items(), ids=BALKANS)
def test_a_meeting_of_the_balkan_tour_is_planned_for_its_day(
    ask: Ask, official: str, day: str
) -> None:
    rows = ask("who-met", entity=official)

    assert ("Jens Stoltenberg", day, "planned") in {
        (row["met"], row["date"], row["status"]) for row in rows
    }


def test_the_stops_of_the_balkan_tour_are_dated(ask: Ask) -> None:
    visits = {(row["destination"], row["date"]) for row in ask("visits-by", entity="Stoltenberg")}

    assert visits >= set(STOPS.items())


def test_a_person_of_three_releases_is_one_entity(ask: Ask) -> None:
    people = [row for row in ask("search", text="Stoltenberg") if row["kind"] == "Person"]

    assert [row["name"] for row in people] == ["Jens Stoltenberg"]
