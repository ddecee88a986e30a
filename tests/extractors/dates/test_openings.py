"""Patterns of dates that are tried only where one of their words stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.extractors.dates.expressions import patterns, relative
from communique.extractors.dates.expressions.openings import Opened, places_of

PATTERNS = [
    *patterns.TWO_POINTS, *patterns.ONE_POINT, *patterns.DAY_LISTS, patterns.NUMERIC,
    patterns.PART_OF_YEAR,
    *(pattern for pattern, _ in relative._FIXED), *(days[0] for days in relative._TWO_DAYS),
    relative._FROM_RELEASE, relative._FROM_NARRATIVE, relative._AGO, relative._LATER,
    relative._WEEKDAY, relative._WEEKDAY_SPAN,
]  # fmt: skip
WORDS = (
    "the The on in In of from between to and until this last next early late mid late-night "
    "Monday MONDAY Tues. Friday May MAY Sept. March 3 4th 11 31 2023 2024 1.5.2024 2024-05-03 "
    "12-May-2024 day days week month year ago later earlier before after yesterday today tomorrow "
    "midsummer Spring Autumns end Weekend course of start Q1 AQ3 quarter year "
    "same following morning half first second two a nearly 's ’s that weekend , - – ( ) / é "
    "A an for as by his Its early previous coming current eve years middle ministers"
).split()
TEXTS = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from([" ", " ", " ", "", "\n"])), max_size=25
).map(lambda parts: "".join(word + gap for word, gap in parts))


@given(text=TEXTS)
def test_nothing_is_missed_that_a_search_of_the_whole_text_finds(text: str) -> None:
    places = places_of(text)

    for pattern in PATTERNS:
        found = [match.span() for match in pattern.matches(text, places)]
        assert found == [match.span() for match in pattern.pattern.finditer(text)]


@pytest.mark.parametrize("pattern", PATTERNS, ids=range(len(PATTERNS)))
def test_every_pattern_names_words_that_open_it(pattern: Opened) -> None:
    assert pattern.words
