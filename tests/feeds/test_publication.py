import pytest

from communique.feeds.publication import published_day, stated_day


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2023-11-20", "2023-11-20"),
        ("2023-11-20T23:30:00-05:00", "2023-11-20"),
        ("Mon, 20 Nov 2023 23:30:00 -0500", "2023-11-20"),
        ("20th November 2023", "2023-11-20"),
        ("Monday, November 20, 2023", "2023-11-20"),
        ("Nov. 20, 2023", "2023-11-20"),
        ("1 Sept 2023", "2023-09-01"),
        ("20/11/2023", "2023-11-20"),
        ("11/20/2023", "2023-11-20"),
        ("20.11.2023", "2023-11-20"),
        ("05/05/2023", "2023-05-05"),
    ],
)
def test_a_full_date_is_read(value: str, day: str) -> None:
    assert stated_day(value) == day


@pytest.mark.parametrize(
    "value",
    [
        *("", "soon", "November 2023", "20 November", "04/03/2023", "03.04.2023"),
        *("31 February 2023", "2023-13-01", "1 Mayor 2023", "320 November 20233"),
    ],
)
def test_what_is_no_full_date_or_could_be_two_is_none(value: str) -> None:
    assert stated_day(value) is None


@pytest.mark.parametrize(
    "line",
    [
        "BRUSSELS, 20 November 2023 – The ministers met.",
        "WASHINGTON, Nov. 20, 2023 — The ministers met.",
        "Doha | 20 November 2023",
        "(Brussels, 20 November 2023) – The ministers met.",
        "NEW YORK – November 20, 2023 – The ministers met.",
        "Asunción, 20 November 2023. The ministers met.",
        "20 November 2023",
        "Monday, 20 November 2023 | Press release",
        "Published: 2023-11-20",
        "*November 20, 2023*",
    ],
)
def test_a_dateline_near_the_top_goes_before_other_dates(line: str) -> None:
    text = (
        f"A title\n\n{line}\n\nIt began on 1 May 2023. On 1 May 2023 they met; 1 May 2023 it was."
    )

    assert published_day(text, 9) == "2023-11-20"


def test_a_date_line_far_down_is_no_dateline() -> None:
    assert published_day("A line.\n" * 100 + "20 November 2023") is None


def test_the_most_frequent_date_of_the_opening_is_taken() -> None:
    text = "They met on 1 May 2023 and on 2 May 2023. On 2 May 2023 it rained."

    assert published_day(text) == "2023-05-02"


def test_of_equally_frequent_dates_the_first_is_taken() -> None:
    assert published_day("They met on Thursday (4 May 2023) and on 2 May 2023.") == "2023-05-04"


@pytest.mark.parametrize(
    "text",
    [
        "The war has gone on since 24 February 2022.",
        "From 19 to 22 November 2023 the minister will travel.",
        "From Sunday 12 to Wednesday 15 October 2025 he is away.",
        "He was born on 3 March 1971.",
        "Her term, expiring 31 December 2026, is her first.",
        "On 20 July 1969 a man walked on the moon.",
        "On 9 July 2011 the country was born. In 2021 it is ten; 2021 is a year of hope.",
        "On Monday, 20 November, they met.",
        "They met in November 2023.",
        "No date at all.",
    ],
    ids=[
        *("since", "interval", "interval-weekdays", "birth", "term", "history", "anniversary"),
        *("no-year", "no-day", "none"),
    ],
)
def test_a_date_that_is_not_of_the_news_is_not_guessed(text: str) -> None:
    assert published_day(text) is None
