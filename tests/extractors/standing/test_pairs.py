"""Parties that the name of an event joins take part in it."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

CASES = {
    "two-states": (
        "The Estonia-Japan Strategic Dialogue was held on Monday.",
        {"Estonia", "Japan"},
    ),
    "alliance-and-state": (
        "Ministers met on the margins of the EU–Japan Summit on Monday.",
        {"European Union", "Japan"},
    ),
    "three": (
        "Officials prepared the Japan-Philippines-Republic of Korea Trilateral Ministerial.",
        {"Japan", "Philippines", "South Korea"},
    ),
    "demonyms-without-name": (
        "The Danish-Polish political consultations were held on Monday.",
        {"Denmark", "Poland"},
    ),
}


@pytest.mark.parametrize(("body", "members"), CASES.values(), ids=CASES.keys())
def test_parties_joined_by_a_dash_take_part(says: Says, body: str, members: set[str]) -> None:
    assert {found[0] for found in says(body) if found[1] == "PARTICIPATES_IN"} >= members


@pytest.mark.parametrize(
    "body",
    [
        "The Estonia-Japan Business Forum was held on Monday.",
        "The Indo-Pacific Regional Dialogue was held on Monday.",
        "Estonia urged a France-Japan Strategic Dialogue.",
    ],
    ids=["business", "region", "wished"],
)
def test_other_dashes_name_nobody_who_takes_part(says: Says, body: str) -> None:
    assert not [found for found in says(body) if found[1] == "PARTICIPATES_IN"]
