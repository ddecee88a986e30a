"""Rosters: sentences that list who was there, and who took part from where."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Span as Sentence

from communique.extractors.cast import Cast, Figure
from communique.extractors.cast.main_event import JOURNEYS
from communique.extractors.layout.listing import heads
from communique.extractors.reading.occasion import Occasion
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.reading.timing import Calendar
from communique.extractors.syntax.stance import stance
from communique.ontology import EntityType, Relation, Status

_LIST = 3
"""States in one sentence from which on they are a list of those that take part."""

_PRESENT = frozenset({"VBZ", "VBP"})
_MEANS = frozenset({"assistance", "aid", "support", "programme", "program", "project", "funding"})
_DELEGATION = re.compile(r"(?i)delegation|members")
_FROM = re.compile(r"\bfrom\b.*\b(?:took|taking|take) part\b")
_MEMBERS = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION})
_PARTNERS = re.compile(r"(?i)\bpartners\b")
_BARE = re.compile(
    r"(?:\s*(?:[.,;:)–—-]|$)|\s+(?:as|and|while|whereas|by|from|too|also|for the first|in person|"
    r"online|remotely|virtually|together|alongside|along|this year|on \w+day)\b)"
)
"""What follows a verb that does not say at what somebody was present."""

_WHOLES = frozenset({EntityType.EVENT, EntityType.OPERATION})
_PRIVATE = JOURNEYS | {"meeting"}
"""Nouns of events without name at which being is meeting, if anything."""

_GUESTS = frozenset({EntityType.ORGANISATION, EntityType.PERSON, EntityType.COUNTRY})


def _is_present(sentence: Sentence) -> bool:
    """Whether a sentence is in the present: "includes", "is made up of"."""
    root = sentence.root
    helps = [child for child in root.children if child.dep_ in {"aux", "auxpass"}]
    verbs = helps if root.tag_ in {"VBN", "VBG"} else [root]
    return any(verb.tag_ in _PRESENT and verb.lemma_ != "have" for verb in verbs)


@dataclass(frozen=True, slots=True)
class _Passage:
    """A sentence with its place in the repaired text and what it is meant as."""

    scene: Scene
    text: str
    start: int
    end: int
    status: Status

    def after(self, match: re.Match[str]) -> list[Figure]:
        """The figures mentioned after a match, each once."""
        return list(dict.fromkeys(self.scene.parties(self.start + match.end(), self.end)))

    def all(self) -> list[Figure]:
        """All figures mentioned, each once."""
        return list(dict.fromkeys(self.scene.parties(self.start, self.end)))


class RosterReader:
    """Reads what the sentences of one release list."""

    def __init__(
        self,
        triggers: Mapping[str, re.Pattern[str]],
        cast: Cast,
        occasion: Occasion,
        calendar: Calendar,
        main: Figure | None,
    ) -> None:
        """Take the patterns, what the release has said so far, and the event it is about."""
        self._main = main
        self._triggers = triggers
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
        passage = _Passage(scene, text, start, end, status)
        yield from self._travellers(passage)
        yield from self._attendance(passage)
        yield from self._present(passage)
        yield from self._represented(passage)
        yield from self._companions(passage)
        yield from self._states(passage)
        yield from self._members(passage)

    def _travellers(self, passage: _Passage) -> Iterator[Finding]:
        """Yield that the person of a list item travels along ("He is accompanied by:")."""
        block = passage.scene.block
        destinations = self._occasion.destinations()
        lead = (block.lead or "").rsplit(". ", 1)[-1]
        if not destinations or not lead or not self._triggers["travellers"].search(lead):
            return
        people = (f for f in passage.all() if f.type == EntityType.PERSON)
        figure = next(people, None)
        for destination, status in destinations.items() if figure else ():
            if figure is not None and passage.start == block.start:
                yield Finding(
                    figure, Relation.VISITS, destination, passage.start, passage.end,
                    "roster/travellers", 0.75, date=self._calendar.of_span(block.start, block.end),
                    status=status or passage.status,
                )  # fmt: skip

    def _attendance(self, passage: _Passage) -> Iterator[Finding]:
        match = self._triggers["attendance"].search(passage.text)
        if match is None:
            return
        middle = passage.start + match.end()
        event = self._listed_at(passage, match)
        if event is None or (not event.named and event.noun in JOURNEYS):
            return
        date = self._calendar.at(passage.scene, passage.start, passage.end, middle)
        offset = middle - passage.scene.block.start
        listed = heads(passage.scene, offset, passage.end - passage.scene.block.start)
        guests = [f for f in listed or passage.after(match) if f.type in _GUESTS]
        people = [f for f in guests if f.type == EntityType.PERSON and not listed]
        for figure in people or guests:  # beside people, bodies are where they come from
            if figure is not event:
                yield Finding(
                    figure, Relation.PARTICIPATES_IN, event, passage.start, passage.end,
                    "roster/attendance", 0.8, date=date, status=passage.status,
                )  # fmt: skip

    def _present(self, passage: _Passage) -> Iterator[Finding]:
        """Yield those before a verb that says they were there, where it does not say at what."""
        match = self._triggers["present"].search(passage.text)
        if match is None or not _BARE.match(passage.text, match.end()):
            return
        offset = passage.start - passage.scene.block.start
        guests = heads(passage.scene, offset, offset + match.start())
        if guests[:1] != passage.all()[:1]:
            return
        whole = self._attended(passage, guests)
        for figure in guests:
            if whole is not None and figure.type in _GUESTS:
                yield self._taking_part(passage, figure, whole, "roster/present")

    def _represented(self, passage: _Passage) -> Iterator[Finding]:
        """Yield bodies and those by whom they were represented: "A was by X, B by Y"."""
        scene, offset = passage.scene, passage.start - passage.scene.block.start
        ends = offset + passage.end - passage.start
        whole = self._attended(passage) if " represented" in passage.text else None
        sides = zip(scene.mentions, scene.figures, strict=True)
        for (left, body), (right, person) in pairwise(sides):
            inside = offset <= left.start and right.end <= ends and right.span is not None
            if whole is None or body is None or person is None or not inside:
                continue
            gap = scene.block.text[left.end : right.start]
            fits = body.type in _MEMBERS and person.type == EntityType.PERSON
            if fits and self._triggers["represented"].search(gap):
                yield self._taking_part(passage, body, whole, "roster/represented")
                yield self._taking_part(passage, person, whole, "roster/represented")
                yield Finding(
                    person, Relation.REPRESENTS, body, passage.start, passage.end,
                    "represents/represented-by", 0.85,
                )  # fmt: skip

    def _attended(self, passage: _Passage, guests: Sequence[Figure] = ()) -> Figure | None:
        """What those of a sentence are at, where it does not say so after the verb."""
        offset = passage.start - passage.scene.block.start
        inside = [f for f in passage.all() if f.type in _WHOLES]
        earlier = [f for f in passage.scene.before(offset, EntityType.EVENT) if f.named]
        candidates = (*inside[-1:], self._main, *earlier[-1:], self._occasion.event)
        if any(f.type != EntityType.PERSON for f in guests) and self._main is None:
            candidates = (*inside[-1:], self._cast.topic(), *candidates)
        whole = next((f for f in candidates if f is not None), self._cast.topic())
        private = whole is not None and not whole.named and whole.noun in _PRIVATE
        return None if private or whole in guests else whole

    def _taking_part(self, passage: _Passage, figure: Figure, whole: Figure, rule: str) -> Finding:
        """A finding that somebody takes part in something."""
        middle = (passage.start + passage.end) // 2
        date = self._calendar.at(passage.scene, passage.start, passage.end, middle)
        return Finding(
            figure, Relation.PARTICIPATES_IN, whole, passage.start, passage.end, rule, 0.75,
            date=date, status=passage.status,
        )  # fmt: skip

    def _listed_at(self, passage: _Passage, match: re.Match[str]) -> Figure | None:
        """The event that a sentence lists guests of: its own, else the one spoken of before.

        A delegation is one to the event the release is about, if not to the sentence's own.
        """
        before = passage.scene.parties(passage.start, passage.start + match.end())
        event = next((f for f in before if f.type == EntityType.EVENT), None)
        if event is not None and not _PARTNERS.search(match.group()):
            return event
        if _DELEGATION.search(match.group()):
            main = self._main
            return main if main or self._occasion.destinations() else self._occasion.event
        earlier = passage.scene.before(passage.start - passage.scene.block.start, EntityType.EVENT)
        return earlier[-1] if earlier else self._main or self._occasion.event

    def _companions(self, passage: _Passage) -> Iterator[Finding]:
        """Yield those after "accompanied by" or before "accompanied the President"."""
        after = self._triggers["companions"].search(passage.text)
        match = after or self._triggers["accompanying"].search(passage.text)
        destinations = self._occasion.destinations()
        if match is None or not destinations:
            return
        middle = passage.start + match.end()
        date = self._calendar.at(passage.scene, passage.start, passage.end, middle)
        before = passage.scene.parties(passage.start, passage.start + match.start())
        people = passage.after(match) if after else dict.fromkeys(before)
        for figure in (f for f in people if f.type == EntityType.PERSON):
            for destination, status in destinations.items():
                if figure.sure_home is not None and figure.sure_home == destination.territory:
                    continue
                yield Finding(
                    figure, Relation.VISITS, destination, passage.start, passage.end,
                    "roster/companions", 0.75, date=date, status=status or passage.status,
                )  # fmt: skip

    def _states(self, passage: _Passage) -> Iterator[Finding]:
        """Yield the states listed as taking part in the operation the release is about."""
        inside = passage.all()
        named = [f for f in inside if f.type == EntityType.OPERATION]
        topic = named[0] if named else self._cast.topic()
        states = [f for f in inside if f.type == EntityType.COUNTRY]
        confidence = self._listing(passage.text, inside, states, topic)
        if topic is None or confidence is None:
            return
        taking = self._triggers["taking part"].search(passage.text)
        for state in states:
            if taking and (topic in named or _FROM.search(passage.text)):
                yield Finding(
                    state, Relation.PARTICIPATES_IN, topic, passage.start, passage.end,
                    "roster/taking-part", 0.75, status=Status.HELD,
                )  # fmt: skip
            yield Finding(
                topic, Relation.INVOLVES, state, passage.start, passage.end, "roster/states",
                confidence,
            )  # fmt: skip

    def _listing(
        self, text: str, inside: list[Figure], states: list[Figure], topic: Figure | None
    ) -> float | None:
        """How surely a sentence lists states that take part; None if it does not."""
        found = {name for name, pattern in self._triggers.items() if pattern.search(text)}
        event = any(f.type == EntityType.EVENT for f in inside)
        if not states or topic is None or found & {"elsewhere", "paying"}:
            return None
        within = topic in inside
        if (event and not within) or topic.noun in _MEANS:
            return None
        sure = "action" in found or (topic.named and "taking part" not in found)
        if len(states) >= _LIST and "countries" in found and sure:
            return 0.75 if within or topic.named else None
        return 0.65 if "action" in found and within else None

    def _members(self, passage: _Passage) -> Iterator[Finding]:
        """Yield members of a joint undertaking and its co-leaders."""
        offset = passage.start - passage.scene.block.start
        inside = [f for f in passage.all() if f.type == EntityType.OPERATION]
        before = passage.scene.before(offset, EntityType.OPERATION)
        topic = next(iter([*inside, *before[::-1]]), self._cast.topic())
        if topic is None:
            return
        if match := self._triggers["members"].search(passage.text):
            for figure in passage.after(match):
                if figure.type in _MEMBERS:
                    yield Finding(
                        figure, Relation.PARTICIPATES_IN, topic, passage.start, passage.end,
                        "roster/members", 0.75, status=passage.status,
                    )  # fmt: skip
        if match := self._triggers["co-leaders"].search(passage.text):
            first, last = (passage.start + offset for offset in match.span(1))
            for figure in passage.scene.parties(first, last):
                if figure.type in _MEMBERS:
                    yield Finding(
                        figure, Relation.LEADS, topic, passage.start, passage.end,
                        "leads/co-leader", 0.8,
                    )  # fmt: skip
