"""One office by several names: turned round, cut short, and those of whom an official is near."""

from collections.abc import Callable

import pytest

from communique.extractors.cast.pointing import are_apart, is_one_office

Says = Callable[..., set[tuple[str, str, str]]]

SAME = [
    ("minister of defence", "defence minister"),
    ("minister for foreign affairs and trade", "foreign minister"),
    ("secretary of state for foreign affairs", "foreign secretary"),
    ("deputy minister of defence", "deputy defence minister"),
    ("president of the republic", "president"),
    ("president of the nation", "president"),
]
OTHER = [
    ("minister of state for foreign affairs", "foreign minister"),
    ("deputy defence minister", "minister of defence"),
    ("minister of defence", "prime minister"),
    ("minister of defence", "foreign minister"),
    ("minister", "foreign minister"),
    ("president of the senate", "president"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_a_title_in_another_order_is_the_same_office(left: str, right: str) -> None:
    assert is_one_office(left, right)
    assert is_one_office(right, left)


@pytest.mark.parametrize(("left", "right"), OTHER)
def test_another_field_or_rank_is_another_office(left: str, right: str) -> None:
    assert not is_one_office(left, right)
    assert not is_one_office(right, left)


@pytest.mark.model
@pytest.mark.parametrize(
    ("body", "fact"),
    [
        (
            "Minister of Defence Ana Duran arrived. Latvia's Defence Minister Carl Berg waited. "
            "The Defence Minister visited Camp Harbour.",
            ("Ana Duran", "VISITS", "Camp Harbour"),
        ),
        (
            "The President of the Nation, Ana Duran, spoke with the President of Latvia, Carl "
            "Berg. On Thursday, the President visited Estonia.",
            ("Ana Duran", "VISITS", "Estonia"),
        ),
        (
            "Minister of Foreign Affairs Ana Duran spoke. The Chancellor will travel to Estonia.",
            ("Ana Duran", "VISITS", "Estonia"),
        ),
        (
            "President Ana Duran came back. Spouse of the President Carl Duran stayed behind. "
            "President Duran will visit Estonia.",
            ("Ana Duran", "VISITS", "Estonia"),
        ),
        (
            "President of the Republic Ilkka Torvela will travel to Estonia on Monday.",
            ("Ilkka Torvela", "VISITS", "Estonia"),
        ),
        (
            "Speaker of the Seimas Aistė Tamm will travel to Estonia on Monday.",
            ("Aistė Tamm", "VISITS", "Estonia"),
        ),
        (
            "OSCE Chairperson-in-Office Ana Duran spoke. The Chair will travel to Estonia.",
            ("Ana Duran", "VISITS", "Estonia"),
        ),
    ],
    ids=[
        "turned-round",
        "of-the-nation",
        "chancellor",
        "spouse",
        "republic",
        "chamber",
        "in-office",
    ],
)
def test_an_office_by_another_name_means_its_holder(
    says: Says, body: str, fact: tuple[str, str, str]
) -> None:
    assert fact in says(body)


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ("foreign minister", "minister of economy", True),
        ("deputy minister of health", "education minister", True),
        ("defense secretary", "minister of defence", False),
        ("foreign minister", "minister of external relations", False),
        ("minister of trade and industry", "minister of industry", False),
        ("foreign minister", "federal minister", False),
        ("foreign minister", "minister", False),
    ],
)
def test_offices_of_other_charges_are_apart(left: str, right: str, *, apart: bool) -> None:
    assert are_apart(left, right) is apart


def test_a_minister_of_another_charge_is_not_the_one_who_has_been_named(says: Says) -> None:
    found = says(
        "Envoy Dan Holt came to Porto. Deputy Foreign Minister of Estonia Eva Tamm gave a speech. "
        "Mr Holt was received by the Minister of Health of Estonia."
    )

    assert ("Dan Holt", "MEETS", "Estonia") in found
    assert ("Dan Holt", "MEETS", "Eva Tamm") not in found
