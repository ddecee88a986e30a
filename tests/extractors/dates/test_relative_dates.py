"""Times counted from another one."""

import pytest

from communique.extractors.dates import DateKind, find_dates


def values(text: str, published: str | None = None) -> list[str | None]:
    return [mention.value for mention in find_dates(text, published)]


@pytest.mark.parametrize(
    ("published", "day"),
    [("2023-11-22", "2023-11-22"), ("2023-11-25", "2023-11-22"), ("2023-12-20", "2023-12-20"),
     ("2023-11-20", "2023-11-20")],
    ids=["same-day", "forwarded-later", "long-after", "ahead"],
)  # fmt: skip
def test_today_is_the_day_of_the_dateline_of_a_release_that_came_later(
    published: str, day: str
) -> None:
    text = "News\n\nLISBON, 22 November 2023 – The two met today."

    assert values(text, published)[-1] == day


FROM_RELEASE = {
    "today": ("He signed it today.", "2023-11-22"),
    "today-first": ("Today, the two met.", "2023-11-22"),
    "today-with-day": ("He signed it today (22) at noon.", "2023-11-22"),
    "earlier-today": ("They met earlier today.", "2023-11-22"),
    "this-morning": ("They met this morning.", "2023-11-22"),
    "tonight": ("They meet tonight.", "2023-11-22"),
    "yesterday": ("They met yesterday.", "2023-11-21"),
    "last-night": ("It burned last night.", "2023-11-21"),
    "tomorrow": ("They will meet tomorrow.", "2023-11-23"),
    "day-before-yesterday": ("They met the day before yesterday.", "2023-11-20"),
    "two-days": ("They met yesterday and today.", "2023-11-21/2023-11-22"),
    "last-week": ("Last week they met.", "2023-11"),
    "next-week": ("They will train next week.", None),
    "this-week": ("They met earlier this week.", "2023-11"),
    "weekend": ("They met over the weekend.", "2023-11-18/2023-11-19"),
    "last-month": ("They met last month.", "2023-10"),
    "this-month": ("They met earlier this month.", "2023-11"),
    "this-year": ("They met earlier this year.", "2023"),
    "last-year": ("They met last year.", "2022"),
    "next-year": ("They will meet next year.", "2024"),
    "years-ago": ("It was founded four years ago.", "2019"),
    "days-ago": ("They met three days ago.", "2023-11-19"),
    "end-of-the-month": ("They will meet at the end of the month.", "2023-11"),
    "coming-days": ("They will meet in the coming days.", None),
    "next-days": ("He will travel over the next nine days.", None),
    "season": ("It began in the spring of last year.", "2022"),
}


@pytest.mark.parametrize(("text", "value"), FROM_RELEASE.values(), ids=FROM_RELEASE)
def test_words_count_from_the_day_of_publication(text: str, value: str | None) -> None:
    (mention,) = find_dates(text, "2023-11-22")

    assert mention.value == value


@pytest.mark.parametrize("text", ["They met today.", "Last week they met.", "It grew last year."])
def test_without_a_day_of_publication_there_is_no_value(text: str) -> None:
    assert values(text) == [None]


def test_a_full_date_is_enough_for_this_year() -> None:
    assert values("He spoke on 20 May 2024. Next year she will host.") == ["2024-05-20", "2025"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("On the same day, she flew to Oslo.", "2024-05-20"),
        ("Later that day, she flew to Oslo.", "2024-05-20"),
        ("Earlier that day she had seen Oslo.", "2024-05-20"),
        ("That evening she flew to Oslo.", "2024-05-20"),
        ("The same afternoon she flew to Oslo.", "2024-05-20"),
        ("In the afternoon she flew to Oslo.", "2024-05-20"),
        ("The following day she flew to Oslo.", "2024-05-21"),
        ("The next morning she flew to Oslo.", "2024-05-21"),
        ("The day after, she flew to Oslo.", "2024-05-21"),
        ("Two days later she flew to Oslo.", "2024-05-22"),
        ("The day before, she had seen Oslo.", "2024-05-19"),
        ("The previous evening she had seen Oslo.", "2024-05-19"),
        ("On the eve, she had seen Oslo.", "2024-05-19"),
        ("The following year she left.", "2025"),
    ],
)
def test_a_narrative_counts_from_the_day_before_it(words: str, value: str) -> None:
    assert values(f"On 20 May 2024 she was in Bergen. {words}") == ["2024-05-20", value]


