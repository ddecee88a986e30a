"""When a clause says that something happens."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from communique.extractors.cast import Figure
from communique.extractors.cast.twins.occasions import is_other
from communique.extractors.dates import DateMention
from communique.extractors.dates.mention import DateRole
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.parse import Token
from communique.extractors.reading.clause import Clause
from communique.extractors.reading.script import Scene
from communique.extractors.reading.timing.clauses import (
    begins_something,
    dated_nouns,
    ends_something,
    goes_on,
    is_announced,
    is_of_another,
    token_at,
    verb_at,
    verb_dated,
)
from communique.extractors.reading.timing.length import Passage, Stays, lasts, over_days
from communique.extractors.reading.timing.turns import (
    in_brackets,
    in_turn,
    last_named,
    part_of,
    precise,
)
from communique.extractors.syntax.arguments import clause_verb
from communique.extractors.syntax.phrases import is_upcoming
from communique.extractors.syntax.stance import stance
from communique.ontology import EntityType, Relation, Status

_LASTING = frozenset({"hold", "take", "happen", "schedule", "run", "convene", "last"})
"""Verbs that say of an event when all of it is, not when it opens."""
_OF_A_DAY = 10
"""Characters of the shortest date that names a day."""
_LASTING_DEEDS = frozenset({Relation.VISITS, Relation.PARTICIPATES_IN, Relation.HELD_IN})
"""What may go on for days, of which a release at its end names the last."""
_SITES = frozenset({EntityType.PLACE, EntityType.COUNTRY})
_LONGEST_DAY = 60
"""Longest heading that names a day, in code points."""
_FEWEST_DAYS = 2
"""Days under whose headings a programme stands."""
_JOINTS = 12
"""Code points of such a heading beside day and place: a weekday, marks, "Day 2"."""
_TOWN = re.compile(r"(?!On |In |From )[A-Z][\w.’'-]*(?:[ ,/]+[A-Z][\w.’'-]*)*,? \(?")
_DASH = re.compile(r"\)?\s?(?:[–—-]{1,2}\s|:\s|\([A-Z])")
"""What stands before and behind the day of a dateline."""
_YEARS = re.compile(r"\d{4}/\d{4}")
_OF_DAYS = frozenset({"day", "interval"})
_CARRIED = frozenset({"day", "interval", "relative"})
_OF_EVENTS = frozenset({"day", "interval", "relative", "month"})


class Calendar:
    """The dates of a release, looked up by the place of a clause; ``stays`` keeps the visits."""

    def __init__(self, dates: Sequence[DateMention]) -> None:
        """Keep the mentions that say when something happens."""
        kept = [d for d in dates if d.role in {DateRole.AT, DateRole.FROM}]
        self._dates = sorted(kept, key=lambda d: d.start)
        self._starts = [d.start for d in self._dates]
        self._headed: dict[int, str] = {}
        self.stays = Stays()

    def note_headings(self, scenes: Sequence[Scene]) -> None:
        """Learn the days under whose headings blocks stand: "Monday, 3 June" above a line.

        One day alone is as often that of the release.
        """
        days = [self._heading_day(scene) for scene in scenes]
        if len(set(days) - {None}) < _FEWEST_DAYS:
            return
        day: str | None = None
        for scene, headed in zip(scenes, days, strict=True):
            apart = scene.block.kind in {BlockKind.TITLE, BlockKind.HEADING}
            day = headed or (None if apart else day)
            if day is not None and headed is None:
                self._headed[scene.block.start] = day

    def _heading_day(self, scene: Scene) -> str | None:
        """The day that is all a block says, beside a place."""
        block = scene.block
        if len(block.text) > _LONGEST_DAY or not all(m.type in _SITES for m in scene.mentions):
            return None
        dates = [d for d in self._between(block.start, block.end) if str(d.kind) == "day"]
        named = sum(m.end - m.start for m in scene.mentions) + sum(d.end - d.start for d in dates)
        return dates[0].value if len(dates) == 1 and len(block.text) - named < _JOINTS else None

    def days_of(self, scene: Scene) -> list[DateMention]:
        """The dates of a block that name days, without that of a dateline."""
        dates = self._between(scene.block.start, scene.block.end)
        days = (d for d in dates if str(d.kind) in _OF_DAYS and d.value)
        return [d for d in days if not _opens(scene, d)]

    def _between(self, start: int, end: int) -> Sequence[DateMention]:
        return self._dates[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def of(self, clause: Clause, ends: Sequence[Figure]) -> str | None:
        """The date of what a clause states: that of an event it names, else its own."""
        sentence = clause.scene, clause.start, clause.end
        events = [end for end in ends if end.type == EntityType.EVENT]
        own = (self.of_event(*sentence, event) for event in events)
        if (date := next(filter(None, own), None)) is not None:
            return date
        carry = not any(lasts(end) or is_other(end.name) for end in ends)
        visited = clause.frame.relation == Relation.VISITS
        date = self.behind(*sentence, ends[-1]) if visited else None
        date = date or in_turn(clause, self._between(clause.place, clause.end), ends)
        part = self.part(*sentence, last_named(clause, ends))
        date = date or self.at(*part, clause.place, carry=carry)
        date = date or (self._of_known(clause, events) if carry else None)
        if date is not None and visited:
            date = over_days(sentence, ends[-1], date)
        lasting = clause.frame.relation in _LASTING_DEEDS
        if date is None or not lasting:
            return date
        begun = any(is_begun(end, date, clause.scene, clause.place) for end in ends)
        return None if begun or self.is_last(*sentence, date) else date

    def part(self, scene: Scene, start: int, end: int, place: int) -> Passage:
        """The part of a sentence that may date what is named at a place."""
        return part_of((scene, start, end), self._between(start, end), place)

    def is_last(self, scene: Scene, start: int, end: int, day: str) -> bool:
        """Whether a day is but the last of what a sentence tells."""
        dates = (d for d in self._between(start, end) if d.value == day and "/" not in day)
        return any(ends_something(verb_at(scene, d.start)) for d in dates)

    def behind(self, scene: Scene, start: int, end: int, site: Figure) -> str | None:
        """The date in brackets behind where somebody goes: "to Oslo (3-5 May) and Riga (6 May)".

        Args:
            scene: The block.
            start: Where the sentence begins in the repaired text.
            end: Where it ends.
            site: Where somebody goes.
        """
        dated = in_brackets(scene, self._between(start, end))
        return next((day for figure, day in dated if figure is site), None)

    def of_event(self, scene: Scene, start: int, end: int, event: Figure) -> str | None:
        """The date that a sentence gives an event itself: "the 5 June meeting", "held on Friday".

        Args:
            scene: The block.
            start: Where the sentence begins in the repaired text.
            end: Where it ends.
            event: The event.
        """
        parse = scene.parse
        if parse is None:
            return None
        for date in self._between(start, end):
            token = token_at(scene, date.start)
            if token is None or str(date.kind) not in _OF_EVENTS or not _is_dated(date):
                continue
            if ends_something(clause_verb(token)):
                continue
            numbers = (parse.mention_of(noun) for noun in dated_nouns(token))
            named = (scene.figures[number] for number in numbers if number is not None)
            told = (f for f in named if f is not None and f.type == EntityType.EVENT)
            if next(told, None) is event:
                return date.value
        return None

    def days(self, scenes: Sequence[Scene]) -> Mapping[Figure, str]:
        """The dates of events and sites of which a release says just one.

        "The forum opens on Friday", "Benin (28-30 July)".
        """
        found: dict[Figure, set[str]] = {}
        for scene in scenes:
            begin, end = scene.block.start, scene.block.end
            for figure, told in in_brackets(scene, self._between(begin, end)):
                found.setdefault(figure, set()).add(told)
            for sentence in scene.sentences():
                span = scene.span(sentence)
                for token in sentence if self._between(*span) else ():
                    event = _happening(scene, token)
                    place = scene.block.start + scene.offset(token.head)
                    day = self.at(scene, *span, place, carry=False) if event else None
                    if event is not None and day is not None and len(day) >= _OF_A_DAY:
                        found.setdefault(event, set()).add(day)
        return {event: days.pop() for event, days in found.items() if len(days) == 1}

    def at(
        self, scene: Scene, start: int, end: int, trigger: int, *, carry: bool = True
    ) -> str | None:
        """The date of a clause, or None if the text gives none.

        A date of the trigger's own clause, else the nearest one of the sentence that does not
        belong to a noun only, else the last one of the paragraph before the sentence.

        Args:
            scene: The block.
            start: Where the sentence begins in the repaired text.
            end: Where it ends.
            trigger: Where the words stand that state the relation.
            carry: Whether the paragraph before the sentence counts.
        """
        inside = precise(self._between(start, end))
        inside = [d for d in inside if _is_dated(d) and not _counts(scene, d)]
        token = token_at(scene, trigger)
        planned = token is not None and stance(token) == Status.PLANNED
        if token is not None and is_upcoming(token):  # "announced on Friday her upcoming visit"
            return next((d.value for d in inside if d.start > trigger), None)
        if planned:
            inside = [d for d in inside if not _opens(scene, d)]
        if inside:
            own = self._of_clause(scene, inside, trigger)
            fine = [d for d in own if str(d.kind) in _OF_EVENTS] or own
            near = min(fine, key=lambda d: (abs(d.start - trigger), d.start), default=None)
            return near.value if near else None
        if not carry:
            return None
        before = [d for d in self._carried(scene, start) if not (planned and _opens(scene, d))]
        days = {d.value for d in before if goes_on(scene, d, trigger)}
        return _only(days) if before else self._headed.get(scene.block.start)

    def _carried(self, scene: Scene, start: int) -> list[DateMention]:
        """The dates of a block before an offset of the text that the rest may be of."""
        before = self._between(scene.block.start, start)
        return [d for d in before if str(d.kind) in _CARRIED and d.value and _is_dated(d)]

    def _of_known(self, clause: Clause, events: Sequence[Figure]) -> str | None:
        """The only date of the paragraph before a clause about an event that it has named."""
        scene, start = clause.scene, clause.start
        known = scene.before(start - scene.block.start, EntityType.EVENT)
        if not any(event in known for event in events):
            return None
        return _only({d.value for d in self._carried(scene, start)})

    @staticmethod
    def _of_clause(scene: Scene, dates: Sequence[DateMention], trigger: int) -> list[DateMention]:
        """The dates of the trigger's clause, else those of clauses about it."""
        verb = verb_at(scene, trigger)
        if verb is None:
            return list(dates)
        verbs = [(d, verb_dated(scene, d, verb)) for d in dates]
        own = [d for d, other in verbs if other == verb]
        told = [d for d, other in verbs if is_announced(d, other, verb)]
        if told:
            return told
        return own or [
            d for d, other in verbs if other is None or not is_of_another(d, other, verb)
        ]

    def within(self, start: int, end: int) -> str | None:
        """The first resolved date inside a span."""
        return next((d.value for d in self._between(start, end) if d.value), None)

    def of_span(self, start: int, end: int) -> str | None:
        """The single date of a span, None if there is none or several."""
        values = {d.value for d in self._between(start, end) if d.value}
        return values.pop() if len(values) == 1 else None


