"""Tables as lines: who is there for whom, who gives what, what takes place where."""

import json
from collections.abc import Callable
from importlib.resources import files

import pytest

from communique.extractors.layout.tables.columns import Column, headed

Says = Callable[..., set[tuple[str, str, str]]]

_SOURCE = files("communique.extractors.layout.tables").joinpath("columns.jsonl")
ENTRIES = [json.loads(line) for line in _SOURCE.read_text(encoding="utf-8").splitlines()]

DELEGATIONS = {
    "bars": (
        "No. | Name | Country | Office\n1 | Ana Duran | Chile | Minister of Defence\n"
        "2 | Carl Berg | Norway | Director, Border Service"
    ),
    "bars-without-header": (
        "Chile | Ana Duran | Minister of Defence\nNorway | Carl Berg | State Secretary"
    ),
    "columns": (
        "Country       Head of Delegation  Rank\nChile         Ana Duran           Minister\n"
        "South Africa  Carl Berg           Director"
    ).replace("South Africa  ", "Norway        "),
    "cell-by-cell": (
        "COUNTRY\nHEAD OF DELEGATION\nPOSITION\nChile\nAna Duran\nMinister of Defence\n"
        "Norway\nCarl Berg\nState Secretary"
    ),
    "labelled-cells": (
        "COUNTRY:\tChile\nHEAD:\tAna Duran, Minister of Defence\nCOUNTRY:\tNorway\n"
        "HEAD:\tCarl Berg, State Secretary"
    ),
    "numbered": (
        "NO\tNAME\tCOUNTRY\tOFFICE\n1\tAna Duran\tChile\tMinister\n2\tCarl Berg\tNorway\tDirector"
    ),
}
LEAD = "Lima, 3 May 2024 – The Ostvik Harbour Forum opened today.\n\n"


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry["column"] for entry in ENTRIES])
def test_a_header_tells_what_its_column_holds(entry: dict[str, str]) -> None:
    assert headed(entry["example"]) == Column(entry["column"])
    assert headed(f"{entry['example'].lower()} (2024)") == Column(entry["column"])


@pytest.mark.parametrize("words", ["The conference closed", "Ana Duran", "", "No further talks"])
def test_other_lines_are_no_headers(words: str) -> None:
    assert headed(words) is None


@pytest.mark.model
@pytest.mark.parametrize("table", DELEGATIONS.values(), ids=DELEGATIONS)
def test_a_row_tells_who_is_there_for_whom(says: Says, table: str) -> None:
    found = says(f"{LEAD}{table}\n\nThe forum ends tomorrow.")

    assert found >= {
        ("Ana Duran", "REPRESENTS", "Chile"),
        ("Carl Berg", "REPRESENTS", "Norway"),
        ("Ana Duran", "PARTICIPATES_IN", "Ostvik Harbour Forum"),
        ("Carl Berg", "PARTICIPATES_IN", "Ostvik Harbour Forum"),
    }
    assert not {o for s, r, o in found if r == "REPRESENTS"} & {"Portugal", "Peru"}


@pytest.mark.model
def test_those_who_stayed_away_are_listed_too(says: Says) -> None:
    table = DELEGATIONS["bars-without-header"]

    found = says(f"{LEAD}These officials sent their apologies:\n\n{table}")

    assert ("Ana Duran", "REPRESENTS", "Chile") in found
    assert not [triple for triple in found if triple[:2] == ("Ana Duran", "PARTICIPATES_IN")]


@pytest.mark.model
def test_each_event_has_its_own_town_and_chair(says: Says) -> None:
    body = (
        "WORKSHOP || TOWN || CHAIR\nWorkshop on Forged Papers || Quito || Ana Duran\n"
        "Workshop on Stolen Cars || La Paz || Lura Prenga"
    )

    assert says(body) >= {
        ("Workshop on Forged Papers", "HELD_IN", "Quito"),
        ("Ana Duran", "LEADS", "Workshop on Forged Papers"),
        ("Workshop on Stolen Cars", "HELD_IN", "La Paz"),
        ("Lura Prenga", "LEADS", "Workshop on Stolen Cars"),
    }


@pytest.mark.model
def test_states_contribute_to_the_exercise_that_a_table_is_of(says: Says) -> None:
    body = "NATION\nUNIT\nPERSONNEL\nChile\nEngineer platoon\n40\nNorway\nRifle company\n140"

    found = says(body, title="Exercise Grey Heron: contributing nations")

    assert {s for s, r, o in found if (r, o) == ("PARTICIPATES_IN", "Exercise Grey Heron")} == {
        "Chile",
        "Norway",
    }


GIFTS = {
    "header": "Donor          Pledge (EUR million)\nChile          5.0\nNorway         8.3",
    "colon": "Chile: EUR 5 million\nNorway: EUR 8.3 million",
    "sum-first": "• EUR 5.0m – Chile\n• EUR 8.3m – Norway",
    "bars": "Chile | 5,000,000 EUR | engines\nNorway | 8,300,000 EUR | fuel",
    "stacked": "Chile\nEUR 5 million\n\nNorway\nEUR 8.3 million",
}


@pytest.mark.model
@pytest.mark.parametrize("table", GIFTS.values(), ids=GIFTS)
def test_donors_give_to_the_programme_above(says: Says, table: str) -> None:
    found = says(f"Pledges to the Torsk Harbour Health Programme are as follows:\n\n{table}")

    assert {triple for triple in found if triple[1] == "FUNDS"} == {
        ("Chile", "FUNDS", "Torsk Harbour Health Programme"),
        ("Norway", "FUNDS", "Torsk Harbour Health Programme"),
    }


@pytest.mark.model
def test_bodies_in_a_table_of_grants_are_given(says: Says) -> None:
    body = (
        "Norway awards grants for relief.\n\nOrganisation | Amount\n"
        "Torsk Harbour Foundation | NOK 30 million\nHarbour Relief Service | NOK 4 million"
    )

    assert {triple for triple in says(body) if triple[1] == "FUNDS"} == {
        ("Norway", "FUNDS", "Torsk Harbour Foundation"),
        ("Norway", "FUNDS", "Harbour Relief Service"),
    }


@pytest.mark.model
def test_a_list_of_losses_gives_nothing(says: Says) -> None:
    body = "Trade with the region fell last year:\n\nChile: EUR 5 million\nNorway: EUR 8 million"

    assert not [triple for triple in says(body) if triple[1] in {"FUNDS", "SUPPORTS"}]


@pytest.mark.model
def test_a_nationality_is_no_office(says: Says) -> None:
    found = says(
        "Sanctions were imposed on:\n\nName | Nationality\nPetr Kos | Peru\nJan Ilm | Chile"
    )

    assert not [
        one for one in found if one[1] == "REPRESENTS" and one[0] in {"Petr Kos", "Jan Ilm"}
    ]
