"""Offices that a clause gives a person."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

CASES = {
    "elected": "Carl Berg has been elected Secretary General of the Harbour Council.",
    "serves-as": "Carl Berg currently serves as Director of the Harbour Council.",
    "succeeds": "Carl Berg will succeed Eva Tamm as Director of the Harbour Council.",
    "became": "Carl Berg became the new Director of the Harbour Council.",
    "with-rank": "Ambassador Carl Berg has been appointed Head of the Harbour Council.",
    "duties": "Captain Carl Berg took up his duties as Head of the Harbour Council.",
    "named-as": "Latvia named Carl Berg as Director of the Harbour Council.",
    "nomination": "Latvia welcomed the nomination of Carl Berg as Chair of the Harbour Council.",
}


def test_one_with_an_office_gets_another(says: Says) -> None:
    found = says("Foreign Minister Carl Berg of Latvia was elected Chair of the Harbour Council.")

    assert found >= {
        ("Carl Berg", "REPRESENTS", "Latvia"),
        ("Carl Berg", "REPRESENTS", "Harbour Council"),
    }


@pytest.mark.parametrize("body", CASES.values(), ids=CASES.keys())
def test_a_clause_gives_an_office(says: Says, body: str) -> None:
    assert ("Carl Berg", "REPRESENTS", "Harbour Council") in says(body)


def test_the_one_who_is_succeeded_does_not_get_the_office(says: Says) -> None:
    found = says(CASES["succeeds"])

    assert ("Eva Tamm", "REPRESENTS", "Harbour Council") not in found
