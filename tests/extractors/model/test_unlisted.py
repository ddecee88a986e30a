"""Names that nobody has listed are read with the words around them, and nothing else is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.extractors.model.unlisted import unlisted

CALM = "The harbour was calm. "
NAMED = "Ana Duran went to Oslo. "
LONG = "the talks in the harbour went on for the whole of the day "


def _parts(text: str) -> list[str]:
    return [text[start:end] for start, end in unlisted(text)]


def test_a_sentence_without_capitals_behind_a_common_word_is_not_read() -> None:
    assert _parts(f"{NAMED}{CALM}{NAMED}") == [NAMED, NAMED]


def test_a_name_is_read_with_six_words_on_either_side() -> None:
    text = f"Then {LONG}until Ana Duran left and {LONG}."

    assert _parts(text) == ["the whole of the day until Ana Duran left and the talks in the"]


def test_a_name_near_another_is_read_with_the_words_behind_it() -> None:
    text = f"Ana J. Duran and then Carl Berg-Nord {LONG}."

    assert _parts(text) == ["Ana J. Duran and then Carl Berg-Nord the talks in the harbour went"]


def test_names_near_each_other_are_read_together_and_far_ones_apart() -> None:
    near, far = f"Ana Duran and then Carl Berg {LONG}.", f"Ana Duran {LONG}and {LONG}Carl Berg."

    assert len(_parts(near)) == 1
    assert [part.split()[0] for part in _parts(far)] == ["Ana", "for"]


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
def test_a_sentence_that_may_hold_a_name_is_read(sentence: str) -> None:
    assert _parts(sentence) == [sentence]


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
    assert not _parts(sentence)


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
    assert not _parts(sentence)


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
    assert _parts(sentence) == [sentence]


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
    assert _parts(sentence) == [sentence]


@given(st.lists(st.sampled_from([CALM, NAMED, "But I left! ", LONG, "In the U.S. it rained. "])))
@settings(deadline=None)
def test_stretches_are_in_order_apart_and_hold_every_name(pieces: list[str]) -> None:
    text = "".join(pieces)
    spans = unlisted(text)
    bounds = [place for span in spans for place in span]
    names = [place for place in range(len(text)) if text.startswith("Ana Duran", place)]

    assert bounds == sorted(set(bounds))
    assert all(any(start <= place < end for start, end in spans) for place in names)


@pytest.mark.parametrize(
    "word", ["a" * 200_000, "A " * 100_000, "A.a" * 60_000, "The. " * 40_000, "A-" * 100_000]
)
def test_long_words_and_many_sentences_take_no_longer_than_their_length(word: str) -> None:
    assert len(unlisted(f"The {word} it rained.")) < len(word)
