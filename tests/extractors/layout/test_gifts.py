"""Lists of those who give, and to what."""

from collections.abc import Callable

import pytest

from communique.graph import Statement

pytestmark = pytest.mark.model
Read = Callable[..., tuple[Statement, ...]]
LEAD = "Partners met in Torsk. Pledges to the Torsk Relief Programme:\n\n"
ROWS = {
    "colon": "Norway: NOK 30 million\nPeru: USD 2 million\n",
    "bars": "Norway | NOK 30 million | quays\nPeru | USD 2 million | boats\n",
    "blank": "Norway NOK 30 million\nPeru USD 2 million\n",
    "bullets": "• NOK 30 million – Norway\n• USD 2 million – Peru\n",
    "from": "(1) NOK 30 million from Norway;\n(2) USD 2 million from Peru.\n",
    "cells": "DONOR\nAMOUNT\nNorway\nNOK 30 million\nPeru\nUSD 2 million\nTOTAL\nUSD 5 million\n",
}


def given(statements: tuple[Statement, ...]) -> set[tuple[str, str, str, str | None]]:
    return {
        (s.subject.name, str(s.predicate), s.object.name, s.qualifiers.amount)
        for s in statements
        if s.predicate in {"FUNDS", "SUPPORTS"}
    }


@pytest.mark.parametrize("rows", ROWS.values(), ids=ROWS)
def test_those_of_a_roll_of_sums_fund_what_the_words_above_name(read: Read, rows: str) -> None:
    assert given(read(LEAD + rows)) == {
        ("Norway", "FUNDS", "Torsk Relief Programme", "NOK 30 million"),
        ("Peru", "FUNDS", "Torsk Relief Programme", "USD 2 million"),
    }


def test_bare_numbers_are_sums_under_a_head_that_says_so(read: Read) -> None:
    rows = "Donor | Pledge (USD million)\nNorway | 4.5\nPeru | 2\nTotal | 6.5\n"

    assert given(read(LEAD + rows)) == {
        ("Norway", "FUNDS", "Torsk Relief Programme", "4.5"),
        ("Peru", "FUNDS", "Torsk Relief Programme", "2"),
    }


def test_things_that_states_send_to_a_state_support_it(read: Read) -> None:
    body = "The agency lists the help sent to Malta.\n\nNorway – 36 rescuers\nPeru – 4 boats\n"

    assert given(read(body)) == {
        ("Norway", "SUPPORTS", "Malta", None),
        ("Peru", "SUPPORTS", "Malta", None),
    }


def test_what_was_received_goes_to_the_stricken_state_and_tells_of_no_meeting(read: Read) -> None:
    body = "Contributions received:\n\nNorway – 36 rescuers\nPeru – 4 boats\n"
    statements = read(body, title="Help for Malta after the storm")

    assert given(statements) == {
        ("Norway", "SUPPORTS", "Malta", None),
        ("Peru", "SUPPORTS", "Malta", None),
    }
    assert "MEETS" not in {s.predicate for s in statements}


OTHERS = {
    "takers": "Grants for the Torsk Relief Programme will be distributed to:\n\n",
    "losses": "Losses for the Torsk Relief Programme by state:\n\n",
    "nothing": "Prices in the Torsk Relief Programme by state:\n\n",
}


@pytest.mark.parametrize("lead", OTHERS.values(), ids=OTHERS)
def test_sums_of_others_are_no_gifts(read: Read, lead: str) -> None:
    found = read(lead + ROWS["colon"])

    assert not [s for s in found if s.evidence[0].rule.startswith(("roll/", "list/"))]


def test_bodies_behind_a_giver_get_what_stands_beside_them(read: Read) -> None:
    body = (
        "Norway's contributions to peace in Mali:\n\nUNICEF: NOK 20 million\nUNHCR: NOK 2 million\n"
    )

    assert {(one, other) for one, _, other, _ in given(read(body))} == {
        ("Norway", "UNICEF"),
        ("Norway", "UNHCR"),
    }


def test_sums_are_allotted_under_a_sentence_and_by_labels(read: Read) -> None:
    body = (
        "Norway granted the following support.\n\nEUR 5 million to the Torsk Harbour Foundation\n"
        "Recipient: Harbour Relief Service. Sum: EUR 2 million.\n"
    )

    assert given(read(body)) == {
        ("Norway", "FUNDS", "Torsk Harbour Foundation", "EUR 5 million"),
        ("Norway", "FUNDS", "Harbour Relief Service", "EUR 2 million"),
    }


FUND = "The Coastal Recovery Fund was set up by coastal states in 2019.\n\n"
RECEIVED = "Contributions received so far (EUR million)\n\nNorway   12.0\nPeru   8.5\n"


def test_contributions_go_to_the_one_fund_that_a_release_tells_of(read: Read) -> None:
    assert given(read(FUND + RECEIVED)) == {
        ("Norway", "FUNDS", "Coastal Recovery Fund", "12.0"),
        ("Peru", "FUNDS", "Coastal Recovery Fund", "8.5"),
    }


def test_contributions_go_to_none_of_two_funds(read: Read) -> None:
    other = "The Northern Water Facility and the International Monetary Fund took note.\n\n"

    assert not given(read(FUND + other + RECEIVED))
