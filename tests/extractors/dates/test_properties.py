"""What holds of the dates of any text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.extractors.dates import DateKind, DateMention, DateRole, find_dates
from communique.graph import bounds

_PIECES = [
    "On ", "from ", "to ", "and ", "since ", "5", "17", "31", "May", "November ", "2023", "2024 ",
    "Monday", ", ", " ", "\n", "-", "–", "(", ")", "today", "the next day", "last week", "will ",
    "met ", "Amman, ", "30 February ", "this year", "1,000", "09:15", "2024-13-45", "99.99.2023",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(_PIECES), max_size=30).map("".join)
PUBLISHED = st.none() | st.dates().map(
    lambda day: f"{day.year + 1000 if day.year < 1000 else day.year:04}-06-15"
)


@given(TEXTS, PUBLISHED)
def test_mentions_stand_in_order_and_do_not_overlap(text: str, published: str | None) -> None:
    mentions = find_dates(text, published)

    assert all(one.end <= other.start for one, other in pairwise(mentions))
    assert all(mention.end <= len(text) for mention in mentions)


@given(TEXTS, PUBLISHED)
def test_every_value_is_a_period(text: str, published: str | None) -> None:
    for mention in find_dates(text, published):
        if mention.value is not None:
            first, last = bounds(mention.value)
            assert first <= last


@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert find_dates(text, "2023-11-20") == find_dates(text, "2023-11-20")


@pytest.mark.parametrize(
    "piece", ["1", "1 ", "1/", "1-", "1, ", "May ", "from the ", "Monday, ", "A ", "\n", " "]
)
def test_a_long_run_of_the_same_has_no_dates(piece: str) -> None:
    text = (piece * 25_000)[:25_000]

    assert all(mention.value is None for mention in find_dates(text, None))


@pytest.mark.parametrize("piece", ["1", "1 "], ids=["digits", "ones"])
def test_a_hundred_thousand_digits_are_read_to_their_end(piece: str) -> None:
    text = (piece * 100_000)[:100_000] + "\n5 May 2024"

    assert [mention.value for mention in find_dates(text, None)] == ["2024-05-05"]


def test_a_long_programme_is_read_to_its_end() -> None:
    assert len(find_dates("Monday, 20 November 2023: session\n" * 2_500, None)) == 2_500


@pytest.mark.parametrize("published", ["yesterday", "2023-13-01", "2023"])
def test_a_publication_day_that_is_none_is_refused(published: str) -> None:
    with pytest.raises(ValueError, match=r"isoformat|month"):
        find_dates("Today", published)


def test_an_empty_mention_is_refused() -> None:
    with pytest.raises(ValueError, match="empty"):
        DateMention(3, 3, "2023", DateKind.YEAR)


def test_a_mention_with_a_value_that_is_no_period_is_refused() -> None:
    with pytest.raises(ValueError, match="ISO 8601"):
        DateMention(0, 3, "soon", DateKind.RELATIVE, role=DateRole.AT)
