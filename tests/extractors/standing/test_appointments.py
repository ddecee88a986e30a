"""Who is appointed by lists."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

LISTS = {
    "intent": (
        "Today, President Ana Duran announced her intent to nominate the following individuals:\n\n"
        "• Carl Berg, Nominee for Ambassador to Estonia\n\n• Eva Tamm, Nominee for Director"
    ),
    "following-appointments": (
        "President Ana Duran announced the following diplomatic appointments:\n\n"
        "Carl Berg becomes Ambassador to Estonia.\n\nEva Tamm becomes Consul General in Riga."
    ),
    "numbers": (
        "President Ana Duran has appointed the following persons:\n\n"
        "1. Mr Carl Berg – Ambassador to Estonia\n\n2. Ms Eva Tamm – Ambassador to Peru"
    ),
}


@pytest.mark.parametrize("body", LISTS.values(), ids=LISTS.keys())
def test_every_line_of_a_list_of_appointments_appoints(says: Says, body: str) -> None:
    appointed = {(s, o) for s, relation, o in says(body) if relation == "APPOINTS"}

    assert appointed >= {("Ana Duran", "Carl Berg"), ("Ana Duran", "Eva Tamm")}


OTHERS = {
    "met": (
        "President Ana Duran met with the following leaders:\n\n• Carl Berg, Mayor\n\n• Eva Tamm"
    ),
    "sanctioned": "The State Department designated Carl Berg as a terrorist.",
}


@pytest.mark.parametrize("body", OTHERS.values(), ids=OTHERS.keys())
def test_other_lists_and_designations_appoint_nobody(says: Says, body: str) -> None:
    assert not {triple for triple in says(body) if triple[1] == "APPOINTS"}


def test_a_list_of_appointments_ends_with_the_first_other_line(says: Says) -> None:
    found = says(
        "President Ana Duran announced the following appointments:\n\n• Carl Berg, Ambassador\n\n"
        "The Minister thanked them.\n\n• Eva Tamm, Mayor"
    )

    assert ("Ana Duran", "APPOINTS", "Eva Tamm") not in found
