"""The town that a block opens with, before a state, a day or a dash."""

from collections.abc import Callable

import pytest

from communique.ontology import EntityType

Named = Callable[[str, EntityType], list[str]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("TORSKVIK, 12 January 2024. The minister opened it.", ["Torskvik"]),
        ("Torskvik, Friday, 12 January 2024: The minister opened it.", ["Torskvik"]),
        ("TORSKVIK (12/01) – The minister opened it.", ["Torskvik"]),
        ("Torskvik-Ulver, 12-14 March 2024. The minister opened it.", ["Torskvik-Ulver"]),
        ("BANI TORSK, 3 Rajab 1445 – The minister opened it.", ["Bani Torsk"]),
        ("ULVER – The minister opened it in Ulver.", ["Ulver", "Ulver"]),
        ("ULVER: The minister opened it in Ulver.", ["Ulver", "Ulver"]),
    ],
    ids=["day", "weekday", "numbers", "days", "other-calendar", "named-again", "colon"],
)
def test_the_town_before_a_day_or_a_dash_is_a_place(
    named: Named, text: str, names: list[str]
) -> None:
    assert named(text, EntityType.PLACE) == names


@pytest.mark.parametrize(
    "text",
    [
        "PRESS RELEASE, 12 January 2024. The minister opened it.",
        "Yesterday, 12 January, the minister opened it.",
        "Anna Berg, 12 January 2024. The minister opened it.",
        "BACKGROUND – The minister opened it.",
        "TORMIS – The Torsk Mission (TORMIS) opened it.",
        "ULVER – The minister opened it.",
        "FLOODS – The army helped.",
        "ULVER: The minister opened it.",
        "Ulver: The minister opened it.",
        "Berglund – We stand by it. Later, Berglund spoke.",
    ],
    ids=[
        "document",
        "day",
        "person",
        "section",
        "acronym",
        "short",
        "topic",
        "label",
        "word",
        "speaker",
    ],
)
def test_what_is_no_town_before_a_day_or_a_dash_is_no_place(named: Named, text: str) -> None:
    assert not named(text, EntityType.PLACE)
