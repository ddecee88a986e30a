"""The ways in which one question may be read, where a part of it may be two things."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise, product

from communique.ontology import EntityType
from communique.queries.ask.reading.asides import without_state, without_where
from communique.queries.ask.reading.mention import Mention, outstanding
from communique.queries.ask.reading.offices import Office
from communique.queries.ask.reading.terms import ENTITY, OFFICE, QUOTED, Asked, Term
from communique.queries.ask.times import Bound, Period
from communique.queries.candidate import Candidate, Way

_ROLES = {
    "since": Bound.SINCE, "after": Bound.AFTER, "following": Bound.AFTER, "before": Bound.BEFORE,
    "prior to": Bound.BEFORE, "ahead of": Bound.BEFORE, "until": Bound.UNTIL, "till": Bound.UNTIL,
    "up to": Bound.UNTIL, "by": Bound.UNTIL, "during": Bound.AT, "at the time of": Bound.AT,
    "from": Bound.SINCE,
}  # fmt: skip
_ROLE = re.compile(rf"\b({'|'.join(_ROLES)}) (?:the )?(?:end of )?(?:the )?$", re.IGNORECASE)
_IN_NAME = re.compile(
    r"\b(?:with|having|have|has|contain(?:s|ing)?) (?:the word )?(\S+(?: \S+)?) "
    r"in (?:their|its|the|his|her) names?\b",
    re.IGNORECASE,
)
_BEFORE_OFFICE = re.compile(r"(?:['’]s?)? (?:(?:former|current|then|acting) )?", re.IGNORECASE)
_AFTER_OFFICE = re.compile(r" (?:of|for) (?:the )?", re.IGNORECASE)
_IN_PLACE = re.compile(r" (?:in|at|of) (?:the )?", re.IGNORECASE)
_THINGS = frozenset({EntityType.EVENT, EntityType.OPERATION})
_FOR = _THINGS | {EntityType.PLACE}
_PLACES = frozenset({EntityType.PLACE, EntityType.COUNTRY})
_OWNERS = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION})
_NAMING = frozenset({"name", "release", "appoint", "headed"})

HoldersOf = Callable[[str, str | None, date | None], tuple[Candidate, ...]]
"""Who held an office, by its words, the id of whose it is and the day."""

DaysOf = Callable[[str], tuple[date, date] | None]
"""First and last day of an event, by its id, if the graph dates it."""


def variants(
    asked: Asked, days_of: DaysOf, holders_of: HoldersOf, openings: Sequence[str] = ()
) -> Iterator[Asked]:
    """The question as it was read, and as it may be read as well.

    Args:
        asked: As it was read.
        days_of: The days of an event.
        holders_of: Who held an office.
        openings: Beginnings of questions, in lower case, after which the rest is a text.
    """
    given = _with_rest_as_text(asked, openings)
    if given is not None:
        yield given
    placed = _without_place(asked) or without_where(asked)
    yield replace(asked, doubts=asked.doubts + 2) if placed else asked
    held = _with_holder(asked, holders_of)
    if held is not None:
        yield from variants(held, days_of, holders_of)
    for other in (placed, without_state(asked), _with_whole_office(asked)):
        if other is not None:
            yield from variants(other, days_of, holders_of)
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


def _with_holder(asked: Asked, holders_of: HoldersOf) -> Asked | None:
    """An office as the person who held it ("whom did the President of Latvia meet")."""
    for office in asked.offices:
        owner = _owner(asked, office)
        state = outstanding(owner.candidates) if owner and owner.candidates else None
        if owner is not None and state is None:
            continue
        day = asked.periods[0].first if asked.periods else None
        holders = holders_of(office.text, state.id if state else None, day)
        if holders and outstanding(holders):
            return _held(asked, office, owner, holders)
    return None


def _without_place(asked: Asked) -> Asked | None:
    """The question without a place that only says which event is meant ("the forum in Riga")."""
    for named, place in pairwise(asked.mentions):
        gap = asked.text[named.end : place.start]
        if _THINGS.isdisjoint(named.types) or _PLACES.isdisjoint(place.types):
            continue
        if _IN_PLACE.fullmatch(gap):
            return replace(
                asked,
                terms=tuple(t for t in asked.terms if not named.end <= t.start < place.end),
                mentions=tuple(other for other in asked.mentions if other is not place),
            )
    return None


def _with_whole_office(asked: Asked) -> Asked | None:
    """The question with what an office is for as part of it ("Envoy for the Riga Forum")."""
    for office, thing in product(asked.offices, asked.mentions):
        gap = asked.text[office.end : thing.start]
        if not (thing.types and thing.types <= _FOR and _AFTER_OFFICE.fullmatch(gap)):
            continue
        text = asked.text[office.start : thing.end]
        whole = replace(office, stop=thing.stop, text=text, end=thing.end)
        kept = [term for term in asked.terms if not office.start <= term.start < thing.end]
        term = Term((OFFICE,), text, office.start, thing.end)
        return replace(
            asked,
            terms=tuple(sorted([*kept, term], key=lambda item: item.start)),
            mentions=tuple(other for other in asked.mentions if other is not thing),
            offices=tuple(whole if other is office else other for other in asked.offices),
        )
    return None


def _owner(asked: Asked, office: Office) -> Mention | None:
    """Whose office it is: what stands right before it, or behind "of"."""
    for mention in asked.mentions:
        if not mention.types & _OWNERS:
            continue
        before = asked.text[mention.end : office.start]
        after = asked.text[office.end : mention.start]
        if mention.end <= office.start and _BEFORE_OFFICE.fullmatch(before):
            return mention
        if mention.start >= office.end and _AFTER_OFFICE.fullmatch(after):
            return mention
    return None


def _held(
    asked: Asked, office: Office, owner: Mention | None, holders: tuple[Candidate, ...]
) -> Asked:
    """The question with an office, and whose it is, as a name of its holders."""
    start = min(office.start, owner.start) if owner else office.start
    end = max(office.end, owner.end) if owner else office.end
    text = asked.text[start:end]
    person = Mention(office.first, office.stop, start, end, text, holders, Way.PART)
    term = Term((ENTITY,), text, start, end, person, person.types)
    kept = [other for other in asked.terms if not start <= other.start < end]
    mentions = [*(mention for mention in asked.mentions if mention is not owner), person]
    return replace(
        asked,
        terms=tuple(sorted([*kept, term], key=lambda item: item.start)),
        mentions=tuple(sorted(mentions, key=lambda item: item.start)),
        offices=tuple(other for other in asked.offices if other is not office),
        doubts=asked.doubts + 1,
    )


def _replaced(asked: Asked, mention: Mention, period: Period) -> Asked:
    time = Term((f"@{period.bound}",), "", period.start, period.end)
    kept = [term for term in asked.terms if not period.start <= term.start < period.end]
    return replace(
        asked,
        terms=tuple(sorted([*kept, time], key=lambda term: term.start)),
        mentions=tuple(other for other in asked.mentions if other is not mention),
        periods=(*asked.periods, period),
    )


def _asks_name(term: Term) -> bool:
    """Whether a name follows a term; of the words for appointing only "named" says so."""
    classes = _NAMING.intersection(term.classes)
    return bool(classes) and ("appoint" not in classes or term.text.lower() == "named")


def _opens_name(term: Term, of_release: bool) -> bool:
    """Whether a term can be the beginning of a name rather than go on with the question.

    Behind "release" an entity is what the release is about.
    """
    entity = term.mention is not None or term.classes == (OFFICE,)
    return (entity and not of_release) or not term.known or (term.text[:1].isupper() and not entity)


def _with_rest_as_text(asked: Asked, openings: Sequence[str]) -> Asked | None:
    """What follows the longest opening as a text, unless words for names tell where it begins."""
    if asked.quoted or any(map(_asks_name, asked.terms)):
        return None
    for opening in openings:
        rest = re.match(rf"\s*{re.escape(opening)}\s+(\S.*?)\W*$", asked.text, re.IGNORECASE)
        if rest is not None:
            return _called(asked, rest.start(1), rest.end(1))
    return None


def _with_name_as_text(asked: Asked) -> Asked | None:
    """What stands behind "called" or "release" as a text, whatever it names."""
    asking = [term for term in asked.terms if _asks_name(term)]
    following = [term for term in asked.terms if asking and term.start > asking[-1].start]
    if asked.quoted:
        return None
    if within := _IN_NAME.search(asked.text):
        return _called(asked, within.start(1), within.end(1))
    if not following:
        return None
    first, last = following[0], following[-1]
    if not _opens_name(first, "release" in asking[-1].classes):
        return None
    return _called(asked, first.start, last.end)


def _called(asked: Asked, start: int, end: int) -> Asked:
    """The question with a part of it as a text, half open in code points."""
    outside = [term for term in asked.terms if not start <= term.start < end]
    text = asked.text[start:end]
    named = Term((QUOTED,), text, start, end)
    return replace(
        asked,
        terms=tuple(sorted([*outside, named], key=lambda term: term.start)),
        mentions=tuple(m for m in asked.mentions if not start <= m.start < end),
        periods=tuple(p for p in asked.periods if not start <= p.start < end),
        offices=(),
        quoted=((start, text),),
        numbers=tuple(n for n in asked.numbers if not start <= n[0] < end),
    )
