"""Every question of the catalogue on the seed, with rows that were checked against its text."""

from collections.abc import Callable
from typing import Protocol

import pytest

from communique.queries.catalogue import catalogue

pytestmark = [pytest.mark.gold, pytest.mark.model]
Ask = Callable[..., list[dict[str, object]]]
Case = tuple[dict[str, object], str, set[tuple[object, ...]]]


class Seed(Protocol):
    """The workspace of the seed feed."""

    text: str


STOLTENBERG = "Jens Stoltenberg"
VUCIC = "Aleksandar Vučić"
RINKEVICS = "Edgars Rinkēvičs"
MANAMA = "IISS Manama Dialogue"

CASES: dict[str, Case] = {
    "agencies-together": (
        {"organisation": "Europol"},
        "agency",
        {("Eurojust",), ("Slovenian National Police",)},
    ),
    "appointments": ({}, "appointed_by person", {(STOLTENBERG, "Ana Santos Pinto")}),
    "co-attendance": (
        {"entity": "Rob Bauer"},
        "event other relation",
        {(MANAMA, "Boris Ruge", "PARTICIPATES_IN")},
    ),
    "connection": (
        {"from": "Boris Ruge", "to": STOLTENBERG},
        "path step subject relation object",
        {
            (1, 1, "Boris Ruge", "REPRESENTS", "NATO"),
            (1, 2, STOLTENBERG, "REPRESENTS", "NATO"),
        },
    ),
    "event": (
        {"event": MANAMA},
        "relation subject date status",
        {
            ("PARTICIPATES_IN", "Rob Bauer", "2023-11-17/2023-11-19", "held"),
            ("PARTICIPATES_IN", "Boris Ruge", "2023-11-17/2023-11-19", "held"),
        },
    ),
    "evidence": (
        {"first": "Stoltenberg", "second": RINKEVICS},
        "relation date status",
        {("MEETS", "2023-11-16", "held")},
    ),
    "funded-by": ({"entity": "Slovakia"}, "relation amount", {("FUNDS", "442,701 Euro")}),
    "funders": (
        {"entity": "first-aid training"},
        "funder",
        {
            ("Czechia",),
            ("Italy",),
            ("Netherlands",),
            ("Slovakia",),
            ("United Kingdom",),
            ("United States",),
        },
    ),
    "meeting-chain": (
        {"from": RINKEVICS, "to": "Christian Schmidt"},
        "step subject object date status",
        {
            (1, RINKEVICS, STOLTENBERG, "2023-11-16", "held"),
            (2, "Christian Schmidt", STOLTENBERG, "2023-11-20", "planned"),
        },
    ),
    "members": (
        {"organisation": "NATO"},
        "member relation",
        {("Euro-Atlantic Disaster Response Coordination Centre", "PART_OF")},
    ),
    "most-connected": ({"limit": 1}, "person until", {(STOLTENBERG, "2023-11-22")}),
    "office-holder": (
        {"office": "NATO Secretary General", "on": "2023-11-16"},
        "stated person role other",
        {("before and after", STOLTENBERG, "Secretary General", "NATO")},
    ),
    "offices-of": (
        {"person": "Vučić"},
        "relation role other",
        {("REPRESENTS", "President", "Serbia")},
    ),
    "officials-and-organisation": (
        {"country": "Serbia", "organisation": "NATO"},
        "official office met date status",
        {
            (VUCIC, "President", STOLTENBERG, "2023-11-21", "planned"),
            ("Ana Brnabić", "Prime Minister", STOLTENBERG, "2023-11-21", "planned"),
        },
    ),
    "operation": (
        {"operation": "MOZAIK 2023"},
        "relation subject",
        {("LEADS", "Slovenian National Police"), ("COORDINATES", "Europol")},
    ),
    "operations-of-country": (
        {"country": "Slovenia"},
        "lead coordinating",
        {(("Slovenian National Police",), ("Europol",))},
    ),
    "planned-meetings": (
        {"since": "2023-11-21", "until": "2023-11-21"},
        "date first second",
        {
            ("2023-11-21", VUCIC, STOLTENBERG),
            ("2023-11-21", "Ana Brnabić", STOLTENBERG),
            ("2023-11-21", "Dimitar Kovačevski", STOLTENBERG),
            ("2023-11-21", STOLTENBERG, "Stevo Pendarovski"),
            ("2023-11-21", STOLTENBERG, "Talat Xhaferi"),
        },
    ),
    "releases-about": ({"entity": RINKEVICS}, "issued_by", {("NATO",)}),
    "representatives": (
        {"entity": "Bahrain"},
        "person role",
        {("Abdullatif bin Rashid Al Zayani", "Minister of Foreign Affairs")},
    ),
    "search": ({"text": "vucic"}, "name kind", {(VUCIC, "Person")}),
    "timeline": (
        {"entity": RINKEVICS},
        "date subject relation object",
        {
            ("2023-11-16", RINKEVICS, "MEETS", STOLTENBERG),
            (None, RINKEVICS, "REPRESENTS", "Latvia"),
        },
    ),
    "visits-by": (
        {"entity": "Stoltenberg", "since": "2023-11-21", "until": "2023-11-21"},
        "date destination status",
        {
            ("2023-11-21", "Belgrade", "planned"),
            ("2023-11-21", "North Macedonia", "planned"),
        },
    ),
    "visits-to": (
        {"entity": "Kosovo"},
        "date visitor status",
        {("2023-11-20", STOLTENBERG, "planned")},
    ),
    "who-met": (
        {"entity": "Germany"},
        "met date status",
        {("NATO", "2023-11-17/2023-11-19", "held")},
    ),
    "who-met-whom": (
        {"since": "2023-11-16", "until": "2023-11-16"},
        "date first second status",
        {("2023-11-16", RINKEVICS, STOLTENBERG, "held")},
    ),
}


def frozen(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def test_every_question_has_a_case() -> None:
    assert set(CASES) == set(catalogue())


@pytest.mark.parametrize("name", CASES)
def test_a_question_finds_the_rows_that_the_text_states(ask: Ask, name: str) -> None:
    values, columns, expected = CASES[name]

    rows = {tuple(frozen(row[c]) for c in columns.split()) for row in ask(name, **values)}

    assert rows >= expected


@pytest.mark.parametrize("name", [n for n, t in catalogue().items() if "quote" in str(t.columns)])
def test_an_answer_quotes_the_feed(ask: Ask, seed: Seed, name: str) -> None:
    values, _, _ = CASES[name]

    quotes = [str(row["quote"]) for row in ask(name, **values)]

    assert quotes
    assert [quote for quote in quotes if quote not in seed.text] == []


def test_the_funders_are_those_six_alone(ask: Ask) -> None:
    assert len(ask("funders", entity="first-aid training")) == 6


def test_a_person_of_three_releases_has_three(ask: Ask) -> None:
    assert len({row["release"] for row in ask("releases-about", entity="Stoltenberg")}) == 3