def test_the_next_day_after_an_interval_is_the_day_after_it() -> None:
    assert values("From 17 to 19 May 2024 it sat. The next day it rose.")[-1] == "2024-05-20"


def test_the_next_day_under_a_heading_is_its_second() -> None:
    text = "Bern, 12-14 May 2024\n\nShe will meet the mayor. The following morning she will rest."

    assert values(text)[-1] == "2024-05-13"


def test_the_same_day_is_the_last_single_day() -> None:
    text = "On 3 May 2024 he announced the fair of 20-24 May. On the same day he left."

    assert values(text)[-1] == "2024-05-03"


@pytest.mark.parametrize(
    "text",
    ["The day before the summit he left.", "over the last year", "the last week of training"],
)
def test_a_day_counted_from_an_event_is_no_mention(text: str) -> None:
    assert find_dates(text, "2023-11-22") == ()


def test_a_vague_number_of_years_has_no_value() -> None:
    (mention,) = find_dates("It began nearly four years ago.", "2023-11-22")

    assert (mention.value, mention.kind) == (None, DateKind.RELATIVE)


def test_relative_words_are_flagged() -> None:
    first, second = find_dates("On 20 May 2024 it sat; the next day it rose.", None)

    assert (first.relative, second.relative) == (False, True)


PUBLISHED = "2023-11-22"
"""A Wednesday."""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On Monday she met the mayor.", "2023-11-20"),
        ("She arrived on Wednesday.", "2023-11-22"),
        ("On Friday the agency wrapped up its tour.", "2023-11-17"),
        ("She will meet the mayor on Friday.", "2023-11-24"),
        ("She goes on to Oslo on Friday for talks.", "2023-11-24"),
        ("On Friday Ms. Duran met the mayor of St. Olaf.", "2023-11-17"),
        ("She met the mayor on Friday and will speak in the church.", "2023-11-17"),
        ("The vote is scheduled for Friday in the town hall.", "2023-11-24"),
        ("The forum follows on Friday, chaired by her and the mayor.", "2023-11-24"),
        ("They spoke last Monday.", "2023-11-20"),
        ("They spoke last Wednesday.", "2023-11-15"),
        ("They will speak next Wednesday.", "2023-11-29"),
        ("Since Friday, it has sent two teams.", "2023-11-17"),
        ("Journalists register by Friday.", "2023-11-24"),
        ("On Monday and Tuesday he met both.", "2023-11-20/2023-11-21"),
        ("On Thursday and Friday he met both.", "2023-11-16/2023-11-17"),
        ("On Thursday and Friday he will meet both.", "2023-11-23/2023-11-24"),
        ("The court sat from Monday to Wednesday, it said.", "2023-11-20/2023-11-22"),
    ],
)
def test_a_weekday_lies_near_the_day_of_publication(text: str, value: str) -> None:
    assert values(f"Title\n\n{text}", PUBLISHED) == [value]


def test_a_weekday_goes_on_from_the_programme() -> None:
    text = "On Monday, 20 May 2024, she will be in Bern. On Wednesday she continues to Rome."

    assert values(text) == ["2024-05-20", "2024-05-22"]


def test_a_programme_far_ahead_is_not_pulled_back_to_publication() -> None:
    text = "On Monday, 27 November, she will be in Bern. On Thursday she will continue to Rome."

    assert values(text, PUBLISHED) == ["2023-11-27", "2023-11-30"]


def test_a_weekday_is_the_day_written_with_it() -> None:
    text = "Minister received on Tuesday\n\nOn Tuesday, 14 May 2024, the minister was received."

    assert values(text) == ["2024-05-14", "2024-05-14"]


