"""The event that a release is about."""

import re
from collections.abc import Iterator, Sequence

from communique.extractors.cast.figure import Figure
from communique.extractors.cast.kinds import PROGRAMMES, kinds_of
from communique.extractors.cast.pointing import RITES, words_of
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.reading.script import Scene
from communique.ontology import EntityType

_MARKED = frozenset({"anniversary", "day", "week", "month", "year", "birthday"})
"""Words in names of what is marked, not attended."""
_GUESTS = frozenset("visitor open donor partner industry family press media investor".split())
"""Words in names of days on which somebody comes ("Distinguished Visitors' Day")."""
TRIPS = frozenset({"visit", "trip", "tour"})
JOURNEYS = TRIPS | {"travel", "stay", "call", "talk", "conversation"}
"""Nouns of events without name that nobody attends."""

PARTS = frozenset(
    "day session opening closing remark speech addre keynote statement presentation "
    "panel reception breakfast lunch dinner photo minute debate discussion".split()
)
"""Nouns of what is part of an event, without plural ending."""

WORDS = frozenset("remark speech addre keynote statement presentation lecture intervention".split())
"""Nouns of what is said at an event, without plural ending; in it nobody takes part."""
_KINDS = frozenset(
    "workshops conferences seminars meetings forums sessions summits webinars symposia visits "
    "exhibitions lectures courses".split()
)
"""Plurals that alone are kinds of events rather than some that took place."""
_UNATTENDED = JOURNEYS | WORDS
_UNRUN = TRIPS | WORDS | {"stay", "call", "signing"}

_MEALS = frozenset(
    "breakfast lunch luncheon dinner reception banquet videoconference teleconference".split()
)
_SITTINGS = frozenset("reception audience consultation negotiation exchange encounter".split())
"""Nouns of what two sides do, of whom others sit in, without plural ending."""
_VISITS = ("Visit", "Trip", "Tour")
_OPENING = 3
"""Blocks of text that a release opens with, title included."""
_LONGEST_LINE = 8
"""Words of a block that may be no more than a place and date, or the kind of release."""
_WORKING = re.compile(
    r"(?i)\b(?:participa(?:nt|ting)|taking part|trainer|trainee|instructor|teacher|student|player|"
    r"contributor|contributing)"
)
"""What those are called who do the work of an exercise or course, not guests of its ceremony."""
_BACKING = re.compile(
    r"(?i)\b(?:(?:funded|financed|sponsored|supported|backed|paid for|organi[sz]ed|held|conducted|"
    r"delivered|implemented|donated|provided) (?:\w+ )?(?:by|through|under|via|from)|"
    r"(?:funds?|funding|financing|money|support|assistance|grant|help|backing) (?:from|of|by)|"
    r"thanks to|(?:framework|auspices|umbrella|scope|context|part|aegis) of)"
    r"(?: the framework of)?(?: (?:the|its|their|an?|our))?(?: [\w.’'-]+(?: of)?){0,3}\s*$"
)
"""What stands before an undertaking that pays for another or that another is a part of."""
_WITHIN = re.compile(
    r"(?i)\b(?:under|within|through)(?: (?:the|its|their|our))?(?: [\w.’'-]+){0,3}\s*$"
)
_PROGRAMME = re.compile(rf"(?i)(?:\S+ ){{0,5}}?(?:{'|'.join(sorted(PROGRAMMES))})\b")
"""What begins where one is told that others are held within: "the third under the X programme"."""
_FARTHEST_BACKING = 80
_STOP = re.compile(r"[.!?…][\"”’)]*$")
_REACH = 60
_BESIDE = re.compile(
    r"(?i)\b(?:ahead of|prior to|since|prepar(?:e[sd]?|ing|ations?) for|run-up to|such as|"
    r"similar to)"
    r"(?: (?:the|a|an|its|this year[’']s))?(?: [\w-]+)?\s*$"
)
"""What stands before an event that is spoken of by the way."""
_TALKED_OF = re.compile(
    r"(?i)\b(?:such as|similar to|discuss\w*(?: (?:the )?[\w-]+ (?:of|in|towards?|for))?|"
    r"views on|sp(?:oke|eaks?|oken) of|recall\w*|"
    r"regarding|concerning|about|welcomed|looking forward to|"
    r"outcomes? of|results? of|support (?:for|to)|cooperation (?:in|at)|contribution to|"
    r"invit\w+ [^.;]{0,40}?to|hosting of|success of|importance of|proposed|agreed to hold)"
    r"(?: (?:the|a|an|its|this year[’']s|next year[’']s))?(?: [\w-]+){0,2}\s*$"
)
"""What stands before an event that people talk of elsewhere."""
_SIDELINES = re.compile(
    r"\b(?:(?:sidelines?|margins?|fringes|occasion) of|who (?:is|are|was|were) (?:\w+ ){0,3}"
    r"(?:attending|participating in|taking part in|for)) (?:the )?(?:[\w-]+ ){0,2}$"
)
"""What stands before an event beside which something else is told."""
_KEPT = frozenset("ceasefire cease-fire truce".split())
"""Nouns of what is kept in a place, not held there."""
_ASSEMBLIES = frozenset(
    "meeting session summit conference plenary assembly ministerial consultation congres "
    "retreat".split()
)
"""Nouns, without plural ending, of events at which a body itself sits."""


def backs(scene: Scene, number: int) -> bool:
    """Whether words before a mention make it what something is paid by or happens under."""
    text, start = scene.block.text, scene.mentions[number].start
    end = scene.mentions[number].end + len(" programme")
    before = text[max(0, start - _FARTHEST_BACKING) : start]
    within = _WITHIN.search(before) is not None and _PROGRAMME.match(text, start, end) is not None
    return within or _BACKING.search(before) is not None


