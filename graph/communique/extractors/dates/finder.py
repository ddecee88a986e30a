"""Finds the dates of a release and resolves them against each other."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from communique.extractors.dates.context import read_setting
from communique.extractors.dates.expressions import (
    CalendarPoint,
    Expression,
    find_relative_expressions,
    find_written_expressions,
    places_of,
)
from communique.extractors.dates.expressions.lexicon import GAP
from communique.extractors.dates.mention import DateKind, DateMention, DateRole
from communique.extractors.dates.reference import Reference, full_day, read_reference
from communique.extractors.dates.resolution import Resolver
from communique.extractors.dates.weekdays import WeekdayReader
from communique.extractors.dates.years import complete

_WEEK_OF = re.compile(
    rf"\b(?:the{GAP})?week{GAP}(?:of|beginning|commencing|starting)(?:{GAP}on)?{GAP}$"
)
_LOOK_BACK = 40


def find_dates(text: str, published: str | None) -> tuple[DateMention, ...]:
    """Every time that a release names, in text order, none inside another.

    Takes time linear in the text.

    Args:
        text: One whole release: title line, ``Source:`` line and body.
        published: ISO 8601 day of publication, or None if only the text can tell.

    Raises:
        ValueError: ``published`` is no ISO 8601 day.
    """
    places = places_of(text)
    written = find_written_expressions(text, places)
    expressions = _longest([*written, *find_relative_expressions(text, places)])
    reference = read_reference(text, expressions, published)
    resolver = Resolver(reference, _weekday_reader(expressions, reference))
    return tuple(_mention(text, expression, resolver) for expression in expressions)


def _longest(expressions: Iterable[Expression]) -> list[Expression]:
    """The expressions without overlaps: the first, of those that begin together the longest."""
    kept: list[Expression] = []
    for expression in sorted(expressions, key=lambda found: (found.start, -found.end)):
        if not kept or expression.start >= kept[-1].end:
            kept.append(expression)
    return kept


def _weekday_reader(expressions: list[Expression], reference: Reference) -> WeekdayReader:
    """A reader that knows the days which the text writes with their weekday."""
    written = []
    for expression in expressions:
        for point in (expression.first, expression.last):
            if isinstance(point, CalendarPoint) and point.weekday is not None:
                day = full_day(complete(point, reference, expression.start, ahead=False))
                if day and day.weekday() == point.weekday:
                    written.append((expression.start, day))
    return WeekdayReader(reference.day, written, _programme(expressions, reference))


def _programme(expressions: list[Expression], reference: Reference) -> tuple[date, date] | None:
    """The first interval of full days that the text writes, which its weekdays are likely of."""
    for expression in expressions:
        first, last = expression.first, expression.last
        if isinstance(first, CalendarPoint) and isinstance(last, CalendarPoint):
            begin, end = (
                full_day(complete(point, reference, expression.start, ahead=False))
                for point in (first, last)
            )
            if begin and end and begin < end:
                return begin, end
    return None


def _mention(text: str, expression: Expression, resolver: Resolver) -> DateMention:
    start, end = expression.start, expression.end
    setting = read_setting(text, start, end)
    if expression.last is not None and setting.role != DateRole.MOVED:
        setting = replace(setting, role=DateRole.AT)  # "from 5 to 9 June" says when, not from when
    resolved = resolver.resolve(expression, setting)
    relative = not isinstance(expression.first, CalendarPoint)
    mention = DateMention(start, end, resolved.value, resolved.kind, relative, setting.role)
    return _whole_week(text, mention)


def _whole_week(text: str, mention: DateMention) -> DateMention:
    """The seven days of "the week of 16 September"; any other mention as it is."""
    before = text[max(0, mention.start - _LOOK_BACK) : mention.start]
    if mention.kind != DateKind.DAY or not (match := _WEEK_OF.search(before)):
        return mention
    start = mention.start - len(match.group())
    if mention.value is None:
        return replace(mention, start=start, kind=DateKind.INTERVAL, role=DateRole.AT)
    value = f"{mention.value}/{date.fromisoformat(mention.value) + timedelta(6)}"
    return replace(mention, start=start, value=value, kind=DateKind.INTERVAL, role=DateRole.AT)
