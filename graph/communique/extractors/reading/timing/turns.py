"""Which of the dates of a sentence belongs to whom or to what."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from communique.extractors.cast import Figure
from communique.extractors.dates import DateMention
from communique.extractors.reading.clause import Clause
from communique.extractors.reading.script import Scene
from communique.extractors.reading.timing.clauses import verb_at
from communique.extractors.reading.timing.length import Passage
from communique.graph.period import bounds
from communique.ontology import EntityType

_APPOSED = 8
"""Code points between a date and the one that makes it precise: " (", ", from "."""
_BRACKET = " ("
_SEVERAL = 2
_IN_TURN = frozenset({EntityType.PLACE, EntityType.COUNTRY, EntityType.PERSON})
_OF_TURNS = frozenset({"day", "interval", "month"})
_JOINT = re.compile(
    r"(?:;|\band\b),? (?:(?:in|at|to) (?:[^\s,;]+,? ){1,4})?(?:on |in |the |then ){0,2}$"
)
"""What stands before a date that begins another part: "met A and, on Friday, B"."""
_REACH = 60
"""Code points before a date that are searched for it."""


def precise(dates: Sequence[DateMention]) -> list[DateMention]:
    """The dates of a sentence without those that the next one makes precise: "in May (2-3 May)"."""
    following = zip_longest(dates, dates[1:])
    return [date for date, other in following if not (other and _holds(date, other))]


def _holds(date: DateMention, other: DateMention) -> bool:
    """Whether the date right behind another is a part of it."""
    if not date.value or not other.value or other.start - date.end > _APPOSED:
        return False
    (first, last), (begin, end) = bounds(date.value), bounds(other.value)
    return first <= begin and end <= last and (first, last) != (begin, end)


def in_brackets(scene: Scene, dates: Sequence[DateMention]) -> Iterator[tuple[Figure, str]]:
    """Yield the figures of a block behind which a date stands in brackets: "Oslo (3-5 May)"."""
    text, begin = scene.block.text, scene.block.start
    inside = (date for date in dates if text.endswith("(", 0, date.start - begin))
    starts = {date.start: date.value for date in inside if date.value}
    for mention, figure in zip(scene.mentions, scene.figures, strict=True) if starts else ():
        if figure is not None and text.startswith(_BRACKET, mention.end):
            value = starts.get(begin + mention.end + len(_BRACKET))
            if value is not None:
                yield figure, value


def in_turn(clause: Clause, dates: Sequence[DateMention], ends: Sequence[Figure]) -> str | None:
    """The date that belongs to one of several ends: "to Riga on 5 May and to Oslo on 6 May".

    The dates stand all before what they date or all after it, as the first of them does.

    Args:
        clause: What states something.
        dates: Those behind the words that state it.
        ends: Of whom it is stated.
    """
    scene, place = clause.scene, clause.place
    verb = verb_at(scene, place)
    dates = [d for d in precise(dates) if str(d.kind) in _OF_TURNS]
    dates = [d for d in dates if verb_at(scene, d.start) == verb]
    if verb is None or len({d.value for d in dates}) < _SEVERAL or len(dates) < _SEVERAL:
        return None
    begin = scene.block.start
    behind = (
        (scene.mentions[number].start + begin, scene.figures[number])
        for number in scene.numbers(place + 1 - begin, clause.end - begin)
    )
    told = [(at, f in ends) for at, f in behind if f is not None and f.type in _IN_TURN]
    wanted = next((start for start, wanted in told if wanted), None)
    if wanted is None:
        return None
    after = dates[0].start > told[0][0]
    turn = [d for d in dates if (d.start > wanted) is after]
    return turn[0 if after else -1].value if turn else None


def last_named(clause: Clause, ends: Sequence[Figure]) -> int:
    """Where the last of the ends of a statement is named behind its words, else these."""
    scene, begin = clause.scene, clause.scene.block.start
    first: dict[Figure, int] = {}
    for number in scene.numbers(clause.place + 1 - begin, clause.end - begin):
        figure = scene.figures[number]
        if figure is not None and figure in ends:
            first.setdefault(figure, begin + scene.mentions[number].start)
    return max(first.values(), default=clause.place)


def part_of(passage: Passage, dates: Sequence[DateMention], place: int) -> Passage:
    """The part of a sentence around a place: "met A on Monday" of "… and, on Friday, B".

    Args:
        passage: The sentence.
        dates: Its dates, in order; a date behind "and" or a semicolon begins a part.
        place: Where it names what is dated.
    """
    scene, start, end = passage
    text, begin = scene.block.text, scene.block.start
    for date in dates:
        reach = max(start, date.start - _REACH) - begin
        if joint := _JOINT.search(text, reach, date.start - begin):
            if begin + joint.start() > place:
                return scene, start, begin + joint.start()
            start = begin + joint.start()
    return scene, start, end
