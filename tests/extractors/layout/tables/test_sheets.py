"""Fact sheets: what each labelled line says of the event, journey or talk they are about."""

import json
from collections.abc import Callable
from importlib.resources import files

import pytest

from communique.extractors.layout.tables.keys import read_keys

Says = Callable[..., set[tuple[str, str, str]]]

_SOURCE = files("communique.extractors.layout.tables").joinpath("keys.jsonl")
ENTRIES = [json.loads(line) for line in _SOURCE.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry["key"] for entry in ENTRIES])
def test_a_label_tells_what_its_line_names(entry: dict[str, str]) -> None:
    found = [key for key, pattern in read_keys().items() if pattern.fullmatch(entry["example"])]

    assert found == [entry["key"]]


@pytest.mark.model
def test_the_lines_of_an_advisory_speak_of_what_it_names(says: Says) -> None:
    body = (
        "WHAT: Ostvik Mine Action Conference\nWHERE: Porto, Portugal\nWHEN: 4 October 2024\n"
        "ORGANISER: Torsk Harbour Foundation\nCHAIR: Ana Duran\nWHO: Chile, Norway"
    )

    assert says(body, title="Advisory: visit to the harbour") >= {
        ("Ostvik Mine Action Conference", "HELD_IN", "Porto"),
        ("Torsk Harbour Foundation", "ORGANISES", "Ostvik Mine Action Conference"),
        ("Ana Duran", "LEADS", "Ostvik Mine Action Conference"),
        ("Chile", "PARTICIPATES_IN", "Ostvik Mine Action Conference"),
        ("Norway", "PARTICIPATES_IN", "Ostvik Mine Action Conference"),
    }


@pytest.mark.model
def test_a_mission_has_commander_and_donor_in_lines(says: Says) -> None:
    body = (
        "The change of command took place today.\n\nMission: Operation Grey Heron\n"
        "Commander: Colonel Ana Duran\nFunded by: Norway\nStrength: 320"
    )

    assert says(body, title="Change of command in Lisbon") >= {
        ("Ana Duran", "LEADS", "Operation Grey Heron"),
        ("Norway", "FUNDS", "Operation Grey Heron"),
    }


TALKS = {
    "host-and-guest": "Host: Ola Dahl, Mayor of Oslo\nGuest: Ana Duran, Mayor of Porto\nTime: 2",
    "caller": "Caller: Foreign Minister Ola Dahl\nCounterpart: Foreign Minister Ana Duran of Chile",
    "sides": "Between: Minister Ola Dahl / Ana Duran, Minister of Chile\nDay: Monday\nTopic: cod",
}


@pytest.mark.model
@pytest.mark.parametrize("sheet", TALKS.values(), ids=TALKS)
def test_two_sides_of_a_talk_meet(says: Says, sheet: str) -> None:
    found = says(f"The talk dealt with fish.\n\n{sheet}", title="Ministers confer on fisheries")

    assert ("Ana Duran", "MEETS", "Ola Dahl") in found


@pytest.mark.model
def test_those_who_come_along_go_where_the_visitor_goes(says: Says) -> None:
    body = (
        "Visitor: President Ana Duran\nDestination: Quito and Torsk Bay\nDates: 6 to 8 May\n"
        "Accompanied by: Minister of Trade Ola Dahl; State Secretary Carl Berg"
    )

    visits = {(s, o) for s, r, o in says(body, title="A journey is announced") if r == "VISITS"}

    assert visits == {
        (who, where)
        for who in ("Ana Duran", "Ola Dahl", "Carl Berg")
        for where in ("Quito", "Torsk Bay")
    }


@pytest.mark.model
def test_a_sheet_of_a_ship_sends_nobody_anywhere(says: Says) -> None:
    body = "Ship: MV Torsk\nFlag: Liberia\nOwner: Torsk Lines\nCrew: 14\nDestination: Rotterdam"

    found = says(body, title="Ministry reports on an accident at sea")

    assert not [triple for triple in found if triple[1] in {"VISITS", "MEETS", "HELD_IN"}]
