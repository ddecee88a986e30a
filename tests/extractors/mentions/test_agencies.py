"""News agencies at the ends of sentences that they report."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]


@pytest.mark.parametrize(
    "tail",
    [
        ", TASS reports",
        ", the Anadolu Agency reported on Tuesday",
        ", Harbour News Agency reports, citing the Ministry of Ports of Latvia",
        ", a Harbour correspondent reports",
        ", AFP has learned",
    ],
    ids=["reports", "on-a-day", "citing", "correspondent", "learned"],
)
def test_who_reports_a_sentence_is_no_party_of_what_it_says(says: Says, tail: str) -> None:
    visits = says(f"President Ana Duran visited Oslo, Riga and Tallinn{tail}.")
    meeting = says(f"Minister Ana Duran met Minister Carl Berg of Peru in Riga{tail}.")

    assert {o for _, relation, o in visits if relation == "VISITS"} == {"Oslo", "Riga", "Tallinn"}
    assert ("Ana Duran", "MEETS", "Carl Berg") in meeting or (
        "Carl Berg", "MEETS", "Ana Duran",
    ) in meeting  # fmt: skip
    assert not any("Ministry of Ports" in s + o for s, _, o in (*visits, *meeting))


def test_somebody_who_reports_is_no_agency(says: Says) -> None:
    found = says("Talks are under way in Riga, Minister Ana Duran of Peru reported.")

    assert ("Ana Duran", "REPRESENTS", "Peru") in found
