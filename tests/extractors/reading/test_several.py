"""Sentences that name nobody are told apart by whether they speak of two."""

import pytest

from communique.extractors.reading.whom.several import speaks_of_several


@pytest.mark.parametrize(
    "text",
    [
        "They will meet again.",
        "The visitor thanked them.",
        "Both spoke of trade.",
        "The two spoke of trade.",
        "All three sides took part.",
        "The visiting ministers spoke of trade.",
        "Later she received the ambassador.",
        "We are hosting it for the third time.",
        "It is funded by us.",
        "His counterpart thanked her.",
        "The former travelled home.",
        "She was accompanied by experts.",
        "It was organised by the ministry.",
        "He met with the authorities.",
        "The minister attended as well.",
        "She is visiting the country.",
        "She held a longer conversation about trade, energy and ports with the ambassador.",
    ],
)
def test_words_for_several_or_for_two_beside_each_other_speak_of_two(text: str) -> None:
    assert speaks_of_several(text)


@pytest.mark.parametrize(
    "text",
    [
        "There was rain.",
        "He left on Friday and took his time.",
        "The minister told of trade.",
        "We will go on with our work.",
        "Our country is proud of what we do.",
        "It rained over the last two years.",
        "It took two years.",
        "Ships and ports were closed.",
        "She told of trade and of all that the people of a very small port hope of a new minister.",
    ],
)
def test_words_for_one_do_not(text: str) -> None:
    assert not speaks_of_several(text)
