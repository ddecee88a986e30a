"""Whose an office alone is not: that of one who holds such an office elsewhere."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]
IRELAND = "Department of Foreign Affairs of Ireland"


def test_your_president_is_nobody_who_was_named(says: Says) -> None:
    found = says(
        "Foreign Minister Ana Duran met President Carl Berg of Estonia. “Your President visited "
        "Cork in May,” she told the guests.",
        source=IRELAND,
    )

    assert ("Carl Berg", "VISITS", "Cork") not in found


def test_our_president_is_of_the_issuing_state(says: Says) -> None:
    found = says(
        "Foreign Minister Ana Duran spoke in Estonia. Our President, Eva Tamm, will visit Tartu.",
        source=IRELAND,
    )

    assert ("Eva Tamm", "REPRESENTS", "Ireland") in found
    assert ("Eva Tamm", "REPRESENTS", "Estonia") not in found


@pytest.mark.parametrize(
    "source", ["Prime Minister's Office of Finland", "Government of Finland"], ids=["office", "any"]
)
def test_the_chief_with_whom_a_text_begins_is_not_a_guest_named_later(
    says: Says, source: str
) -> None:
    found = says(
        "The Prime Minister attended the Porto Summit. She met Carl Berg, Prime Minister of "
        "Estonia, there.",
        source=source,
    )

    assert ("Carl Berg", "PARTICIPATES_IN", "Porto Summit") not in found


def test_the_chief_of_another_state_may_be_named_behind_the_office(says: Says) -> None:
    found = says(
        "Foreign Minister Ana Duran received the Prime Minister at noon. Carl Berg, Prime Minister "
        "of Estonia, arrived on Monday.",
        source="Government of Finland",
    )

    assert ("Ana Duran", "MEETS", "Carl Berg") in found


@pytest.mark.parametrize(
    "body",
    [
        "Minister Ana Duran visited Zambia, where she met President Carl Berg.",
        "Minister Ana Duran travelled to Lusaka to meet with President Carl Berg.",
        "In Lusaka, Zambia, Ana Duran spoke of war in Sudan. She met Defence Minister Carl Berg.",
    ],
    ids=["where", "to meet", "topic"],
)
def test_an_official_is_of_the_state_visited_not_of_the_issuers_or_the_one_spoken_of(
    says: Says, body: str
) -> None:
    assert ("Carl Berg", "REPRESENTS", "Zambia") in says(body, source=IRELAND)
