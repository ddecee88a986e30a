"""Lists of sums: who gives them, and to whom."""

from collections.abc import Callable

import pytest

from communique.graph import Statement
from communique.ontology import Relation

pytestmark = pytest.mark.model
Read = Callable[..., tuple[Statement, ...]]

LEADS = {
    "subject": "Norway will provide the following support to Moldova:",
    "owner": "Norway's new funding includes:",
    "through": "Through the Ministry of Defence of Peru, Norway is awarding grants to them:",
    "hearsay": "Minister Ana Duran of Peru said that Norway is contributing:",
}
ITEMS = {
    "to": "- EUR 5 million to the Torsk Harbour Foundation",
    "for": "• USD 2.3 million for the Torsk Harbour Foundation to mend quays",
    "label": "- Torsk Harbour Foundation: NOK 30 million",
    "dash": "- Torsk Harbour Foundation – NOK 30 million",
    "brackets": "- Torsk Harbour Foundation (EUR 3 million)",
    "grant": "- a grant of EUR 250,000 to the Torsk Harbour Foundation",
}


def funds(statements: tuple[Statement, ...]) -> list[tuple[str, str, str | None]]:
    return [
        (s.subject.name, s.object.name, s.qualifiers.amount)
        for s in statements
        if s.predicate == Relation.FUNDS
    ]


@pytest.mark.parametrize("lead", LEADS.values(), ids=LEADS)
def test_the_lead_in_tells_who_gives_what_a_list_allots(read: Read, lead: str) -> None:
    body = f"{lead}\n\n{ITEMS['to']}\n- EUR 2 million to the Harbour Relief Service\n"

    assert funds(read(body)) == [
        ("Norway", "Torsk Harbour Foundation", "EUR 5 million"),
        ("Norway", "Harbour Relief Service", "EUR 2 million"),
    ]


@pytest.mark.parametrize("item", ITEMS.values(), ids=ITEMS)
def test_an_item_tells_who_gets_a_sum(read: Read, item: str) -> None:
    found = funds(read(f"{LEADS['subject']}\n\n{item}\n"))

    assert [(giver, taker) for giver, taker, _ in found] == [("Norway", "Torsk Harbour Foundation")]


def test_a_sum_may_go_to_several(read: Read) -> None:
    item = "- EUR 5 million to the Torsk Harbour Foundation and the Harbour Relief Service"

    assert funds(read(f"{LEADS['subject']}\n\n{item}\n")) == [
        ("Norway", "Torsk Harbour Foundation", "EUR 5 million"),
        ("Norway", "Harbour Relief Service", "EUR 5 million"),
    ]


def test_the_label_of_an_item_gives_what_it_names(read: Read) -> None:
    body = (
        "Pledges made at the conference:\n\n- Peru: USD 3 million to the Harbour Relief Service\n"
    )

    assert ("Peru", "Harbour Relief Service", "USD 3 million") in funds(read(body))


def test_a_list_without_a_gift_allots_nothing(read: Read) -> None:
    body = "Norway lost in court against:\n\n- Torsk Harbour Foundation (EUR 3 million)\n"

    assert funds(read(body)) == []


def test_a_state_above_whose_list_another_gives_is_where_the_sum_is_spent(read: Read) -> None:
    body = "Norway will provide the following grants:\n\n- Mali: EUR 2 million to UNHCR\n"

    assert funds(read(body)) == [("Norway", "UNHCR", "EUR 2 million")]


def test_states_give_where_the_one_that_is_named_above_is_among_them(read: Read) -> None:
    body = (
        "Norway and others announced contributions:\n\n"
        "- Norway: EUR 2 million to UNHCR\n- Mali: EUR 3 million to UNICEF\n"
    )

    assert [(giver, taker) for giver, taker, _ in funds(read(body))] == [
        ("Norway", "UNHCR"), ("Mali", "UNICEF"),
    ]  # fmt: skip