def is_begun(figure: Figure, date: str, scene: Scene, place: int) -> bool:
    """Whether a clause tells in which month or year an operation began: "opened in 2021 by X"."""
    verb = verb_at(scene, place)
    begins = verb is not None and begins_something(verb)
    return figure.type == EntityType.OPERATION and len(date) < _OF_A_DAY and begins


def _happening(scene: Scene, token: Token) -> Figure | None:
    """The event of which a verb says that it happens."""
    number = scene.parse.mention_of(token) if scene.parse else None
    figure = None if number is None else scene.figures[number]
    if figure is None or figure.type != EntityType.EVENT:
        return None
    told = token.dep_ in {"nsubj", "nsubjpass"} and token.head.lemma_ in _LASTING
    return figure if told else None


def _only(dates: set[str | None]) -> str | None:
    """The one date of several mentions, None if they differ."""
    return next(iter(dates)) if len(dates) == 1 else None


def _opens(scene: Scene, date: DateMention) -> bool:
    """Whether a date is that of the dateline that opens a block ("OSLO, 3 May – ")."""
    text, begin = scene.block.text, date.start - scene.block.start
    town = begin < _LONGEST_DAY and _TOWN.fullmatch(text, 0, begin) is not None
    return town and _DASH.match(text, date.end - scene.block.start) is not None


def _counts(scene: Scene, date: DateMention) -> bool:
    """Whether a year only tells what something is of or for: "the projects of 2016"."""
    before = scene.block.text[: date.start - scene.block.start]
    return str(date.kind) == "year" and before.endswith((" of ", " for "))


def _is_dated(date: DateMention) -> bool:
    """Whether a date says when something is, and not over which years it lasts."""
    return date.value is None or not _YEARS.fullmatch(date.value)
