"""What lies ahead is planned: journeys in the present, lines of a schedule, lists without verb."""

from collections.abc import Callable

import pytest

from communique.graph import Statement
from communique.ontology import Relation, Status

pytestmark = pytest.mark.model
Read = Callable[..., tuple[Statement, ...]]


def status(found: tuple[Statement, ...], relation: Relation) -> set[Status | None]:
    return {s.qualifiers.status for s in found if s.predicate == relation}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Minister Ana Duran is travelling to Estonia on 20 May 2024.", Status.PLANNED),
        ("Minister Ana Duran continues to Estonia on Friday.", Status.PLANNED),
        ("Minister Ana Duran travelled to Estonia on 3 May 2024.", Status.HELD),
        ("During a visit to Estonia, Minister Ana Duran announced a project.", Status.HELD),
    ],
    ids=["progressive", "present", "past", "during"],
)
def test_a_journey_in_the_present_lies_ahead(read: Read, body: str, expected: Status) -> None:
    assert status(read(body), Relation.VISITS) == {expected}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Minister Ana Duran will travel to Peru on 20 May.", Status.PLANNED),
        ("Minister Ana Duran travelled to Peru on 3 May.", Status.HELD),
    ],
    ids=["ahead", "over"],
)
def test_a_title_in_the_present_is_as_the_text_below_it(
    read: Read, body: str, expected: Status
) -> None:
    found = read(body, title="Minister Ana Duran Travels to Porto")

    assert len([s for s in found if s.predicate == Relation.VISITS]) > 1
    assert status(found, Relation.VISITS) == {expected}


PROGRAMME = """\
Friday, 17 May 2024

• 09:30 Minister Ana Duran meets with Minister Carl Berg of Estonia in Lisbon
• 11:00 Minister Ana Duran delivers remarks at the Porto Conference
"""


def test_the_lines_of_a_schedule_are_planned_for_its_date(read: Read) -> None:
    found = read(PROGRAMME)

    deeds = [s for s in found if s.predicate in {Relation.MEETS, Relation.PARTICIPATES_IN}]
    facts = {(s.qualifiers.status, s.qualifiers.date) for s in deeds}

    assert {s.predicate for s in deeds} == {Relation.MEETS, Relation.PARTICIPATES_IN}
    assert facts == {(Status.PLANNED, "2024-05-17")}


DELEGATION = """\
President Ana Duran will send a delegation to attend the Porto Conference. Minister Eva Tamm will \
lead the delegation.

Members of the delegation:

• Mr Carl Berg, Ambassador to Estonia
"""


def test_a_list_without_verb_is_as_the_rest_of_the_event(read: Read) -> None:
    assert status(read(DELEGATION), Relation.PARTICIPATES_IN) == {Status.PLANNED}