def test_a_weekday_inside_an_interval_is_one_of_its_days() -> None:
    assert values("From 19 to 22 May 2024 she tours. On Tuesday she rests.")[-1] == "2024-05-21"


def test_a_lone_weekday_without_any_day_has_no_value() -> None:
    assert values("On Wednesday the two met.") == [None]


def test_a_deadline_does_not_go_on_from_the_programme() -> None:
    assert values("Open on 14 May 2024. Register by close of business on Friday.")[-1] is None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("On the first day she spoke.", "2023-06-12"),
        ("On the second day she spoke.", "2023-06-13"),
        ("It closed on its last day.", "2023-06-14"),
        ("On the third and final day she spoke.", "2023-06-14"),
        ("On the fourth day she spoke.", None),
    ],
    ids=["first", "second", "last", "third-and-final", "too-many"],
)
def test_a_counted_day_is_one_of_the_days_named_before(words: str, value: str | None) -> None:
    text = f"The forum ran from 12 to 14 June 2023. {words}"

    assert values(text) == ["2023-06-12/2023-06-14", value]


@pytest.mark.parametrize(
    "words",
    ["On the first day of the school year.", "On the first day of June she spoke."],
    ids=["school-year", "month"],
)
def test_the_first_day_of_a_month_or_year_is_no_day_of_a_forum(words: str) -> None:
    assert "2023-06-12" not in values(f"The forum ran from 12 to 14 June 2023. {words}")


def test_a_reported_weekday_is_no_day_after_the_release() -> None:
    body = "The two met on Tuesday. The forum will take place from 27 November to 1 December."

    assert values(body, "2023-11-22")[0] == "2023-11-21"


def test_the_same_day_is_none_after_the_release_that_reports_it() -> None:
    body = "The two met on Tuesday. It opens on 1 December. The same day she met a third."

    assert values(body, "2023-11-22") == ["2023-11-21", "2023-12-01", "2023-11-21"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They held talks in Oslo on the 18th.", "2023-11-18"),
        ("They held talks in Oslo on the 30th.", "2023-10-30"),
        ("On the 30th, both will open the forum.", "2023-11-30"),
        ("On the 3rd she will open the forum.", "2023-12-03"),
    ],
)
def test_a_day_without_a_month_is_the_nearest_by_tense(text: str, value: str) -> None:
    assert values(f"Title\n\n{text}", PUBLISHED) == [value]


def test_a_day_without_a_month_goes_on_from_the_day_before_it() -> None:
    text = "It will open on 3 June 2024. On the 5th the mayor will speak."

    assert values(text, PUBLISHED) == ["2024-06-03", "2024-06-05"]


def test_a_floor_and_an_anniversary_are_no_days() -> None:
    assert values("They met on the 20th floor on the 5th anniversary.", PUBLISHED) == []


def test_the_present_of_a_journey_looks_ahead() -> None:
    body = "Minister to tour the region\n\nShe travels to Riga on Friday, her ministry said."

    assert values(body, "2023-11-22") == ["2023-11-24"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("On Monday and Tuesday next week", "2023-11-27/2023-11-28"),
        ("On Wednesday next week", "2023-11-29"),
        ("On Friday of last week", "2023-11-17"),
        ("On Thursday this week", "2023-11-23"),
    ],
)
def test_a_weekday_may_say_of_which_week_it_is(words: str, value: str) -> None:
    assert values(f"Title\n\n{words} she is in Riga.", "2023-11-22") == [value]


def test_a_weekday_before_a_noun_of_a_week_says_of_none() -> None:
    body = "Title\n\nShe spoke on Tuesday next week's summit in mind."

    assert values(body, "2023-11-22")[0] == "2023-11-21"


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("They agreed that the next round would be held in Oslo in March.", "2024-03"),
        ("The third round will have Oslo as its seat in March.", "2024-03"),
        ("The round was held in Oslo in March.", "2023-03"),
    ],
)
def test_what_would_be_lies_ahead(said: str, value: str) -> None:
    assert values(f"Title\n\n{said}", "2023-11-22") == [value]
