"""Sentences that nobody is named in are found without a parse."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.extractors.model.idle import apart, nameless, rest

CALM = "The harbour was calm. "
NAMED = "Ana Duran went to Oslo. "


def _parts(text: str) -> list[str]:
    return [text[start:end] for start, end in nameless(text)]


def test_a_sentence_without_capitals_behind_a_common_word_is_nameless() -> None:
    assert _parts(f"{NAMED}{CALM}{NAMED}") == [CALM]


@pytest.mark.parametrize(
    "sentence",
    [
        "Duran said that talks went on.",
        "The Danube was calm.",
        "The Órgiva route was closed.",
        "In the U.S. Duran went on.",
        "The Chad Duran Foundation was closed.",
    ],
)
def test_a_sentence_that_may_hold_a_name_is_not(sentence: str) -> None:
    assert not _parts(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "But I was calm.",
        "In May it rained on Monday.",
        "The United States and Estonia left.",
        "No.",
    ],
)
def test_what_is_listed_needs_no_label(sentence: str) -> None:
    assert _parts(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Ministry of Health is near.",
        "The President and the Foreign Minister left.",
        "They thanked the Estonian Government.",
        "That is what President Duran said.",
        "PRESIDENT DURAN: It rained.",
        "Secretary Duran agreed.",
        "Recently the talks went on.",
        "US talks went on.",
        "Strengthening ties takes time.",
        "“They went on.”",
        "• nets for fishing",
        "The Prosecutor General’s Office is near.",
        "They left Estonia’s Ministry of Trade and Industry.",
        "They thanked the Presidents of Estonia and Latvia.",
    ],
)
def test_words_of_offices_and_bodies_and_a_name_behind_an_office_need_no_label(
    sentence: str,
) -> None:
    assert _parts(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "They thanked President Ana Duran.",
        "They thanked President Ana J. Duran.",
        "They thanked President de la Duran.",
        "They met the President of QZA.",
        "They asked Director QZA.",
        "Will King left.",
        "Mark Day left.",
        "Will Page left.",
        "They thanked President Grace Forbes.",
        "They thanked BILL MARKS.",
        "Reading is a town.",
        "The North Harbour was closed.",
        "The government of Texas agreed.",
        "The Canal was closed.",
        "They gave to the Relief Fund.",
        "We hosted the Ministers’ Climate Summit.",
    ],
)
def test_a_name_of_two_words_a_place_an_event_or_an_acronym_is_read(sentence: str) -> None:
    assert not _parts(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "They met the Council of Judges and Magistrates.",
        "They met the Union of Journalists, Writers and Publishers.",
        "They met the Martyrs’ Foundation.",
        "They met the Archbishop's Council.",
        "They met the People’s Front.",
    ],
)
def test_a_body_is_read_of_which_rules_make_no_whole_name(sentence: str) -> None:
    assert not _parts(sentence)


def test_a_title_cut_short_ends_no_sentence() -> None:
    assert not _parts("They met Prof. Duran.")
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


@given(st.lists(st.sampled_from([CALM, NAMED, "But I left! ", "In the U.S. it rained. "])))
@settings(deadline=None)
def test_nameless_sentences_and_the_rest_make_up_the_text(sentences: list[str]) -> None:
    text = "".join(sentences)
    spans = nameless(text)
    left = rest(0, len(text), spans)

    assert "".join(text[start:end] for start, end in sorted([*spans, *left])) == text
    assert all(start < end for start, end in [*spans, *left])


def test_the_rest_leaves_out_only_what_lies_inside() -> None:
    assert rest(5, 20, [(0, 6), (8, 10), (20, 22)]) == [(5, 8), (10, 20)]


@pytest.mark.parametrize("word", ["a" * 200_000, "A " * 100_000, "A.a" * 60_000, "The. " * 40_000])
def test_long_words_and_many_sentences_take_no_longer_than_their_length(word: str) -> None:
    text = f"The {word} it rained."

    assert len(nameless(text)) + len(apart(text, [(3, 4)])) < len(text)
