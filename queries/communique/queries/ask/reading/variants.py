"""The ways in which one question may be read, where a part of it may be two things."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from communique.ontology import EntityType
from communique.queries.ask.reading.mention import Mention, outstanding
from communique.queries.ask.reading.terms import OFFICE, QUOTED, Asked, Term
from communique.queries.ask.times import Bound, Period

_ROLES = {
    "since": Bound.SINCE, "after": Bound.AFTER, "following": Bound.AFTER, "before": Bound.BEFORE,
    "prior to": Bound.BEFORE, "ahead of": Bound.BEFORE, "until": Bound.UNTIL, "till": Bound.UNTIL,
    "up to": Bound.UNTIL, "by": Bound.UNTIL, "during": Bound.AT, "at the time of": Bound.AT,
    "from": Bound.SINCE,
}  # fmt: skip
_ROLE = re.compile(rf"\b({'|'.join(_ROLES)}) (?:the )?(?:end of )?(?:the )?$", re.IGNORECASE)
_NAMING = frozenset({"name", "release", "appoint", "headed"})

DaysOf = Callable[[str], tuple[date, date] | None]
"""First and last day of an event, by its id, if the graph dates it."""


def variants(asked: Asked, days_of: DaysOf) -> Iterator[Asked]:
    """The question as it was read, and as it may be read as well."""
    yield asked
    dated = _with_event_as_time(asked, days_of)
    if dated is not None:
        yield dated
    called = _with_name_as_text(asked)
    if called is not None:
        yield called


def _with_event_as_time(asked: Asked, days_of: DaysOf) -> Asked | None:
    """An event after "since" and the like as a time, if the graph dates it."""
    for mention in asked.mentions:
        role = _ROLE.search(asked.text[: mention.start])
        if role is None or EntityType.EVENT not in mention.types:
            continue
        event = outstanding(mention.fitting(frozenset({EntityType.EVENT})))
        days = days_of(event.id) if event else None
        if days is not None:
            bound = _ROLES[role[1].lower()]
            days = (days[0], days[0]) if bound is Bound.SINCE else days
            return _replaced(asked, mention, Period(role.start(), mention.end, *days, bound))
    return None


def _replaced(asked: Asked, mention: Mention, period: Period) -> Asked:
    time = Term((f"@{period.bound}",), "", period.start, period.end)
    kept = [term for term in asked.terms if not period.start <= term.start < period.end]
    return replace(
        asked,
        terms=tuple(sorted([*kept, time], key=lambda term: term.start)),
        mentions=tuple(other for other in asked.mentions if other is not mention),
        periods=(*asked.periods, period),
    )


def _opens_name(term: Term, of_release: bool) -> bool:
    """Whether a term can be the beginning of a name rather than go on with the question.

    Behind "release" an entity is what the release is about.
    """
    entity = term.mention is not None or term.classes == (OFFICE,)
    return (entity and not of_release) or not term.known or (term.text[:1].isupper() and not entity)


def _with_name_as_text(asked: Asked) -> Asked | None:
    """What stands behind "called" or "release" as a text, whatever it names."""
    asking = [term for term in asked.terms if not _NAMING.isdisjoint(term.classes)]
    following = [term for term in asked.terms if asking and term.start > asking[-1].start]
    if asked.quoted or not following:
        return None
    first, last = following[0], following[-1]
    if not _opens_name(first, "release" in asking[-1].classes):
        return None
    text = asked.text[first.start : last.end]
    return replace(
        asked,
        terms=(
            *(term for term in asked.terms if term.start < first.start),
            Term((QUOTED,), text, first.start, last.end),
        ),
        mentions=tuple(m for m in asked.mentions if m.start < first.start),
        periods=tuple(p for p in asked.periods if p.start < first.start),
        offices=(),
        quoted=((first.start, text),),
        numbers=tuple(n for n in asked.numbers if n[0] < first.start),
    )
