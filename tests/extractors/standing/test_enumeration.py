"""What is stated of some of a list is stated of all of it."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

STATES = {"Azerbaijan", "Belize", "Canada", "France", "Germany", "Hungary"}


@pytest.mark.parametrize(
    "states",
    [
        "Azerbaijan, Belize, Canada, France (the prosecutor in Nice), Germany and Hungary",
        "Azerbaijan, Belize; Canada, France, Germany, as well as Hungary",
        "Azerbaijan, Belize, Canada (customs), France (Lyon police), Germany, and Hungary",
    ],
)
def test_a_list_is_stated_as_a_whole(says: Says, states: str) -> None:
    found = says(
        "A multinational operation against the Silt botnet was announced by Chile on Monday. "
        f"Participating countries include {states}."
    )

    involved = {end for start, relation, end in found if relation == "INVOLVES"}
    assert involved >= STATES


def test_a_list_shares_no_offices(says: Says) -> None:
    found = says(
        "Foreign Minister Ana Duran of Chile met Juris Kalns of Latvia, Mart Tamm and Jan Nowak."
    )

    assert ("Ana Duran", "MEETS", "Jan Nowak") in found
    assert ("Jan Nowak", "REPRESENTS", "Latvia") not in found


def test_a_list_of_those_who_talked_is_no_journey(says: Says) -> None:
    found = says(
        "Premier Jan Nowak of Poland flew to Sweden for the talks of Denmark, Norway and Sweden."
    )

    assert ("Jan Nowak", "VISITS", "Sweden") in found
    assert not {("Jan Nowak", "VISITS", state) for state in ("Denmark", "Norway")} & found
