"""Dates written with day, month or year."""

import pytest

from communique.extractors.dates import DateKind, find_dates

DAYS = {
    "day-month-year": ("It met on 20 November 2023 in Graz.", "20 November 2023", "2023-11-20"),
    "month-day-year": ("It met on November 20, 2023 in Graz.", "November 20, 2023", "2023-11-20"),
    "no-comma": ("It met on November 20 2023 in Graz.", "November 20 2023", "2023-11-20"),
    "ordinal": ("It met on the 3rd of May 2023.", "the 3rd of May 2023", "2023-05-03"),
    "ordinal-after-month": ("It met on May 3rd, 2023.", "May 3rd, 2023", "2023-05-03"),
    "short-month": ("It met on Nov. 20, 2023.", "Nov. 20, 2023", "2023-11-20"),
    "short-month-after-day": ("It met on 4 Sept 2023.", "4 Sept 2023", "2023-09-04"),
    "capitals": ("ZAGREB, 7 MAY 2024", "7 MAY 2024", "2024-05-07"),
    "weekday": (
        "On Monday, 20 November 2023, she spoke.",
        "Monday, 20 November 2023", "2023-11-20",
    ),
    "weekday-no-comma": ("Day 2 – Tuesday 5 May 2026", "Tuesday 5 May 2026", "2026-05-05"),
    "numbered-day": ("Day 2 – 5 May 2026", "5 May 2026", "2026-05-05"),
    "weekday-american": ("WHEN: Friday, June 7, 2024", "Friday, June 7, 2024", "2024-06-07"),
    "weekday-part-of-day": (
        "on Monday evening, 20 November 2023",
        "Monday evening, 20 November 2023", "2023-11-20",
    ),
    "brackets": (
        "She came on Thursday (16 November 2023) to talk.",
        "Thursday (16 November 2023)", "2023-11-16",
    ),
    "time-after": ("21 November 2023 at 09:15", "21 November 2023", "2023-11-21"),
    "iso": ("Updated 2024-02-29.", "2024-02-29", "2024-02-29"),
    "hyphens": ("Dated 15-Nov-2023.", "15-Nov-2023", "2023-11-15"),
    "dots": ("Bern, 5.11.2023", "5.11.2023", "2023-11-05"),
    "strokes-plain": ("Rome, 25/12/2023", "25/12/2023", "2023-12-25"),
    "wrapped-line": ("They met on 20\nNovember 2023 in Graz.", "20\nNovember 2023", "2023-11-20"),
    "no-break-space": (
        "They met on 20\u00a0November\u00a02023.",
        "20\u00a0November\u00a02023", "2023-11-20",
    ),
    "glued-sentence": ("They met.On 20 November 2023 they left.", "20 November 2023", "2023-11-20"),
    "bullet": (
        "  • 20 November 2023, 09:15 (CET)   Joint press point",
        "20 November 2023", "2023-11-20",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "words", "value"), DAYS.values(), ids=DAYS)
def test_a_full_date_is_a_day(text: str, words: str, value: str) -> None:
    (mention,) = find_dates(text, None)

    assert (text[mention.start : mention.end], mention.value, mention.kind) == (
        words, value, DateKind.DAY,
    )  # fmt: skip


INTERVALS = {
    "from-to": ("From 17 to 19 November 2023 it sat.", "2023-11-17/2023-11-19"),
    "hyphen": ("Held 17-19 November 2023 in Oslo.", "2023-11-17/2023-11-19"),
    "dash-american": ("Held June 9–11, 2021, in Oslo.", "2021-06-09/2021-06-11"),
    "spaced-dash": ("Held March 7 - 9, 2022.", "2022-03-07/2022-03-09"),
    "between": ("Raids between 5 and 9 June 2023.", "2023-06-05/2023-06-09"),
    "between-american": ("Raids between June 5 and 9, 2023.", "2023-06-05/2023-06-09"),
    "two-months": ("from 28 October to 2 November 2023", "2023-10-28/2023-11-02"),
    "two-months-american": ("November 29 – December 2, 2022", "2022-11-29/2022-12-02"),
    "two-years": ("from 30 December 2022 to 3 January 2023", "2022-12-30/2023-01-03"),
    "year-once-after-new-year": ("from 30 December to 3 January 2023", "2022-12-30/2023-01-03"),
    "weekdays": ("from Monday 5 to Friday 9 June 2023", "2023-06-05/2023-06-09"),
    "weekdays-commas": ("from Monday, 5 June, to Friday, 9 June 2023", "2023-06-05/2023-06-09"),
    "two-days-joined": ("on 12 and 13 October 2023", "2023-10-12/2023-10-13"),
    "stroke": ("28/29 May 2024", "2024-05-28/2024-05-29"),
    "days-in-a-row": ("on 3, 4 and 5 May 2024", "2024-05-03/2024-05-05"),
    "days-in-a-row-american": ("on June 9, 10 and 11, 2021", "2021-06-09/2021-06-11"),
    "months-in-a-row": ("in March, April and May 2023", "2023-03/2023-05"),
    "months": ("between March and June 2024", "2024-03/2024-06"),
    "months-both-years": ("October 2023 to March 2024", "2023-10/2024-03"),
    "years": ("in the years 2014-2020", "2014/2020"),
    "years-words": ("from 2019 to 2022", "2019/2022"),
    "quarter": ("in the first quarter of 2024", "2024-01/2024-03"),
    "short-quarter": ("in Q4 2024", "2024-10/2024-12"),
    "half": ("in the second half of 2024", "2024-07/2024-12"),
    "heading": ("Amman, 12-13 October 2025", "2025-10-12/2025-10-13"),
    "week-of": ("They spent the week of 16 September 2024 there.", "2024-09-16/2024-09-22"),
}


