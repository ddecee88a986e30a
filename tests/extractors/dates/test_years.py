"""The year of dates that are written without one."""

import pytest

from communique.extractors.dates import find_dates


def values(text: str, published: str | None = None) -> list[str | None]:
    return [mention.value for mention in find_dates(text, published)]


def test_a_programme_takes_its_year_from_the_full_date() -> None:
    text = "From 19 to 22 May 2024 she tours.\n\nMonday, 20 May\n\n  • 21st May, 09:15 Doorstep"

    assert values(text) == ["2024-05-19/2024-05-22", "2024-05-20", "2024-05-21"]


def test_a_full_date_further_down_gives_the_year_too() -> None:
    assert values("Oslo, 3 May\n\nIt was founded on 1 April 2024.")[0] == "2024-05-03"


def test_the_most_frequent_year_is_the_year_of_the_release() -> None:
    text = "Signed on 4 May 2019. Held on 3 June 2024 and on 9 July 2024. The chair left on 2 June."

    assert values(text)[-1] == "2024-06-02"


def test_without_any_year_there_is_no_value() -> None:
    assert values("On Monday, 20 November, she met him. In April this year he left.") == [
        None,
        None,
    ]


def test_where_a_war_began_is_not_the_year_of_the_release() -> None:
    assert values("Since 24 February 2022 it has helped. The team met on 3 June.")[-1] is None


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("It met on 17 November.", "2023-11-20", "2023-11-17"),
        ("It will meet on 4 January.", "2023-12-20", "2024-01-04"),
        ("It met on 29 December.", "2024-01-05", "2023-12-29"),
        ("It was founded on 5 May.", "2023-11-20", "2023-05-05"),
        ("It will be founded on 5 May.", "2023-11-20", "2024-05-05"),
        ("It met from 30 December to 2 January.", "2024-01-05", "2023-12-30/2024-01-02"),
        ("It met on 29 February.", "2024-03-05", "2024-02-29"),
    ],
    ids=["past", "next-january", "last-december", "far-past", "far-ahead", "interval", "leap-day"],
)
def test_the_day_of_publication_gives_the_year(text: str, published: str, value: str) -> None:
    assert values(text, published) == [value]


def test_a_day_dated_in_full_elsewhere_keeps_that_year() -> None:
    text = "The attack of 24 February 2022 changed it all. Since 24 February the team has grown."

    assert values(text, "2023-11-20") == ["2022-02-24", "2022-02-24"]


def test_a_weekday_corrects_the_year_around_new_year() -> None:
    assert values("Rules of 1 June 2023.\nTuesday, 16 January: plenary")[-1] == "2024-01-16"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It was signed in April.", "2023-04"),
        ("It was signed in December.", "2022-12"),
        ("It will be signed in December.", "2023-12"),
        ("It will be signed in February.", "2024-02"),
        ("A second round is pencilled in for March.", "2024-03"),
        ("The office, which will be opened in June, stays small.", "2024-06"),
        ("It was announced last October.", "2023-10"),
        ("They will sit next May.", "2024-05"),
        ("They met in April this year.", "2023-04"),
        ("They met in April last year.", "2022-04"),
        ("It follows his June visit, which ended well.", "2023-06"),
        ("They spoke about the fair to be hosted by Ghana in January.", "2024-01"),
        ("The board decided to meet again in January.", "2024-01"),
        ("He invited her to Accra for the fair in January.", "2024-01"),
        ("They reviewed preparations for the fair in January.", "2024-01"),
        ("A sequel is to be held in Porto in January; who pays has not been told.", "2024-01"),
    ],
    ids=["past", "past-year", "ahead", "ahead-year", "pencilled", "clause", "last", "next",
         "this-year", "last-year", "attribute", "to-be-hosted", "decided", "invited",
         "prepared", "semicolon"],
)  # fmt: skip
def test_a_month_without_a_year_follows_the_tense(text: str, value: str) -> None:
    assert values(f"Title\n\n{text}", "2023-11-20") == [value]


@pytest.mark.parametrize(
    "head",
    [
        "Title\n\nSource: ABC\n\n22 February 2024\n\n",
        "Title\n\nSource: ABC\n\nJAKARTA, 22 February 2024 – ",
        "Title\n\nSource: ABC\n\n(Luxembourg, 22 February 2024) – ",
        "Title\n\nSource: ABC\n\nThe Hague, 22 February 2024\n\n",
        "Title\n\nSource: ABC\n\nAsunción, 22 February 2024. ",
        "Title\n\nSource: ABC\n\nPublished: 22 February 2024\n\n",
        "Title\n\nSource: ABC\n\nMEDIA NOTE | 22 February 2024\n\n",
    ],
    ids=["line", "dateline", "brackets", "city-line", "full-stop", "stamp", "label"],
)
def test_a_dateline_dates_the_release(head: str) -> None:
    assert values(f"{head}The two sides signed today.")[-1] == "2024-02-22"


def test_a_date_in_the_title_does_not_date_the_release() -> None:
    assert values("Leaders’ Summit, 11 July 2023\n\nThe agenda was published today.")[-1] is None
