"""Aid to a state, goods for a body, and gifts that a body welcomes."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

SAID = {
    "a sum for a state": (
        "The European Union provides EUR 5 million to Kenya.",
        ("European Union", "SUPPORTS", "Kenya"),
    ),
    "a loan to a state": (
        "The World Bank approved a $200 million loan to Ghana.",
        ("World Bank", "SUPPORTS", "Ghana"),
    ),
    "a sum that a state receives": (
        "Rwanda has secured a grant of €78 million from Germany.",
        ("Germany", "SUPPORTS", "Rwanda"),
    ),
    "goods that a body receives": (
        "The Kenyan Police received ten vehicles from Denmark.",
        ("Denmark", "SUPPORTS", "Kenyan Police"),
    ),
    "help in doing": (
        "UNDP is helping Moldova to reform its courts.",
        ("UNDP", "SUPPORTS", "Moldova"),
    ),
    "an agreement with a lender": (
        "Nepal signed a $50 million loan agreement with the Asian Development Bank.",
        ("Asian Development Bank", "SUPPORTS", "Nepal"),
    ),
    "a headline": (
        "UNRWA welcomes €5 million contribution from Ireland",
        ("Ireland", "FUNDS", "UNRWA"),
    ),
    "funded in front of the name": (
        "The EU-funded Safe Harbour Initiative began in May.",
        ("EU", "FUNDS", "Safe Harbour Initiative"),
    ),
}


@pytest.mark.parametrize(("body", "expected"), SAID.values(), ids=SAID.keys())
def test_a_giver_is_said(says: Says, body: str, expected: tuple[str, str, str]) -> None:
    assert expected in says(body)


UNSAID = {
    "who is spoken of after a programme does not pay for it": (
        "Under the Clean Rivers project funded by Norway, Europol and its partners aim to train "
        "judges.",
        ("Europol", "FUNDS", "Clean Rivers project"),
    ),
    "a course on money is not paid for by who holds it": (
        "A workshop against the financing of terrorist networks was organised by Europol.",
        ("Europol", "FUNDS", "workshop"),
    ),
    "no body supports the own state": (
        "The Coast Guard of Kenya sent food to Kenya.",
        ("Coast Guard of Kenya", "SUPPORTS", "Kenya"),
    ),
    "thanks for what others have got": (
        "Europol thanked Estonia for its contribution to Operation HARBOUR.",
        ("Estonia", "FUNDS", "Europol"),
    ),
}


@pytest.mark.parametrize(("body", "unsaid"), UNSAID.values(), ids=UNSAID.keys())
def test_no_giver_is_said(says: Says, body: str, unsaid: tuple[str, str, str]) -> None:
    assert unsaid not in says(body)


def test_a_dateline_is_no_part_of_what_is_held(says: Says) -> None:
    found = says(
        "OSLO, 19 December 2018 – A two-day train-the-trainer course aimed at judges was "
        "organised by Europol."
    )

    assert ("Europol", "ORGANISES", "two-day train-the-trainer course") in found
