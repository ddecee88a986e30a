"""Who does it with whom, in clauses that name the doer or the deed elsewhere."""

from collections.abc import Callable

import pytest

from communique.graph import Statement
from communique.ontology import Status

pytestmark = pytest.mark.model
Read = Callable[..., tuple[Statement, ...]]
Says = Callable[..., set[tuple[str, str, str]]]

CASES = {
    "a companion in an apposition travels too": (
        "Minister Ana Duran, joined by Minister Carl Berg, travelled to Estonia.",
        ("Carl Berg", "VISITS", "Estonia"),
    ),
    "who organises together is named after with": (
        "The Porto Conference was organised by Estonia together with Latvia.",
        ("Latvia", "ORGANISES", "Porto Conference"),
    ),
    "whom one thanks for a deed has done it": (
        "Minister Ana Duran thanked Estonia for hosting the Porto Conference.",
        ("Estonia", "HOSTS", "Porto Conference"),
    ),
    "gratitude for a deed is to who has done it": (
        "Minister Ana Duran expressed gratitude to Estonia for hosting the Porto Conference.",
        ("Estonia", "HOSTS", "Porto Conference"),
    ),
    "a co-verb means what the verb means": (
        "The Porto Conference was co-organised by Estonia.",
        ("Estonia", "ORGANISES", "Porto Conference"),
    ),
    "what is to be done has its doer after by": (
        "Operation HARBOUR is to be financed by Estonia.",
        ("Estonia", "FUNDS", "Operation HARBOUR"),
    ),
    "a participle before a noun names the doer": (
        "Minister Ana Duran praised the Estonia-funded Operation HARBOUR.",
        ("Estonia", "FUNDS", "Operation HARBOUR"),
    ),
    "those named after including are met": (
        "Minister Ana Duran met with partners including Europol and Frontex.",
        ("Ana Duran", "MEETS", "Frontex"),
    ),
    "support for a people is support for its state": (
        "Estonia's support for the people of Ukraine was praised.",
        ("Estonia", "SUPPORTS", "Ukraine"),
    ),
    "a town stands with its region": (
        "Minister Ana Duran spoke in Springfield, Illinois.",
        ("Springfield", "LOCATED_IN", "Illinois"),
    ),
}


@pytest.mark.parametrize(("body", "triple"), CASES.values(), ids=CASES)
def test_a_clause_names_the_doer_in_another_place(
    says: Says, body: str, triple: tuple[str, str, str]
) -> None:
    assert triple in says(body)


def status_of(statements: tuple[Statement, ...], relation: str) -> list[Status | None]:
    return [s.qualifiers.status for s in statements if s.predicate == relation]


def test_a_headline_is_planned_where_the_text_announces_the_visit(read: Read) -> None:
    body = "Minister Ana Duran will travel to Estonia on 20 May 2024."

    found = read(body, title="Visit of Minister Ana Duran to Estonia")

    assert status_of(found, "VISITS") == [Status.PLANNED]


def test_the_present_of_a_full_sentence_announces(read: Read) -> None:
    assert status_of(read("Minister Ana Duran travels to Estonia on Monday."), "VISITS") == [
        Status.PLANNED
    ]


def test_nobody_takes_part_in_talks_without_a_name(says: Says) -> None:
    found = says("Minister Ana Duran held consultations with Minister Carl Berg in Lisbon.")

    assert not [triple for triple in found if triple[1] == "PARTICIPATES_IN"]


@pytest.mark.parametrize("verb", ["supported", "will assist", "are helping"])
def test_who_is_supported_in_a_deed_is_supported_surely(says: Says, verb: str) -> None:
    found = says(f"Eurojust and Europol {verb} Finnish police in tracing the stolen boats.")

    supported = {(who, whom) for who, relation, whom in found if relation == "SUPPORTS"}
    assert supported >= {("Europol", "Finnish police"), ("Eurojust", "Finnish police")}
