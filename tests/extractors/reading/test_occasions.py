"""Date, place and amount of what a clause states."""

from collections.abc import Callable

import pytest

from communique.graph import Statement
from communique.ontology import Relation

pytestmark = pytest.mark.model
Read = Callable[..., tuple[Statement, ...]]


def dates(statements: tuple[Statement, ...]) -> dict[tuple[str, str], str | None]:
    """The date of each meeting and visit, by the name of whom or what Ana Duran met or visits."""
    found = {}
    for s in statements:
        if s.predicate in {Relation.MEETS, Relation.VISITS}:
            (other,) = {s.subject.name, s.object.name} - {"Ana Duran"}
            found[str(s.predicate), other] = s.qualifiers.date
    return found


CASES = {
    "each-clause-its-own": (
        "Minister Ana Duran met President Carl Berg of Estonia on 3 May 2024 and visited Latvia "
        "on 4 May 2024.",
        {("MEETS", "Carl Berg"): "2024-05-03", ("VISITS", "Latvia"): "2024-05-04"},
    ),
    "clauses-with-leading-dates": (
        "On 3 May 2024, Ms Ana Duran met Mr Carl Berg, and on 4 May 2024 she met Ms Eva Tamm.",
        {("MEETS", "Carl Berg"): "2024-05-03", ("MEETS", "Eva Tamm"): "2024-05-04"},
    ),
    "carried-over-the-paragraph": (
        "On 3 May 2024, Ms Ana Duran met Mr Carl Berg. She also met Ms Eva Tamm.",
        {("MEETS", "Carl Berg"): "2024-05-03", ("MEETS", "Eva Tamm"): "2024-05-03"},
    ),
    "an-interval-for-the-tour-and-a-day-for-the-meeting": (
        "From 3 to 5 June 2024, Ms Ana Duran will visit Estonia. On Tuesday, 4 June, she will "
        "meet Mr Carl Berg.",
        {("VISITS", "Estonia"): "2024-06-03/2024-06-05", ("MEETS", "Carl Berg"): "2024-06-04"},
    ),
    "not-over-paragraphs": (
        "On 3 May 2024, Ms Ana Duran met Mr Carl Berg.\n\nMs Ana Duran also met Ms Eva Tamm.",
        {("MEETS", "Carl Berg"): "2024-05-03", ("MEETS", "Eva Tamm"): None},
    ),
    "no-year-no-date": (
        "On 3 May, Ms Ana Duran met Mr Carl Berg.",
        {("MEETS", "Carl Berg"): None},
    ),
}


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES.keys())
def test_a_fact_has_the_date_of_its_clause(
    read: Read, body: str, expected: dict[tuple[str, str], str | None]
) -> None:
    assert dates(read(body, published=None)) == expected


def test_a_meeting_has_its_place(read: Read) -> None:
    (meeting,) = (
        s
        for s in read("In Tallinn, Minister Ana Duran met Mr Carl Berg.")
        if s.predicate == Relation.MEETS
    )

    assert meeting.qualifiers.place == "Tallinn"


@pytest.mark.parametrize(
    "body",
    [
        "The training was funded by Estonia, Latvia and Japan with 75,000 euros.",
        "Estonia, Latvia and Japan paid 75,000 euros for the training.",
        "The bill of 75,000 euros for the training was divided between Estonia, Latvia and Japan.",
    ],
    ids=["funded", "paid", "bill"],
)
def test_each_donor_of_a_list_has_the_amount(read: Read, body: str) -> None:
    funds = {
        (s.subject.name, s.qualifiers.amount) for s in read(body) if s.predicate == Relation.FUNDS
    }

    assert funds == {(donor, "75,000 euros") for donor in ("Estonia", "Latvia", "Japan")}
