"""Dates looked up by the place of a clause, on a paragraph without a parse."""

import pytest

from communique.extractors.dates import DateMention
from communique.extractors.dates.mention import DateKind, DateRole
from communique.extractors.layout.blocks import Block, BlockKind
from communique.extractors.reading.script import Scene
from communique.extractors.reading.timing import Calendar

FIRST = "On 3 May A met B and on 4 May C met D."
SECOND = "Later A met E."
TEXT = f"{FIRST} {SECOND}"


def day(words: str, value: str | None, role: DateRole = DateRole.AT) -> DateMention:
    start = TEXT.index(words)
    return DateMention(start, start + len(words), value, DateKind.DAY, role=role)


@pytest.fixture
def scene() -> Scene:
    return Scene(0, Block(BlockKind.PARAGRAPH, 0, TEXT), [])


@pytest.fixture
def calendar() -> Calendar:
    return Calendar([day("3 May", "2024-05-03"), day("4 May", "2024-05-04")])


@pytest.mark.parametrize(
    ("trigger", "date"), [("met B", "2024-05-03"), ("met D", "2024-05-04")], ids=["first", "second"]
)
def test_the_nearest_date_of_the_sentence_counts(
    scene: Scene, calendar: Calendar, trigger: str, date: str
) -> None:
    assert calendar.at(scene, 0, len(FIRST), TEXT.index(trigger)) == date


def test_a_sentence_without_date_takes_the_one_before(scene: Scene) -> None:
    calendar = Calendar([day("3 May", "2024-05-03")])

    assert calendar.at(scene, TEXT.index(SECOND), len(TEXT), TEXT.index("met E")) == "2024-05-03"


def test_several_dates_before_a_sentence_leave_its_date_open(
    scene: Scene, calendar: Calendar
) -> None:
    start = TEXT.index(SECOND)

    assert calendar.at(scene, start, len(TEXT), TEXT.index("met E")) is None


def test_a_deadline_dates_nothing(scene: Scene) -> None:
    calendar = Calendar([day("3 May", "2024-05-03", DateRole.BY)])

    assert calendar.at(scene, 0, len(FIRST), TEXT.index("met B")) is None


def test_a_date_of_no_known_year_hides_none_before_it(scene: Scene) -> None:
    calendar = Calendar([day("3 May", "2024-05-03"), day("4 May", None)])

    assert calendar.within(0, len(TEXT)) == "2024-05-03"


def test_a_span_with_two_dates_has_no_single_one(calendar: Calendar) -> None:
    assert calendar.of_span(0, len(FIRST)) is None
    assert calendar.of_span(0, TEXT.index("and")) == "2024-05-03"
