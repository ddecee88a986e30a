"""Sums of money, and who pays them."""

from collections.abc import Callable

import pytest

from communique.extractors.reading.money import money

Says = Callable[..., set[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "sum_"),
    [
        ("It gave nearly $45 million in aid.", "$45 million"),
        ("NOK 120 million.", "NOK 120 million"),
        ("It cost EUR 62 500, no more.", "EUR 62 500"),
        ("a grant of 2 million US dollars", "2 million US dollars"),
        ("worth 10 million Yuan", "10 million Yuan"),
        ("a share of GH¢ 240,000.", "GH¢ 240,000"),
        ("a further CAN$12 million", "CAN$12 million"),
        ("Rs. 30 million were paid", "Rs. 30 million"),
        ("240 000 €", "240 000 €"),
        ("a gift of two million dollars", "two million dollars"),
        ("20 officers for 3 million people", None),
        ("16 won the prize", None),
    ],
)
def test_a_sum_has_a_number_and_a_currency(text: str, sum_: str | None) -> None:
    assert money(text) == sum_


def test_of_several_sums_the_nearest_counts() -> None:
    text = "After $5 million in May it gave €7 million in June."

    assert money(text, text.index("gave")) == "€7 million"


@pytest.mark.model
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "We welcome the pledge by Estonia and Latvia to each provide €1 million to the "
            "Porto Conference.",
            ("Latvia", "FUNDS", "Porto Conference"),
        ),
        (
            "Estonia pledged to provide €1 million to the Porto Conference.",
            ("Estonia", "FUNDS", "Porto Conference"),
        ),
        (
            "The Porto Conference, to which Estonia donated €4 million, ended.",
            ("Estonia", "FUNDS", "Porto Conference"),
        ),
    ],
    ids=["pledge-of-others", "pledged", "relative"],
)
def test_what_is_pledged_is_paid(says: Says, body: str, expected: tuple[str, str, str]) -> None:
    assert expected in says(body)


@pytest.mark.model
def test_what_was_given_over_years_is_recalled_by_the_way(says: Says) -> None:
    found = says("Estonia has given €4 million in humanitarian aid to Latvia since the war began.")

    assert [triple for triple in found if triple[1] == "FUNDS"] == []
