"""Sums of money, and who pays them."""

from collections.abc import Callable

import pytest

from communique.extractors.reading.money import Named, money, own_sum

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


SHARED = {
    "in brackets": (
        "Latvia (EUR 300,000), Chile (EUR 150,000) and Ghana (NOK 2 million) pay for the "
        "Quay Fund.",
        {"Latvia": "EUR 300,000", "Chile": "EUR 150,000", "Ghana": "NOK 2 million"},
    ),
    "in turn": (
        "Latvia, Chile and the Republic of Ghana paid $9 million, $5 million and $2 million "
        "respectively into the Quay Fund.",
        {"Latvia": "$9 million", "Chile": "$5 million", "Ghana": "$2 million"},
    ),
    "from each": (
        "The Quay Fund has $38 million from Latvia and $5.5 million in loans from Chile.",
        {"Latvia": "$38 million", "Chile": "$5.5 million"},
    ),
    "without a verb of its own": (
        "Latvia will give the Quay Fund a further $20 million and Chile $12 million.",
        {"Chile": "$12 million"},
    ),
    "by somebody else": (
        "The costs of the Quay Fund, $9 million, were shared by Latvia and Chile; Ghana gave "
        "$2 million worth of tents.",
        {"Latvia": "$9 million", "Chile": "$9 million", "Ghana": "$2 million"},
    ),
}


@pytest.mark.parametrize(("text", "sums"), SHARED.values(), ids=SHARED.keys())
def test_each_giver_has_the_own_sum(text: str, sums: dict[str, str]) -> None:
    givers = ["Latvia", "Chile", "Ghana", "Quay Fund"]
    names = [named(text, name, number) for number, name in enumerate(givers) if name in text]
    nearest = money(text, text.index("Quay Fund"))

    found = {name: own_sum(text, sorted(names), givers.index(name), 3, nearest) for name in sums}

    assert found == sums


def test_each_purpose_has_the_own_sum() -> None:
    text = "Latvia gives $2 million for the Quay Fund and $1.5 million to the Pier Project."
    names = [
        named(text, name, number)
        for number, name in enumerate(("Latvia", "Quay Fund", "Pier Project"))
    ]

    assert own_sum(text, names, 0, 1, None) == "$2 million"
    assert own_sum(text, names, 0, 2, "$2 million") == "$1.5 million"


def test_what_others_give_is_nobody_elses() -> None:
    text = "Latvia funds the Quay Fund, to which Chile gave $2 million and Ghana $1 million."
    names = [
        named(text, name, number)
        for number, name in enumerate(("Latvia", "Quay Fund", "Chile", "Ghana"))
    ]

    assert own_sum(text, names, 0, 1, "$2 million") is None


def named(text: str, name: str, number: int) -> Named:
    start = text.index(name)
    return Named(start, start + len(name), number)


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
