"""Who leads, coordinates and supports an operation, and which countries it involves."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

LED = (
    "Operation HARBOUR was led by the Estonian Police and coordinated by Europol, with the "
    "support of Frontex and Eurojust. It was carried out in Estonia, Latvia and Finland."
)


def test_an_operation_has_lead_coordinator_supporters_and_countries(says: Says) -> None:
    named = "Operation HARBOUR"
    assert says(LED, source="Europol") >= {
        ("Estonian Police", "LEADS", named),
        ("Europol", "COORDINATES", named),
        ("Frontex", "SUPPORTS", named),
        ("Eurojust", "SUPPORTS", named),
        (named, "INVOLVES", "Estonia"),
        (named, "INVOLVES", "Latvia"),
        (named, "INVOLVES", "Finland"),
    }


def test_a_coordinator_is_no_leader(says: Says) -> None:
    found = says(LED, source="Europol")
    leaders = {subject for subject, relation, _ in found if relation == "LEADS"}

    assert leaders == {"Estonian Police"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The suspects are nationals of Albania, Serbia and Peru.",
        "Nine nationals of Albania and Serbia were arrested.",
        "The goods were smuggled from Peru through Morocco to the market in France.",
        "The victims are citizens of Albania, Serbia and Peru.",
        "Neither Albania nor Serbia took part.",
    ],
    ids=["nationals", "arrested-nationals", "route-and-market", "victims", "neither"],
)
def test_nationalities_and_routes_involve_no_country(says: Says, sentence: str) -> None:
    found = says(f"Operation HARBOUR ended on Friday. {sentence}", source="Europol")

    assert [triple for triple in found if triple[1] == "INVOLVES"] == []
