"""Who met because they chaired talks of two sides together."""

from collections.abc import Callable

import pytest

Says = Callable[..., set[tuple[str, str, str]]]


@pytest.mark.parametrize(
    "sentence",
    [
        "The third Joint Commission was co-chaired by Minister Ana Duran of Chile and Minister "
        "Carl Berg of Norway.",
        "The fifth round of political consultations was held in Lima under the co-chairmanship of "
        "Deputy Minister Ana Duran of Chile and Secretary General Carl Berg of Norway.",
    ],
    ids=["chaired", "chairmanship"],
)
def test_two_of_two_states_who_chair_talks_meet(says: Says, sentence: str) -> None:
    assert ("Ana Duran", "MEETS", "Carl Berg") in says(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Annual Donor Conference was co-chaired by Minister Ana Duran of Chile and Minister "
        "Carl Berg of Norway.",
        "The third Joint Commission was co-chaired by Minister Ana Duran of Chile and Deputy "
        "Minister Carl Berg of Chile.",
    ],
    ids=["conference", "one state"],
)
def test_those_who_chair_a_conference_or_are_of_one_state_need_not_meet(
    says: Says, sentence: str
) -> None:
    assert ("Ana Duran", "MEETS", "Carl Berg") not in says(sentence)