def opening_size(scenes: Sequence[Scene]) -> int:
    """Number of the blocks that open a release: title and two of text, with the lines before.

    A line without final stop ("Lima, 3 May 2024", "Press release") is no text.
    """
    texts = 0
    for number, scene in enumerate(scenes):
        words = scene.block.text.strip()
        short = len(words.split()) <= _LONGEST_LINE and not _STOP.search(words)
        texts += scene.block.kind == BlockKind.TITLE or not short
        if texts == _OPENING:
            return number + 1
    return len(scenes)


def main_event(scenes: Sequence[Scene]) -> Figure | None:
    """The event that title or opening are about, one with a name first; None if they tell of none.

    Events without name count if people attend them. Left out is what the opening mentions by the
    way ("ahead of the summit") unless it speaks of it elsewhere.
    """
    title = list(_events(s for s in scenes[:1] if s.block.kind == BlockKind.TITLE))
    body = list(_events(scenes[len(scenes[:1]) : opening_size(scenes)]))
    found = [*title, *body]
    named = [
        f
        for f in found
        if f.named and not is_marked(f) and not f.name.split(" to ")[0].endswith(_VISITS)
    ]
    both = [f for f in named if f in title and f in body]
    whole = [f for f in (*body, *title) if is_attended(f) and not f.named and not is_part(f)]
    return next(iter((*both, *named, *whole)), None)


def is_talked_of(text: str, start: int) -> bool:
    """Whether the words before an event at an offset of a text make it what others talk of."""
    before = text[max(0, start - _REACH) : start]
    return bool(_BESIDE.search(before) or _TALKED_OF.search(before))


def is_aside(text: str, start: int) -> bool:
    """Whether an event is only talked of, or is where those are who meet for something else."""
    beside = _SIDELINES.search(text, max(0, start - _REACH), start)
    return beside is not None or is_talked_of(text, start)


def is_attended(event: Figure) -> bool:
    """Whether people take part in an event, as far as its noun tells; not in "workshops"."""
    if event.named:
        return not is_marked(event)
    if is_of_many(event):
        return False
    return event.noun.rsplit(" ", 1)[-1] not in _UNATTENDED


def is_of_many(event: Figure) -> bool:
    """Whether an event is no more than a kind that somebody holds or talks of: "workshops"."""
    return not event.named and event.name.lower() in _KINDS


def is_private(event: Figure) -> bool:
    """Whether being at an event is meeting somebody: not at "the meeting of the Steering Group"."""
    if event.named or event.noun not in JOURNEYS | {"meeting"}:
        return False
    return event.noun in JOURNEYS or " of " not in event.name


def is_session(event: Figure) -> bool:
    """Whether an event without name is one of two sides: "a working session", "an audience"."""
    if event.named or " of " in event.name.partition(" with ")[0]:
        return False
    working = event.name.lower().startswith("working session")
    return working or event.noun.rsplit(" ", 1)[-1] in _SITTINGS


def is_journey(figure: Figure) -> bool:
    """Whether it is a visit without name."""
    journey = figure.noun.rsplit(" ", 1)[-1] in TRIPS
    return figure.type == EntityType.EVENT and journey and not figure.named


def is_held(figure: Figure) -> bool:
    """Whether something may be held in a place: no visit, and no truce, which is kept there."""
    kept = figure.noun.rsplit(" ", 1)[-1] in _KEPT and not figure.named
    return not (kept or is_journey(figure))


def is_sitting(figure: Figure) -> bool:
    """Whether it is no event that a body only gives, as far as its noun tells."""
    if figure.type != EntityType.EVENT or figure.named:
        return True
    return figure.noun.rsplit(" ", 1)[-1] in _ASSEMBLIES


def is_spoken(event: Figure) -> bool:
    """Whether an event is what somebody says at another."""
    return not event.named and event.noun.rsplit(" ", 1)[-1] in WORDS


def is_meal(event: Figure) -> bool:
    """Whether an event without name is a meal or call, at which a release does not stay."""
    return not event.named and event.noun.rsplit(" ", 1)[-1] in _MEALS


def is_passing(event: Figure) -> bool:
    """Whether an event without name is a meal, trip, speech or signing, which nobody runs."""
    noun = event.noun.rsplit(" ", 1)[-1]
    return is_meal(event) or (not event.named and noun in _UNRUN)


def of_rite(event: Figure | None, topic: Figure | None, words: str) -> Figure | None:
    """The event of those whom words call trainers or players, which no ceremony is.

    "It began with a ceremony. Participants include X and Y": they are at what began.

    Args:
        event: The event that was told last.
        topic: The operation that the release is about.
        words: What the text calls those who were there.
    """
    if event is None or event.named or topic is None or not RITES & words_of(event.noun):
        return event
    about = kinds_of(f"{topic.name} {' '.join(topic.aliases)} {topic.noun}")
    working = _WORKING.search(words) is not None and not about.isdisjoint({"exercise", "training"})
    return topic if working else event


def is_part(event: Figure) -> bool:
    """Whether an event without name is a part of another ("the closing ceremony")."""
    return not event.named and not PARTS.isdisjoint(event.noun.split())


def _events(scenes: Iterator[Scene] | Sequence[Scene]) -> Iterator[Figure]:
    """Yield the events of scenes but for those mentioned by the way."""
    for scene in scenes:
        for mention, figure in zip(scene.mentions, scene.figures, strict=True):
            if figure is None or figure.type != EntityType.EVENT:
                continue
            if not is_talked_of(scene.block.text, mention.start):
                yield figure


def is_marked(figure: Figure) -> bool:
    """Whether a day or year is marked, which nobody attends."""
    words = words_of(figure.name)
    return bool(words & _MARKED) and not words & _GUESTS
