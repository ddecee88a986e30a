"""Whose sittings events are, who is at an event by its parts, and what is said of several."""

from collections.abc import Callable

import pytest

Says = Callable[..., set[tuple[str, str, str]]]


@pytest.mark.model
@pytest.mark.parametrize(
    "body",
    [
        "The Harbour Commission met. It will hold a special session of the Commission in May.",
        "The Harbour Commission was founded in 1990. The 8th Meeting of the Harbour Commission "
        "took place on Friday.",
        "The Harbour Commission, the seat of which is in Lima, held its 30th meeting on Friday.",
    ],
    ids=["by-its-head", "by-its-name", "behind-a-clause"],
)
def test_a_sitting_is_part_of_what_sits(says: Says, body: str) -> None:
    assert "Harbour Commission" in {thing for _, rel, thing in says(body) if rel == "PART_OF"}


@pytest.mark.model
@pytest.mark.parametrize(
    "body",
    [
        "The Harbour Commission and the Ostvik Commission met. A session of the Commission ended.",
        "The Harbour Commission was founded in 1990. The meeting of the ministers ended.",
    ],
    ids=["two-commissions", "of-people"],
)
def test_a_sitting_of_somebody_else_is_not(says: Says, body: str) -> None:
    assert "Harbour Commission" not in {thing for _, rel, thing in says(body) if rel == "PART_OF"}


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "Ms Ana Duran spoke at the closing session.",
        "Ms Ana Duran addressed the opening of the Porto Conference.",
        "Ms Ana Duran attended the second day.",
    ],
)
def test_who_is_at_a_part_of_an_event_is_at_the_event(says: Says, sentence: str) -> None:
    found = says(f"The Porto Conference was held on Friday. {sentence}", title="Porto Conference")

    assert ("Ana Duran", "PARTICIPATES_IN", "Porto Conference") in found


@pytest.mark.model
def test_who_is_at_the_opening_of_something_else_is_not(says: Says) -> None:
    found = says(
        "The Porto Conference was held on Friday. Ms Ana Duran attended the opening of the bridge.",
        title="Porto Conference",
    )

    assert ("Ana Duran", "PARTICIPATES_IN", "Porto Conference") not in found


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "Ms Ana Duran praised the United Nations Stabilization Mission in Haiti (MINUSTAH).",
        "Ms Ana Duran praised mine clearance in Haiti.",
    ],
    ids=["named", "described"],
)
def test_an_operation_involves_the_state_of_its_name(says: Says, sentence: str) -> None:
    assert "Haiti" in {thing for _, relation, thing in says(sentence) if relation == "INVOLVES"}


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "Ms Ana Duran praised the Harbour Training Programme. She is from Haiti.",
        "Ms Ana Duran thanked Haiti for the Harbour Training Programme.",
    ],
)
def test_a_state_outside_the_name_is_not_involved_by_it(says: Says, sentence: str) -> None:
    assert "Haiti" not in {thing for _, relation, thing in says(sentence) if relation == "INVOLVES"}


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "Both events were chaired by Ms Ana Duran.",
        "The two events were chaired by Ms Ana Duran.",
        "\n\nIt rained all week.\n\nBoth meetings were chaired by Ms Ana Duran.",
    ],
    ids=["both", "the-two", "blocks-later"],
)
def test_what_is_said_of_both_events_is_said_of_each(says: Says, sentence: str) -> None:
    found = says(f"The Porto Conference and the Harbour Forum took place in Riga. {sentence}")

    led = {thing for person, rel, thing in found if (person, rel) == ("Ana Duran", "LEADS")}
    assert led == {"Porto Conference", "Harbour Forum"}


@pytest.mark.model
def test_what_is_said_of_three_events_is_not_said_of_two(says: Says) -> None:
    found = says(
        "The Porto Conference and the Harbour Forum took place in Riga. "
        "All three meetings were chaired by Ms Ana Duran."
    )

    assert ("Ana Duran", "LEADS", "Porto Conference") not in found
