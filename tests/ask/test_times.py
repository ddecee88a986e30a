from datetime import date

import pytest

from communique.queries.ask.times import impossible_days, read_periods

TODAY = date(2024, 11, 27)  # a Wednesday


def bounds(text: str, ahead: bool = False) -> list[tuple[str, str]]:
    """First and last day of each period, ``open`` where it has none."""
    return [
        (str(period.since or "open"), str(period.until or "open"))
        for period in read_periods(text, TODAY, ahead)
    ]


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("on 20 November 2023", "2023-11-20", "2023-11-20"),
        ("on the 20th of november, 2023", "2023-11-20", "2023-11-20"),
        ("on Nov. 20, 2023", "2023-11-20", "2023-11-20"),
        ("on 2023-11-20", "2023-11-20", "2023-11-20"),
        ("on 20.11.2023", "2023-11-20", "2023-11-20"),
        ("in November 2023", "2023-11-01", "2023-11-30"),
        ("in 2023-11", "2023-11-01", "2023-11-30"),
        ("in 2023", "2023-01-01", "2023-12-31"),
        ("in spring 2023", "2023-03-01", "2023-05-31"),
        ("in winter 2023", "2023-12-01", "2024-02-29"),
        ("in the first half of 2023", "2023-01-01", "2023-06-30"),
        ("in the second quarter of 2023", "2023-04-01", "2023-06-30"),
        ("in Q3 2023", "2023-07-01", "2023-09-30"),
        ("in early 2023", "2023-01-01", "2023-04-30"),
        ("between March and May 2022", "2022-03-01", "2022-05-31"),
        ("between November and February 2024", "2023-11-01", "2024-02-29"),
        ("between November 2023 and February", "2023-11-01", "2024-02-29"),
        ("from 3 to 5 May 2024", "2024-05-03", "2024-05-05"),
        ("May 3-5, 2024", "2024-05-03", "2024-05-05"),
        ("from 2021 to 2023", "2021-01-01", "2023-12-31"),
        ("in 2022 and 2023", "2022-01-01", "2023-12-31"),
        ("meetings from 2022", "2022-01-01", "2022-12-31"),
        ("May to July 2023", "2023-05-01", "2023-07-31"),
        ("in the first three months of 2024", "2024-01-01", "2024-03-31"),
        ("in 11/2023", "2023-11-01", "2023-11-30"),
        ("in the first week of October 2024", "2024-10-01", "2024-10-07"),
        ("from the start of 2023 until the end of March 2023", "2023-01-01", "2023-03-31"),
    ],
)
def test_a_written_time_has_a_first_and_a_last_day(text: str, since: str, until: str) -> None:
    assert bounds(text) == [(since, until)]


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("between 2024-09-12 and 2024-09-01", "2024-09-12", "2024-09-01"),
        ("from May 2024 to August 2023", "2024-05-01", "2023-08-31"),
    ],
)
def test_a_period_written_the_wrong_way_round_is_left_so_for_the_question_to_refuse(
    text: str, since: str, until: str
) -> None:
    assert bounds(text) == [(since, until)]


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("since 3 May 2024", "2024-05-03", "open"),
        ("from 3 May 2024 onwards", "2024-05-03", "open"),
        ("after May 2023", "2023-06-01", "open"),
        ("after 3 May 2023", "2023-05-04", "open"),
        ("before 2023", "open", "2022-12-31"),
        ("until May 2023", "open", "2023-05-31"),
        ("by 3 May 2024", "open", "2024-05-03"),
        ("since the beginning of 2023", "2023-01-01", "open"),
        ("no later than 3 May 2023", "open", "2023-05-03"),
    ],
)
def test_words_before_a_time_leave_one_side_open(text: str, since: str, until: str) -> None:
    assert bounds(text) == [(since, until)]


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("yesterday", "2024-11-26", "2024-11-26"),
        ("last week", "2024-11-18", "2024-11-24"),
        ("this month", "2024-11-01", "2024-11-30"),
        ("last year", "2023-01-01", "2023-12-31"),
        ("last November", "2023-11-01", "2023-11-30"),
        ("last October", "2024-10-01", "2024-10-31"),
        ("in October", "2024-10-01", "2024-10-31"),
        ("in December", "2023-12-01", "2023-12-31"),
        ("on Monday", "2024-11-25", "2024-11-25"),
        ("in the past three months", "2024-08-27", "2024-11-27"),
        ("two weeks ago", "2024-11-11", "2024-11-17"),
        ("in the past fortnight", "2024-11-13", "2024-11-27"),
        ("within the last year", "2023-11-27", "2024-11-27"),
        ("in the second half of last year", "2023-07-01", "2023-12-31"),
    ],
)
def test_a_relative_time_is_counted_from_today(text: str, since: str, until: str) -> None:
    assert bounds(text) == [(since, until)]


def test_a_question_about_what_is_to_come_means_the_next_such_month() -> None:
    assert bounds("who will meet her in May", ahead=True) == [("2025-05-01", "2025-05-31")]


@pytest.mark.parametrize("text", ["who may meet whom", "the march of events", "top 5", "17 times"])
def test_other_words_and_numbers_are_no_times(text: str) -> None:
    assert bounds(text) == []


def test_a_day_that_no_calendar_has_is_told() -> None:
    assert impossible_days("who met her on 31 February 2023", TODAY) == ("31 February 2023",)


@pytest.mark.parametrize(
    ("text", "first", "last", "supplied"),
    [
        ("who met Lind in October", date(2024, 10, 1), date(2024, 10, 31), True),
        ("who met Lind in December", date(2023, 12, 1), date(2023, 12, 31), True),
        ("who met Lind in October 2022", date(2022, 10, 1), date(2022, 10, 31), False),
        ("who met Lind last month", date(2026, 10, 1), date(2026, 10, 31), False),
    ],
)
def test_a_time_without_a_year_is_the_last_that_is_covered(
    text: str, first: date, last: date, supplied: bool
) -> None:
    covered = (date(2023, 2, 1), date(2024, 11, 27))

    (period,) = read_periods(text, date(2026, 11, 27), covered=covered)

    assert (period.first, period.last, period.supplied) == (first, last, supplied)


def test_a_time_before_all_that_is_covered_is_counted_from_today() -> None:
    covered = (date(2024, 2, 1), date(2024, 4, 30))

    (period,) = read_periods("who met Lind in October", date(2026, 11, 27), covered=covered)

    assert (period.first, period.supplied) == (date(2026, 10, 1), False)
