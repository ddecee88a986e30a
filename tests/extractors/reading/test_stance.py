"""What is announced, what has happened, and what is only said, wished, denied or supposed."""

from collections.abc import Callable

import pytest

from communique.graph import Statement
from communique.ontology import Relation, Status

pytestmark = pytest.mark.model
Read = Callable[..., tuple[Statement, ...]]
Says = Callable[..., set[tuple[str, str, str]]]


def meetings(statements: tuple[Statement, ...]) -> list[Statement]:
    return [s for s in statements if s.predicate == Relation.MEETS]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("Minister Ana Duran will meet President Carl Berg of Estonia.", Status.PLANNED),
        ("Minister Ana Duran is to meet President Carl Berg of Estonia.", Status.PLANNED),
        ("Minister Ana Duran is going to meet President Carl Berg of Estonia.", Status.PLANNED),
        ("Minister Ana Duran met President Carl Berg of Estonia.", Status.HELD),
        ("Minister Ana Duran has met President Carl Berg of Estonia.", Status.HELD),
    ],
    ids=["will", "is-to", "going-to", "past", "perfect"],
)
def test_a_meeting_is_planned_or_held_as_it_is_worded(
    read: Read, body: str, status: Status
) -> None:
    (meeting,) = meetings(read(body))

    assert meeting.qualifiers.status == status


@pytest.mark.parametrize(
    "body",
    [
        "Minister Ana Duran did not meet President Carl Berg of Estonia.",
        "Minister Ana Duran never met President Carl Berg of Estonia.",
        "Minister Ana Duran denied that she had met President Carl Berg of Estonia.",
        "If Minister Ana Duran met President Carl Berg of Estonia, the talks could resume.",
        "Minister Ana Duran would have met President Carl Berg of Estonia.",
        "Minister Ana Duran could meet President Carl Berg of Estonia.",
        "Minister Ana Duran wants to meet President Carl Berg of Estonia.",
        "Minister Ana Duran cancelled her meeting with President Carl Berg of Estonia.",
        "“Minister Ana Duran met President Carl Berg of Estonia,” a newspaper had written.",
    ],
    ids=[
        "not", "never", "denied", "if", "would-have", "could", "wants-to", "cancelled", "quoted",
    ],
)  # fmt: skip
def test_what_is_denied_supposed_wished_or_quoted_is_no_meeting(read: Read, body: str) -> None:
    assert meetings(read(body)) == []


def test_a_wish_in_a_quotation_states_nothing(read: Read) -> None:
    statements = read(
        "Secretary General Ana Duran said: “We want Estonia to host the Porto Summit.”",
        source="NATO",
    )

    assert [s.predicate for s in statements] == [Relation.REPRESENTS]


@pytest.mark.parametrize(
    "body",
    [
        "Minister Ana Duran voiced her wish to meet President Carl Berg of Estonia.",
        "The proposal to have Minister Ana Duran meet President Carl Berg of Estonia was heard.",
    ],
    ids=["wish", "proposal"],
)
def test_what_a_wish_or_proposal_says_is_not_stated(read: Read, body: str) -> None:
    assert not meetings(read(body))


@pytest.mark.parametrize(
    "body",
    [
        "Minister Ana Duran and Minister Carl Berg of Estonia agreed to meet in Lisbon.",
        "The next meeting between Minister Ana Duran and Carl Berg of Estonia was discussed.",
    ],
    ids=["agreed", "next"],
)
def test_what_is_agreed_lies_ahead(read: Read, body: str) -> None:
    (meeting,) = meetings(read(body))

    assert meeting.qualifiers.status == Status.PLANNED


@pytest.mark.parametrize(
    "body",
    [
        "Minister Ana Duran had been scheduled to meet Minister Carl Berg of Estonia, but the "
        "meeting was postponed.",
        "Minister Ana Duran is to meet Minister Carl Berg of Estonia, but that was put off.",
    ],
    ids=["postponed", "put-off"],
)
def test_a_plan_that_came_to_nothing_is_not_stated(read: Read, body: str) -> None:
    assert not meetings(read(body))


@pytest.mark.parametrize(
    "rest",
    ["the signing of the pact was put off", "his trip to Chad has been rescheduled"],
    ids=["deed", "place"],
)
def test_a_plan_stands_though_something_else_came_to_nothing(read: Read, rest: str) -> None:
    assert meetings(
        read(f"Minister Ana Duran is to meet Minister Carl Berg of Estonia, but {rest}.")
    )


@pytest.mark.parametrize(
    "body",
    [
        "Minister Ana Duran not only met President Carl Berg of Estonia but also toured a port.",
        "Minister Ana Duran met President Carl Berg of Estonia without prior notice.",
    ],
    ids=["not-only", "without-something"],
)
def test_a_negation_of_something_else_denies_no_meeting(read: Read, body: str) -> None:
    assert len(meetings(read(body))) == 1


@pytest.mark.parametrize(
    "body",
    [
        "Minister Ana Duran left without meeting President Carl Berg of Estonia.",
        "Minister Ana Duran has yet to meet President Carl Berg of Estonia.",
        "Minister Ana Duran ruled out a meeting with President Carl Berg of Estonia.",
        "If Minister Ana Duran comes, she will meet President Carl Berg of Estonia.",
        "Minister Ana Duran met the deadline set by President Carl Berg of Estonia.",
        "Minister Ana Duran congratulated President Carl Berg of Estonia on his election.",
    ],
    ids=["without-doing", "yet-to", "ruled-out", "condition", "deadline", "congratulated"],
)
def test_what_is_not_done_or_no_meeting_is_not_stated(read: Read, body: str) -> None:
    assert not meetings(read(body))


@pytest.mark.parametrize(
    "body",
    [
        "At a meeting with President Carl Berg of Estonia, Minister Ana Duran rejected the claims.",
        "Minister Ana Duran ruled out a delay and met President Carl Berg of Estonia.",
        "Minister Ana Duran will meet President Carl Berg of Estonia even if it takes a week.",
        "On Monday Minister Ana Duran will meet President Carl Berg of Estonia and, if possible, "
        "speak.",
    ],
    ids=["rejected", "ruled-out", "even-if", "if-possible"],
)
def test_what_is_refused_beside_a_meeting_does_not_deny_it(read: Read, body: str) -> None:
    assert len(meetings(read(body))) == 1


def test_the_largest_yet_is_no_denial(says: Says) -> None:
    found = says("Norway delivered its largest package of aid yet to Ukraine.")

    assert ("Norway", "SUPPORTS", "Ukraine") in found
