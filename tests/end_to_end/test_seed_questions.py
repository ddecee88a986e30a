"""Every question of the catalogue on the seed, with rows that were checked against its text."""

from collections.abc import Callable
from typing import Protocol

import pytest

from communique.queries.catalogue import catalogue, template

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
    "bridges": (
        {"first": "Eurojust", "second": "Europol"},
        "bridge kind first_relations second_relations",
        {
            ("Czech police", "Organisation", ("SUPPORTS",), ("SUPPORTS",)),
            ("Ukrainian police", "Organisation", ("SUPPORTS",), ("SUPPORTS",)),
        },
    ),
    "brokers": ({"limit": 1}, "person", {(STOLTENBERG,)}),
    "changed-between": (
        {"since": "2023-11-16", "until": "2023-11-16"},
        "told subject relation object",
        {("2023-11-16", RINKEVICS, "MEETS", STOLTENBERG)},
    ),
    "countries-by-operations": (
        {},
        "country operations involving",
        {("Slovenia", 1, 1), ("Montenegro", 1, 1)},
    ),
    "events-at": (
        {"place": "North Macedonia", "since": "2023-11-22"},
        "relation date place",
        {("HELD_IN", "2023-11-22", "North Macedonia")},
    ),
    "events-between": (
        {"since": "2023-11-15", "until": "2023-11-18"},
        "event since until",
        {(MANAMA, "2023-11-17", "2023-11-19")},
    ),
    "host-of": (
        {"entity": "Latvia"},
        "relation hosted kind",
        {
            ("HOSTS", "Canadian-led battlegroup", "Operation"),
            ("HOSTS", "Baltic Air Policing", "Operation"),
        },
    ),
    "joint-operations": (
        {"first": "Europol", "second": "Slovenian National Police"},
        "operation first_relations second_relations",
        {("Operation MOZAIK 2023", ("COORDINATES",), ("LEADS",))},
    ),
    "meetings-by-month": (
        {"entity": RINKEVICS},
        "month meetings held planned",
        {("2023-11", 1, 1, 0)},
    ),
    "memberships": (
        {"entity": "Euro-Atlantic Disaster Response Coordination Centre"},
        "relation whole",
        {("PART_OF", "NATO")},
    ),
    "most-met": (
        {"entity": VUCIC},
        "met meetings held planned first",
        {(STOLTENBERG, 1, 0, 1, "2023-11-21")},
    ),
    "neighbours": (
        {"entity": RINKEVICS},
        "relation side neighbour kind",
        {
            ("MEETS", None, STOLTENBERG, "Person"),
            ("REPRESENTS", "subject", "Latvia", "Country"),
        },
    ),
    "not-met-since": (
        {"entity": "Stoltenberg", "since": "2023-11-17"},
        "met last",
        {(RINKEVICS, "2023-11-16")},
    ),
    "on-day": (
        {"since": "2023-11-16", "until": "2023-11-16"},
        "subject relation object status",
        {(RINKEVICS, "MEETS", STOLTENBERG, "held")},
    ),
    "operations-between": (
        {"since": "2023-11", "until": "2023-11"},
        "operation lead countries",
        {("Canadian-led battlegroup", ("Canada",), ("Canada", "Latvia"))},
    ),
    "operations-of-organisation": (
        {"organisation": "Europol"},
        "operation relations",
        {
            ("Operation MOZAIK 2023", ("COORDINATES",)),
            ("OSINT taskforce", ("ORGANISES",)),
        },
    ),
    "planned-not-held": (
        {"since": "2023-11-20", "until": "2023-11-20"},
        "subject relation object date",
        {("Christian Schmidt", "MEETS", STOLTENBERG, "2023-11-20")},
    ),
    "release": (
        {"release": "visit the western balkans"},
        "subject relation object status",
        {
            (STOLTENBERG, "VISITS", "Kosovo", "planned"),
            (VUCIC, "REPRESENTS", "Serbia", None),
        },
    ),
    "shared-events": (
        {"first": "Rob Bauer", "second": "Boris Ruge"},
        "event date first_relations second_relations",
        {(MANAMA, "2023-11-17/2023-11-19", ("PARTICIPATES_IN",), ("PARTICIPATES_IN",))},
    ),
    "uncorroborated": (
        {"entity": RINKEVICS},
        "subject relation object issuer",
        {(RINKEVICS, "MEETS", STOLTENBERG, "NATO")},
    ),
}

UNANSWERED: dict[str, dict[str, object]] = {
    # no two releases of different issuers state the same
    "corroborated": {},
    # all meetings are with NATO and its officials, none between two countries
    "meetings-by-year": {"first": "Serbia", "second": "North Macedonia"},
    "meetings-of-countries": {"first": "Serbia", "second": "North Macedonia"},
}
"""Questions that the seed has no answer to, with values of it."""


def frozen(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def test_every_question_has_a_case() -> None:
    assert set(CASES) | set(UNANSWERED) == set(catalogue())
    assert set(CASES).isdisjoint(UNANSWERED)


@pytest.mark.parametrize("name", CASES)
def test_a_question_finds_the_rows_that_the_text_states(ask: Ask, name: str) -> None:
    values, columns, expected = CASES[name]

    rows = {tuple(frozen(row[c]) for c in columns.split()) for row in ask(name, **values)}

    assert rows >= expected


@pytest.mark.parametrize("name", UNANSWERED)
def test_a_question_without_answer_in_the_text_has_no_rows(ask: Ask, name: str) -> None:
    assert ask(name, **UNANSWERED[name]) == []


@pytest.mark.parametrize(
    "name", [n for n in CASES if any(column.kind == "quote" for column in template(n).columns)]
)
def test_an_answer_quotes_the_feed(ask: Ask, seed: Seed, name: str) -> None:
    values, _, _ = CASES[name]

    quotes = [str(row["quote"]) for row in ask(name, **values)]

    assert quotes
    assert [quote for quote in quotes if quote not in seed.text] == []


def test_the_funders_are_those_six_alone(ask: Ask) -> None:
    assert len(ask("funders", entity="first-aid training")) == 6


def test_a_person_of_three_releases_has_three(ask: Ask) -> None:
    assert len({row["release"] for row in ask("releases-about", entity="Stoltenberg")}) == 3
