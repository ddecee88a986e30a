"""Sentences in which nobody is named are found without a parse."""

import pytest

from communique.extractors.model.idle import apart, rest

CALM = "The harbour was calm. "


def test_a_title_cut_short_ends_no_sentence() -> None:
    assert not apart("They met Prof. Duran in town.", [(9, 20)])


def test_a_sentence_ends_behind_a_whole_word_whatever_opens_the_next_one() -> None:
    first, second = "Talks went well. ", "Rain fell."

    assert apart(first + second, []) == [(0, len(first)), (len(first), len(first + second))]
    assert apart("It rained in Mt. Rain fell.", []) == [(0, 27)]
    assert apart("He met Sen. Will Berg. It rained.", [(12, 21)]) == [(23, 33)]


def test_what_is_taken_or_quotes_is_not_apart() -> None:
    text = f"{CALM}{CALM}The mayor (she smiled) left. The talks went on."
    first, second = (0, len(CALM)), (len(CALM), 2 * len(CALM))

    assert apart(text, [(4, 11)]) == [second, (text.index("The talks"), len(text))]
    assert apart(text, [(len(CALM) - 4, len(CALM) + 3)]) == [(text.index("The talks"), len(text))]
    assert first in apart(text, [])


def test_the_rest_leaves_out_only_what_lies_inside() -> None:
    assert rest(5, 20, [(0, 6), (8, 10), (20, 22)]) == [(5, 8), (10, 20)]


@pytest.mark.parametrize("word", ["a" * 200_000, "A " * 100_000, "A.a" * 60_000, "The. " * 40_000])
def test_long_words_and_many_sentences_take_no_longer_than_their_length(word: str) -> None:
    assert len(apart(f"The {word} it rained.", [(3, 4)])) < len(word)
