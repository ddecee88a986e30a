"""Words of a block."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.extractors.mentions.words import WordIndex, split_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the envoy's visit", ["the", "envoy", "'s", "visit"]),
        ("the envoys’ visit", ["the", "envoys", "’", "visit"]),
        ("J. R. Okafor", ["J.", "R.", "Okafor"]),
        ("the U.S. and EU-U.S. talks", ["the", "U.S.", "and", "EU-U.S.", "talks"]),
        ("Dr. Moen", ["Dr.", "Moen"]),
        ("NATO-led forces", ["NATO", "-", "led", "forces"]),
        ("1,200 guards", ["1,200", "guards"]),
        ("N’Djamena and al-Thani", ["N’Djamena", "and", "al-Thani"]),
        ("Trade/VP and Torsk/Gravendal", ["Trade/VP", "and", "Torsk/Gravendal"]),
        ("Trade/Deputy Head", ["Trade", "/", "Deputy", "Head"]),
    ],
    ids=[
        "possessive", "plural", "initials", "states", "honorific", "led", "number", "inner-marks",
        "slash", "second-office",
    ],
)  # fmt: skip
def test_a_text_is_split_into_words(text: str, words: list[str]) -> None:
    assert [word.text for word in split_words(text)] == words


@given(st.text())
def test_words_are_slices_with_nothing_but_blanks_between(text: str) -> None:
    words = split_words(text)

    assert all(text[word.start : word.end] == word.text for word in words)
    ends = [0, *(word.end for word in words)]
    starts = [*(word.start for word in words), len(text)]
    gaps = "".join(text[end:start] for end, start in zip(ends, starts, strict=True))
    assert not gaps.strip()


def test_an_offset_inside_a_word_leads_to_the_next() -> None:
    index = WordIndex("Port of Riga")

    assert [index.at(offset) for offset in (0, 1, 5, 12)] == [0, 1, 1, 3]


def test_a_phrase_has_single_blanks() -> None:
    index = WordIndex("Port  of\nRiga")

    assert index.phrase(0, 2) == "Port of Riga"
    assert (index.same_line(1), index.same_line(2)) == (True, False)
