"""Rosters: sentences that list who was there, and who took part from where."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from communique.extractors.cast import Cast, Figure
from communique.extractors.cast.main_event import (
    JOURNEYS,
    is_attended,
    is_part,
    is_private,
    of_rite,
)
from communique.extractors.layout.listing import heads
from communique.extractors.layout.parties.passage import Passage
from communique.extractors.layout.parties.states import StateReader
from communique.extractors.parse import PRESENT, Sentence
from communique.extractors.reading.occasion import Occasion
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.reading.timing import Calendar
from communique.extractors.sieve import holds
from communique.extractors.syntax.stance import stance
from communique.extractors.triggers import Triggers
from communique.ontology import UNDERTAKINGS, EntityType, Relation

_DELEGATION = re.compile(r"(?i)delegation|members")
_REPRESENTED = re.compile(
    r" represented\b|\b(?:side|delegation|team)s?,? (?:\w+ )?(?:led|headed|chaired) by\b"
)
_BY = (" represented", "led by", "headed by", "chaired by")
"""One of them stands in what ``_REPRESENTED`` finds."""
_WITNESSED = re.compile(r"(?i)\bin the presence of\b")
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I)\s*$")
MOVES = re.compile(
    r"\b(?:travel|visit|fl(?:y|ies|ew\b)|went\b|go(?:es)?\b|continu|proceed)\w*"
    r"(?: (?:on|back|then|also))*(?: to)?(?: the)? (?=[A-Z])"
)
"""What tells of a journey to a place that a sentence names."""
_MEMBERS = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION})
_PARTNERS = re.compile(r"(?i)\bpartners\b")
_HEARD = re.compile(r"\b(?:heard|listened) ")
"""What tells that what a sentence names is said at the event, not the event."""
_BARE = re.compile(
    r"(?:\s*(?:[.,;:)–—-]|$)|\s+(?:as|and|while|whereas|by|from|with|too|also|for the first|"
    r"in person|online|remotely|virtually|together|alongside|along|this year|on \w+day)\b)"
)
"""What follows a verb that does not say at what somebody was present."""
_DENIED = re.compile(r"\b(?:not|never|no longer|declined|refused|unable)\b|n[’']t\b")

_RELATIVE = re.compile(r"\b(?:in|at|during|to|with) which\b|\bwhere\b")
"""What begins a clause that has a subject of its own."""

_GUESTS = frozenset({EntityType.ORGANISATION, EntityType.PERSON, EntityType.COUNTRY})


def _own(passage: Passage, match: re.Match[str], *, operations: bool) -> Figure | None:
    """The event, else the operation, one with a name first, at which a sentence lists people."""
    told = match.start() if _HEARD.match(match.group()) else match.end()
    before = list(passage.scene.parties(passage.start, passage.start + told))
    event = next((f for f in before if f.type == EntityType.EVENT and is_attended(f)), None)
    if event is not None or not operations:
        return event
    operations_told = [f for f in before if f.type == EntityType.OPERATION]
    return min(operations_told, key=lambda f: not f.named, default=None)


def _told_by_it(passage: Passage) -> Figure | None:
    """The event that "It" means: what the sentence before tells of first."""
    if not passage.text.startswith("It "):
        return None
    spans = map(passage.scene.span, passage.scene.sentences())
    before = [span for span in spans if span[1] <= passage.start]
    told = passage.scene.parties(*before[-1]) if before else ()
    first = next((f for f in told if f.type in UNDERTAKINGS), None)
    event = first is not None and first.type == EntityType.EVENT and is_attended(first)
    return first if event else None


def _is_whole(figure: Figure) -> bool:
    return figure.type == EntityType.OPERATION or is_attended(figure)


def _is_joined(passage: Passage, match: re.Match[str]) -> bool:
    """Whether it is a person who was joined by others, not an event."""
    if " joined " not in match.group():
        return False
    before = passage.text[: match.start()]
    if _PRONOUN.search(before):
        return True
    end = passage.start - passage.scene.block.start + len(before.rstrip())
    return any(m.type == EntityType.PERSON and m.end == end for m in passage.scene.mentions)


def _is_present(sentence: Sentence) -> bool:
    """Whether a sentence is in the present: "includes", "is made up of"."""
    root = sentence.root
    helps = [child for child in root.children if child.dep_ in {"aux", "auxpass"}]
    verbs = helps if root.tag_ in {"VBN", "VBG"} else [root]
    return any(verb.tag_ in PRESENT and verb.lemma_ != "have" for verb in verbs)


class RosterReader:
    """Reads what the sentences of one release list."""

    def __init__(
        self,
        triggers: Triggers,
        cast: Cast,
        occasion: Occasion,
        calendar: Calendar,
        main: Figure | None,
    ) -> None:
        """Take the patterns, what the release has said so far, and the event it is about."""
        self._main = main
        self._triggers = triggers
        self._states = StateReader(cast)
        self._cast = cast
        self._occasion = occasion
        self._calendar = calendar

    def read(self, scene: Scene, sentence: Sentence) -> Iterator[Finding]:
        """Yield participants, companions, members and involved states that a sentence lists."""
        start, end = scene.span(sentence)
        text = scene.block.text[start - scene.block.start : end - scene.block.start]
        status = stance(sentence.root)
        if status is None or "“" in text:
            return
        if _is_present(sentence):
            status = self._occasion.mood() or status
        verb = scene.block.start + scene.offset(sentence.root)
        passage = Passage(scene, text, start, end, status, verb, self._triggers.heard(text))
        yield from self._attendance(passage)
        yield from self._present(passage)
        yield from self._represented(passage)
        yield from self._companions(passage)
        yield from self._states.read(passage)

    def _attendance(self, passage: Passage) -> Iterator[Finding]:
        match = passage.heard.search("attendance")
        if match is None or _is_joined(passage, match):
            return
        middle = passage.start + match.end()
        offset = middle - passage.scene.block.start
        ends = passage.verb if passage.verb > middle else passage.end  # "X, attended by Y, dealt"
        listed = heads(passage.scene, offset, ends - passage.scene.block.start)
        after = passage.after(match) if ends == passage.end else []
        guests = [f for f in listed or after if f.type in _GUESTS]
        people = [f for f in guests if f.type == EntityType.PERSON and not listed]
        event = self._listed_at(passage, match, guests)
        if event is None or (not event.named and event.noun in JOURNEYS):
            return
        told = event.type == EntityType.EVENT  # what goes on is not of the day before
        date = self._calendar.at(passage.scene, passage.start, passage.end, middle, carry=told)
        for figure in people or guests:  # beside people, bodies are where they come from
            if figure is not event:
                yield Finding(
                    figure, Relation.PARTICIPATES_IN, event, passage.start, passage.end,
                    "roster/attendance", 0.8, date=date, status=passage.status,
                )  # fmt: skip

    def _present(self, passage: Passage) -> Iterator[Finding]:
        """Yield those before a verb that says they were there, where it does not say at what."""
        match = passage.heard.search("present")
        if match is None or not _BARE.match(passage.text, match.end()):
            return
        if any(form.search(passage.text, 0, match.end()) for form in (_DENIED, _RELATIVE)):
            return
        offset = passage.start - passage.scene.block.start
        label = passage.text.rfind(":", 0, match.start()) + 1
        guests = heads(passage.scene, offset + label, offset + match.start())
        if guests[:1] != passage.all()[:1]:
            return
        whole = self._attended(passage, guests)
        for figure in guests:
            if whole is not None and figure.type in _GUESTS:
                yield self._taking_part(passage, figure, whole, "roster/present")

    def _represented(self, passage: Passage) -> Iterator[Finding]:
        """Yield bodies and those by whom they were represented or led: "A was by X, B by Y"."""
        speaks = holds(passage.text, _BY) and _REPRESENTED.search(passage.text)
        whole = self._attended(passage) if speaks else None
        for body, person, gap in self._sides(passage) if whole is not None else ():
            represented = self._triggers.search("represented", gap)
            if whole is not None and (represented or self._triggers.search("led", gap)):
                yield self._taking_part(passage, body, whole, "roster/represented")
                yield self._taking_part(passage, person, whole, "roster/represented")
            if represented and " represented" in passage.text:
                yield Finding(
                    person, Relation.REPRESENTS, body, passage.start, passage.end,
                    "represents/represented-by", 0.85,
                )  # fmt: skip

    @staticmethod
    def _sides(passage: Passage) -> Iterator[tuple[Figure, Figure, str]]:
        """Yield each body with the person named next and the words between them."""
        scene, offset = passage.scene, passage.start - passage.scene.block.start
        ends = offset + passage.end - passage.start
        for number, following in pairwise(scene.numbers(offset, ends)):
            body, person = scene.figures[number], scene.figures[following]
            left, right = scene.mentions[number], scene.mentions[following]
            if body is None or person is None or right.end > ends or right.span is None:
                continue
            if body.type in _MEMBERS and person.type == EntityType.PERSON:
                yield body, person, scene.block.text[left.end : right.start]

    def _attended(self, passage: Passage, guests: Sequence[Figure] = ()) -> Figure | None:
        """What those of a sentence are at, where it does not say so after the verb."""
        scene, offset = passage.scene, passage.start - passage.scene.block.start
        inside = [
            f for f in passage.all() if f.type in UNDERTAKINGS and _is_whole(f) and not is_part(f)
        ]
        near = [
            f for f in scene.parties(scene.block.start, passage.start) if f.type in UNDERTAKINGS
        ]
        near = [f for f in near if f.named and _is_whole(f)]
        topic, at_hand = self._cast.topic(), self._occasion.at_hand(scene, offset)
        bodies = any(f.type != EntityType.PERSON for f in guests)
        about = topic is not None and topic.named and (topic.titled or self._main is None)
        others = [*near[-1:], topic, at_hand] if bodies and about else [*near[-1:], at_hand, topic]
        named = [at_hand] if at_hand is not None and at_hand.named else []
        candidates = [*inside[-1:], *named, *others]
        whole = next((f for f in candidates if f is not None), None)
        private = whole is not None and is_private(whole)
        return None if private or whole in guests else whole

    def _taking_part(self, passage: Passage, figure: Figure, whole: Figure, rule: str) -> Finding:
        """A finding that somebody takes part in something."""
        middle = (passage.start + passage.end) // 2
        date = self._calendar.at(passage.scene, passage.start, passage.end, middle)
        return Finding(
            figure, Relation.PARTICIPATES_IN, whole, passage.start, passage.end, rule, 0.75,
            date=date, status=passage.status,
        )  # fmt: skip

    def _listed_at(
        self, passage: Passage, match: re.Match[str], guests: Sequence[Figure]
    ) -> Figure | None:
        """What a sentence lists guests of: its own event or operation, else the one before.

        A delegation is one to the event the release is about, if not to the sentence's own. States
        and bodies alone take part in the operation of a release without event.
        """
        partners, delegation = _PARTNERS.search(match.group()), _DELEGATION.search(match.group())
        own = None if partners else _own(passage, match, operations=not delegation)
        if own is not None:
            return own
        if delegation:
            main = self._main
            return main if main or self._occasion.destinations() else self._occasion.event
        offset = passage.start - passage.scene.block.start
        joined = " joined in " in match.group() or (
            " joined" in match.group() and self._occasion.destinations()
        )
        witnessed = _WITNESSED.search(match.group())
        if joined or (witnessed and not passage.scene.before(offset, EntityType.EVENT)):
            return None
        topic, main = self._cast.topic(), self._main
        people = any(f.type == EntityType.PERSON for f in guests)
        if (it := _told_by_it(passage)) is not None:
            return it
        if topic is not None and topic.named and not (people or (main and main.named)):
            return topic
        invited = "guest" in match.group().lower()
        event = self._occasion.at_hand(passage.scene, offset, meals=invited)
        return of_rite(event, topic, match.group())

    def _beside(self, passage: Passage, people: Sequence[Figure]) -> Iterator[Finding]:
        """Yield that those who were with somebody took part in the event told of just before."""
        offset = passage.start - passage.scene.block.start
        told = passage.scene.before(offset, EntityType.EVENT)
        event = self._occasion.at_hand(passage.scene, offset) if told else None
        here = [f for f in passage.all() if f.type == EntityType.EVENT]
        if event is None or here:
            return
        if is_private(event) or (not event.named and " with " in event.name):
            return  # who is beside somebody at a bilateral meeting
        for figure in people:
            if figure.type == EntityType.PERSON:
                yield self._taking_part(passage, figure, event, "roster/beside")

    def _companions(self, passage: Passage) -> Iterator[Finding]:
        """Yield those after "accompanied by" or before "accompanied the President"."""
        after = passage.heard.search("companions")
        match = after or passage.heard.search("accompanying")
        destinations = self._occasion.destinations(passage.scene.number)
        if match is not None and after and not destinations:
            yield from self._beside(passage, passage.listed(match))
        if match is None or not destinations:
            return
        middle = passage.start + match.end()
        date = self._calendar.at(passage.scene, passage.start, passage.end, middle, carry=False)
        named = set(passage.scene.parties(passage.start, passage.end))
        here = {site: status for site, status in destinations.items() if site in named}
        if not here and MOVES.search(passage.text, 0, match.start()):
            return  # "will travel on to CITY, joined by X": not where the trip goes else
        before = passage.scene.parties(passage.start, passage.start + match.start())
        people = passage.listed(match) if after else dict.fromkeys(before)
        for figure in (f for f in people if f.type == EntityType.PERSON):
            for destination, status in (here or destinations).items():
                if figure.sure_home is not None and figure.sure_home == destination.territory:
                    continue
                yield Finding(
                    figure, Relation.VISITS, destination, passage.start, passage.end,
                    "roster/companions", 0.75, date=date or self._calendar.stays.of(destination),
                    status=status or passage.status,
                )  # fmt: skip
