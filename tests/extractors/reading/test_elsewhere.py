"""What a sentence leaves open is not filled with what another one names."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

PORTO = "The Porto Conference opened on Monday. "

NOBODY = {
    "as-we-speak": f"{PORTO}Estonia and Latvia work on it as we speak.",
    "speak-out": f"{PORTO}Minister Carl Berg has to speak out.",
    "represent-a-number": f"{PORTO}Estonia and Latvia represent three million people.",
}


@pytest.mark.parametrize("body", NOBODY.values(), ids=NOBODY.keys())
def test_who_only_speaks_or_stands_for_something_is_at_no_event(says: Says, body: str) -> None:
    assert not {triple for triple in says(body) if triple[1] == "PARTICIPATES_IN"}


def test_who_represents_a_state_is_at_the_event(says: Says) -> None:
    found = says(f"{PORTO}Minister Carl Berg represented Estonia.")

    assert ("Carl Berg", "PARTICIPATES_IN", "Porto Conference") in found


def test_participants_of_an_event_that_is_named_are_in_no_other_one(says: Says) -> None:
    found = says(
        "The relief operation in Peru goes on. Participants joining Chile in the Porto Conference "
        "included Estonia and Latvia."
    )

    assert ("Estonia", "PARTICIPATES_IN", "Porto Conference") in found
    assert not {t for t in found if t[0] == "Estonia" and t[2] != "Porto Conference"}


PURPOSES = {
    "infinitive": "Estonia provided 2 million euros to build a school.",
    "for": "Estonia provided 2 million euros for new roads.",
    "earmarked": "Estonia put up 2 million euros for a hospital.",
}


@pytest.mark.parametrize("sentence", PURPOSES.values(), ids=PURPOSES.keys())
def test_a_sum_with_its_own_purpose_is_for_nothing_said_before(says: Says, sentence: str) -> None:
    found = says(f"Operation HARBOUR ended on Friday. {sentence}")

    assert "Operation HARBOUR" not in {triple[2] for triple in found if triple[1] == "FUNDS"}


def test_a_meeting_that_may_come_to_be_is_none(says: Says) -> None:
    found = says(
        "They spoke of a potential meeting between President Carl Berg of Peru and President "
        "Ana Duran of Chile."
    )

    assert not {triple for triple in found if triple[1] == "MEETS"}


STAYS = {
    "years": "For 18 years, Carl Berg was in Estonia.",
    "from-to": "Carl Berg was in Estonia from 2004 to 2010.",
    "prison": "Carl Berg is in prison in Estonia.",
}


@pytest.mark.parametrize("body", STAYS.values(), ids=STAYS.keys())
def test_who_stays_somewhere_does_not_visit_it(says: Says, body: str) -> None:
    assert not {triple for triple in says(body) if triple[1] == "VISITS"}