@pytest.mark.parametrize(("text", "value"), INTERVALS.values(), ids=INTERVALS)
def test_two_ends_are_an_interval(text: str, value: str) -> None:
    (mention,) = find_dates(text, None)

    assert (mention.value, mention.kind) == (value, DateKind.INTERVAL)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("on 3 and 17 May 2024", ["2024-05-03", "2024-05-17"]),
        ("on May 3 and 17, 2024", ["2024-05-03", "2024-05-17"]),
        ("on 3, 10 and 24 May 2024", ["2024-05-03", "2024-05-10", "2024-05-24"]),
        ("on May 3, 10 and 24, 2024", ["2024-05-03", "2024-05-10", "2024-05-24"]),
        ("on 5 May 2024 and 12 June 2024", ["2024-05-05", "2024-06-12"]),
    ],
    ids=["two", "two-american", "three", "three-american", "full"],
)
def test_days_apart_are_days_of_their_own(text: str, values: list[str]) -> None:
    assert [mention.value for mention in find_dates(text, None)] == values


LESS_PRECISE = {
    "month": ("in April 2023", "2023-04", DateKind.MONTH),
    "month-of": ("in April of 2023", "2023-04", DateKind.MONTH),
    "early-month": ("in early April 2023", "2023-04", DateKind.MONTH),
    "mid-month": ("in mid-April 2023", "2023-04", DateKind.MONTH),
    "month-without-preposition": ("The July 2024 summit", "2024-07", DateKind.MONTH),
    "short-month": ("Nov. 2023", "2023-11", DateKind.MONTH),
    "year": ("in 2024", "2024", DateKind.YEAR),
    "year-first": ("In 2024 police seized more.", "2024", DateKind.YEAR),
    "as-early-as": ("as early as 2019", "2019", DateKind.YEAR),
    "late-year": ("in late 2021", "2021", DateKind.YEAR),
    "season": ("in the spring of 2024", "2024", DateKind.YEAR),
}


@pytest.mark.parametrize(("text", "value", "kind"), LESS_PRECISE.values(), ids=LESS_PRECISE)
def test_a_month_or_year_stays_one(text: str, value: str, kind: DateKind) -> None:
    (mention,) = find_dates(text, None)

    assert (mention.value, mention.kind) == (value, kind)


def test_a_day_the_calendar_does_not_have_has_no_value() -> None:
    (mention,) = find_dates("The board sits on 31 November 2023.", None)

    assert (mention.value, mention.kind) == (None, DateKind.DAY)


def test_strokes_that_can_be_read_both_ways_tell_the_year_only() -> None:
    (mention,) = find_dates("Received 05/06/2024.", None)

    assert mention.value == "2024"


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 1244", "Resolution 1325 and 2,000 officers", "442,701 Euro", "the Agenda 2030",
        "Operation HARBOUR 2023", "Exercise Grey Heron 2024 ended", "at 09:15 (CET)",
        "Horizon 2020", "COP27 and G20", "in the 1990s", "at 2000 hrs", "20 may be enough",
        "they may 5 times", "10 marched", "of 2000 people", "for 2000 euros", "Room 12-14",
        "COVID-19 May", "from 12 to 19 officers", "1.5.2", "24/7", "Article 5", "12,000 in all",
        "tel. 2024 113", "Good Friday agreement", "every Monday", "Mondays", "Ms May said",
        "April Jones said", "in 2.5 years", "the Act of 2003", "Law No. 45 of 2012",
        "UNSCR 2249 (2015)",
        "Regulation (EU) 2019/1896", "in 2024,5",
    ],
)  # fmt: skip
def test_a_number_or_name_that_is_no_date_is_left_alone(text: str) -> None:
    assert find_dates(text, "2023-11-20") == ()


def test_a_month_before_a_count_is_only_the_month() -> None:
    text = "In May 12 suspects were arrested."

    assert [(text[m.start : m.end], m.value) for m in find_dates(text, "2023-11-20")] == [
        ("May", "2023-05")
    ]


def test_a_day_before_an_unrelated_count_stays_a_day() -> None:
    assert [m.value for m in find_dates("On June 9 and 3 arrests later.", "2023-06-20")] == [
        "2023-06-09"
    ]
