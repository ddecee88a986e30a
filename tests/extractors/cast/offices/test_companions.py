"""Whose officials travel with somebody."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

VISIT = (
    "Czech President Otto Novak paid a visit to Georgia in May. In Tbilisi he held talks with "
    "Prime Minister Ana Duran."
)
PEOPLE = "Minister of Trade Eva Tamm and Minister of Defence Carl Berg"
WORDINGS = {
    "passive": f"He was accompanied by {PEOPLE}.",
    "throughout": f"The President was accompanied throughout by {PEOPLE}.",
    "made up": f"The delegation was made up of {PEOPLE}.",
    "members": f"Members of the delegation were {PEOPLE}.",
    "part": f"{PEOPLE} were part of the delegation.",
    "in it": f"In the delegation were {PEOPLE}.",
    "travelling": f"Also travelling were {PEOPLE}.",
    "with him": f"With him travelled {PEOPLE}.",
    "along": f"{PEOPLE} will be travelling along.",
    "among": f"{PEOPLE} were among those travelling with the President.",
}


@pytest.mark.parametrize("sentence", WORDINGS.values(), ids=WORDINGS)
def test_companions_are_of_the_state_of_whom_they_go_with(says: Says, sentence: str) -> None:
    found = says(f"{VISIT} {sentence}")

    assert {("Eva Tamm", "REPRESENTS", "Czechia"), ("Carl Berg", "REPRESENTS", "Czechia")} <= found
    assert {("Eva Tamm", "VISITS", "Georgia"), ("Carl Berg", "VISITS", "Georgia")} <= found


def test_an_official_who_is_met_is_of_the_host(says: Says) -> None:
    found = says(f"{VISIT} He also met Minister of Trade Eva Tamm.")

    assert ("Eva Tamm", "REPRESENTS", "Georgia") in found


def test_a_counterpart_in_the_same_sentence_tells_nothing_of_a_companion(says: Says) -> None:
    found = says(
        f"{VISIT} Minister of Trade Eva Tamm, who accompanied the President, signed a memorandum "
        "with her Georgian counterpart, Nino Beridze."
    )

    assert ("Eva Tamm", "REPRESENTS", "Czechia") in found
    assert ("Eva Tamm", "REPRESENTS", "Georgia") not in found
