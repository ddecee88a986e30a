"""Delegations: their heads, their members and the states they stand for take part."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

OPENED = "The Porto Conference opened on Monday. "
CASES = {
    "led-to": (
        "Minister Ana Duran led the Estonian delegation to the Porto Conference.",
        {"Ana Duran", "Estonia"},
    ),
    "led-here": (
        f"{OPENED}The delegation of Estonia was led by Minister Ana Duran.",
        {"Ana Duran", "Estonia"},
    ),
    "two-delegations": (
        f"{OPENED}Minister Ana Duran headed the Estonian delegation. Minister Carl Berg headed the "
        "Latvian delegation.",
        {"Ana Duran", "Estonia", "Carl Berg", "Latvia"},
    ),
    "members": (
        f"{OPENED}The Estonian delegation, led by Minister Ana Duran, also included Ambassador "
        "Eva Tamm.",
        {"Ana Duran", "Eva Tamm"},
    ),
    "represented": (
        f"{OPENED}Minister Ana Duran represented Estonia.",
        {"Ana Duran", "Estonia"},
    ),
    "hosted-for": (
        "Minister Ana Duran hosted Minister Carl Berg for the Porto Conference.",
        {"Carl Berg"},
    ),
}


@pytest.mark.parametrize(("body", "members"), CASES.values(), ids=CASES.keys())
def test_a_delegation_takes_part_in_the_event(says: Says, body: str, members: set[str]) -> None:
    taking = {
        found[0] for found in says(body) if found[1:] == ("PARTICIPATES_IN", "Porto Conference")
    }

    assert taking >= members


def test_a_delegation_to_a_state_is_at_no_event(says: Says) -> None:
    found = says(f"{OPENED}Minister Ana Duran will lead a delegation to Estonia in June.")

    assert ("Ana Duran", "PARTICIPATES_IN", "Porto Conference") not in found
    assert ("Ana Duran", "VISITS", "Estonia") in found


def test_a_delegation_on_a_trip_visits(says: Says) -> None:
    found = says(
        "Minister Ana Duran will visit Estonia in June. The delegation will include Ambassador "
        "Eva Tamm."
    )

    assert ("Eva Tamm", "VISITS", "Estonia") in found


@pytest.mark.parametrize(
    "body",
    [
        "During her visit to Estonia, Minister Ana Duran opened a school.",
        "On an official visit to Estonia, Minister Ana Duran opened a school.",
    ],
    ids=["during", "on"],
)
def test_who_does_something_during_a_visit_visits(says: Says, body: str) -> None:
    assert ("Ana Duran", "VISITS", "Estonia") in says(body)


def test_a_visit_of_somebody_else_is_not_the_speaker_s(says: Says) -> None:
    found = says("During Minister Carl Berg's visit to Estonia, Minister Ana Duran spoke.")

    assert ("Ana Duran", "VISITS", "Estonia") not in found


def test_people_of_two_states_who_discuss_something_met(says: Says) -> None:
    found = says(
        "Minister Ana Duran of Estonia, Deputy Minister Eva Tamm of Estonia and Minister Carl Berg "
        "of Latvia discussed the plan."
    )

    assert {("Ana Duran", "MEETS", "Carl Berg"), ("Carl Berg", "MEETS", "Eva Tamm")} <= found
    assert ("Ana Duran", "MEETS", "Eva Tamm") not in found


def test_who_announces_a_delegation_is_not_in_it(says: Says) -> None:
    found = says("President Ana Duran announced a delegation to attend the Porto Conference.")

    assert ("Ana Duran", "PARTICIPATES_IN", "Porto Conference") not in found


def test_official_meetings_are_no_event_to_take_part_in(says: Says) -> None:
    found = says("Minister Ana Duran will travel to Estonia for official meetings in June.")

    assert not [triple for triple in found if triple[1] == "PARTICIPATES_IN"]


def test_what_is_done_where_somebody_goes_is_held_there(says: Says) -> None:
    found = says(
        "Minister Ana Duran will visit Tbilisi, Georgia, where she will speak at the Porto Summit."
    )

    assert ("Porto Summit", "HELD_IN", "Tbilisi") in found


def test_who_joins_somebody_in_doing_something_does_it_too(says: Says) -> None:
    found = says("Ms Ana Duran will join Mr Carl Berg in hosting the Porto Conference.")

    assert {name for name, *rest in found if rest == ["HOSTS", "Porto Conference"]} == {
        "Ana Duran",
        "Carl Berg",
    }


def test_a_mission_of_an_international_body_meets_for_it(says: Says) -> None:
    found = says(
        "A mission led by Ms Ana Duran visited Lima in May. It ended on Friday.\n\n"
        "The mission met with Finance Minister Carl Berg.",
        source="International Monetary Fund",
    )

    assert ("Carl Berg", "MEETS", "International Monetary Fund") in found


TRAVELLING = {
    "at-its-head": (
        "Minister Ana Duran came to Estonia at the head of a delegation. The delegation met Mayor "
        "Carl Berg.",
        "Ana Duran",
    ),
    "leading-it": (
        "Minister Ana Duran led a delegation to Estonia. The delegation met Mayor Carl Berg.",
        "Ana Duran",
    ),
    "accompanied": (
        "Minister Ana Duran was in Estonia. She was accompanied by experts. Mayor Carl Berg "
        "received the delegation.",
        "Ana Duran",
    ),
    "beside-a-side": (
        "The delegation of Europol was headed by Ana Duran, whilst the Estonian side was led by "
        "Eva Tamm. The delegation met Mayor Carl Berg.",
        "Europol",
    ),
    "guests": (
        "A delegation of Europol was in Estonia. Mayor Carl Berg received the guests.",
        "Europol",
    ),
    "it": (
        "A delegation of Europol visited Estonia. The delegation was in Tallinn. It also met Mayor "
        "Carl Berg.",
        "Europol",
    ),
    "members": (
        "The members of Europol will visit Estonia. Ana Duran and Eva Tamm will lead the trip. "
        "The members will meet Mayor Carl Berg.",
        "Europol",
    ),
    "they-are-members": (
        "Ana Duran and Eva Tamm praised the trip. The members of Europol visited Estonia. They met "
        "Mayor Carl Berg.",
        "Europol",
    ),
}


@pytest.mark.parametrize(("body", "met"), TRAVELLING.values(), ids=TRAVELLING.keys())
def test_the_delegation_means_who_was_said_to_travel(says: Says, body: str, met: str) -> None:
    meetings = {found for found in says(body) if found[1] == "MEETS" and "Carl Berg" in found}

    assert meetings == {(min(met, "Carl Berg"), "MEETS", max(met, "Carl Berg"))}


def test_a_team_of_nobody_named_means_nobody(says: Says) -> None:
    found = says("The team met Mayor Carl Berg.")

    assert not [triple for triple in found if triple[1] == "MEETS"]


def test_the_subject_of_an_auxiliary_alone_meets(says: Says) -> None:
    found = says(
        "Minister Ana Duran had, on the sidelines of the Porto Forum in Riga, held bilateral "
        "meetings with her counterparts of Estonia and Norway."
    )

    assert ("Ana Duran", "MEETS", "Estonia") in found


FLEW = "Minister Ana Duran flew to Estonia on Monday."
ANOTHER = {
    "other-travellers": f"{FLEW} A group of singers left for Peru. A trade delegation stayed in "
    "Brenna. The delegation met Minister Dan Holt.",
    "beside-one-that-was-led": "Minister Ana Duran led the Portuguese delegation. A business "
    "delegation was in Riga too. The delegation met Minister Dan Holt.",
    "guests-of-a-dinner": f"{FLEW} The city gave a dinner for two hundred people. The guests met "
    "Minister Dan Holt.",
    "shown-round": "Minister Ana Duran conducted a delegation through the harbour. The delegation "
    "met Minister Dan Holt.",
    "long-ago": f"{FLEW} {'The harbour is old. ' * 9}The delegation met Minister Dan Holt.",
}


@pytest.mark.parametrize("body", ANOTHER.values(), ids=ANOTHER)
def test_another_delegation_is_not_that_of_who_travelled_before(says: Says, body: str) -> None:
    assert ("Ana Duran", "MEETS", "Dan Holt") not in says(body)


@pytest.mark.parametrize(
    "with_them",
    ["A trade delegation travelled with her.", "She brought a trade delegation.", ""],
    ids=["with-her", "brought", "unsaid"],
)
def test_the_delegation_means_who_travels_with_it(says: Says, with_them: str) -> None:
    found = says(f"{FLEW} {with_them} The delegation met Minister Dan Holt.")

    assert ("Ana Duran", "MEETS", "Dan Holt") in found


def meeting_the_mayor(found: set[tuple[str, str, str]]) -> set[str]:
    return {who for who, *said in found if said == ["MEETS", "Rui Costa"]}


SENT = "The delegation includes Ana Duran, Eva Tamm and Carl Berg. "
OFFICES = (
    "Estonian Minister of Defence Ana Duran, Estonian Minister of Health Eva Tamm and Estonian "
    "Ambassador Carl Berg are visiting Porto. "
)


@pytest.mark.parametrize(
    ("body", "sender"),
    [
        (f"A delegation of the Riigikogu is visiting Porto. {SENT}", "Riigikogu"),
        (f"The Estonian delegation is visiting Porto. {SENT}", "Estonia"),
        (OFFICES, "Estonia"),
    ],
    ids=["of-a-body", "of-a-state", "by-their-offices"],
)
def test_talks_of_a_delegation_of_many_are_those_of_who_sent_it(
    says: Says, body: str, sender: str
) -> None:
    found = says(f"{body}The delegation met Mayor Rui Costa.")

    assert meeting_the_mayor(found) == {sender}


def test_two_who_travel_together_meet_themselves(says: Says) -> None:
    found = says(
        "Estonian Minister Ana Duran and Estonian Ambassador Carl Berg are visiting Porto. The "
        "delegation met Mayor Rui Costa."
    )

    assert meeting_the_mayor(found) == {"Ana Duran", "Carl Berg"}
