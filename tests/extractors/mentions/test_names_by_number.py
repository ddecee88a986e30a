"""Names of exercises and fairs by the number at their end, and by the words that lead to them."""

from collections.abc import Callable

import pytest

from communique.gazetteer.nouns import read_nouns
from communique.ontology import EntityType

Named = Callable[[str, EntityType], list[str]]

NUMBERED = {
    "two digits": ("Troops landed on the first day of Kite Anchor 25.", "Kite Anchor 25"),
    "part of a year": ("Troops landed when Kite Anchor 25-2 began.", "Kite Anchor 25-2"),
    "hyphen": ("Troops came home from Otter-2025 in May.", "Otter-2025"),
    "numeral": ("Sailors joined Kite Anchor III in May.", "Kite Anchor III"),
    "code": ("Troops met again at KITEX24 in May.", "KITEX24"),
}
OTHER = {
    "person": "Troops welcomed King Otto II in May.",
    "war": "Troops remembered World War II in May.",
    "month": "Troops landed in May 25 times.",
    "state": "Troops of Peru 25 times landed.",
    "month of another calendar": "Troops landed on 3 Tahsas 2016.",
    "rest of a name": "Troops came to the Congress on Harbour Medicine 2023.",
    "no forces": "The mayor praised Kite Anchor 25.",
}
LED = {
    "during": "Two frigates met during Quiet Fjord.",
    "part": "As part of Quiet Fjord, two frigates met.",
    "half": "Two frigates came for the second half of Quiet Fjord.",
    "edition": "Two frigates came for the third edition of Quiet Fjord.",
    "taking part": "Two frigates took part in Quiet Fjord.",
}
LED_ELSEWHERE = {
    "person": "Two frigates sailed during Otto Berg.",
    "state": "Two frigates sailed during United Kingdom.",
    "body": "Two frigates are as part of Harbour Council.",
    "no forces": "They sang during Quiet Fjord.",
}


@pytest.mark.parametrize(("text", "name"), NUMBERED.values(), ids=NUMBERED)
def test_a_number_ends_the_name_of_an_exercise(named: Named, text: str, name: str) -> None:
    assert named(text, EntityType.OPERATION) == [name]


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER)
def test_not_every_number_ends_a_name(named: Named, text: str) -> None:
    assert named(text, EntityType.OPERATION) == []


@pytest.mark.parametrize("noun", sorted(read_nouns().martial_nouns))
def test_forces_make_a_name_with_a_number_an_exercise(named: Named, noun: str) -> None:
    text = f"They saw {noun} before Kite Anchor 25 began."

    assert named(text, EntityType.OPERATION) == ["Kite Anchor 25"]


@pytest.mark.parametrize("noun", sorted(read_nouns().show_nouns))
def test_a_show_with_a_number_is_an_event(named: Named, noun: str) -> None:
    assert "Torsk Anchor 2025" in named(
        f"Its {noun} at Torsk Anchor 2025 drew crowds.", EntityType.EVENT
    )


@pytest.mark.parametrize("text", LED.values(), ids=LED)
def test_words_lead_to_the_name_of_an_exercise(named: Named, text: str) -> None:
    assert named(text, EntityType.OPERATION) == ["Quiet Fjord"]


@pytest.mark.parametrize("text", LED_ELSEWHERE.values(), ids=LED_ELSEWHERE)
def test_words_that_lead_to_others_name_no_exercise(named: Named, text: str) -> None:
    assert named(text, EntityType.OPERATION) == []
