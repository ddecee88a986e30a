"""What a statement takes from around its words: date, place, event, amount, and the topic."""

import re

from spacy.tokens import Token

from communique.extractors.cast import Cast, Figure
from communique.extractors.reading.frame import Frame
from communique.extractors.reading.meaning import Meaning
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.syntax.arguments import clause_verb, objects, prepositional
from communique.extractors.reading.timing import Calendar
from communique.ontology import SIGNATURES, EntityType, Relation, Status

_MONEY = re.compile(
    r"(?:(?:€|\$|£|US\$|EUR|USD|GBP)\s?\d[\d,.]*(?:\s(?:thousand|million|billion))?"
    r"|\d[\d,.]*(?:\s(?:thousand|million|billion))?\s(?:[Ee]uros?|dollars|pounds|EUR|USD|US dollars))"
)
_SITES = frozenset({EntityType.COUNTRY, EntityType.PLACE})


class Occasion:
    """Finds the qualifiers of statements, sentence after sentence of a release."""

    def __init__(self, cast: Cast, calendar: Calendar, meaning: Meaning) -> None:
        """Begin before the first sentence."""
        self._cast = cast
        self._calendar = calendar
        self._meaning = meaning
        self._setting: tuple[int, Figure] | None = None
        self._trip: list[Figure] = []
        self.event: Figure | None = None

    def state(self, figure: Figure) -> Figure | None:
        """The state that a capital stands for."""
        return self._cast.state_of(figure)

    def discourse(self, slot: str, trigger: Token, scene: Scene) -> list[Figure]:
        """Figures that a clause means without naming them.

        ``topic`` is the operation the release is about; ``in-doing`` the same, if the clause says
        "in dismantling …"; ``recent`` the latest event, if the verb has no object of its own.
        """
        topic = self._cast.topic()
        if slot == "recent":
            bare = not objects(trigger) and not any(c.dep_ in {"prep", "dobj"} for c in trigger.children)
            event = self._event_before(scene, trigger) if bare else None
            return [event] if event else []
        if slot == "in-doing":
            gerund = any(
                child.dep_ == "pcomp" and child.tag_ == "VBG"
                for prep in trigger.children
                if prep.lower_ == "in"
                for child in prep.children
            )
            return [topic] if topic and gerund else []
        return [topic] if topic else []

    def _event_before(self, scene: Scene, trigger: Token) -> Figure | None:
        """The last event mentioned before a word in its block."""
        assert scene.masked is not None  # noqa: S101  # triggers come from a parse
        offset = scene.masked.spans[trigger.i][0]
        events = [
            figure
            for mention, figure in zip(scene.mentions, scene.figures, strict=True)
            if figure and figure.type == EntityType.EVENT and mention.start < offset
        ]
        return events[-1] if events else self.event

    def destination(self, scene: Scene) -> list[Figure] | None:
        """Where the trip of the release goes, or None if it is about none."""
        return self._trip or None

    def quoted(self, scene: Scene, trigger: Token) -> bool:
        """Whether a word stands inside quotation marks."""
        assert scene.masked is not None  # noqa: S101  # triggers come from a parse
        before = scene.block.text[: scene.masked.spans[trigger.i][0]]
        straight = before.count('"') % 2 == 1 and '"' in scene.block.text[len(before) :]
        return straight or before.count("“") > before.count("”")

    def note(self, scene: Scene, findings: list[Finding]) -> None:
        """Remember, after a sentence, where its people are."""
        for figure in scene.figures:
            if figure is not None and figure.type == EntityType.EVENT:
                self.event = figure
        visited = [f.object for f in findings if f.relation == Relation.VISITS]
        if visited:
            self._setting = (scene.number, visited[-1])
            self._trip = self._trip or list(dict.fromkeys(visited))

    def finding(
        self, frame: Frame, scene: Scene, trigger: Token, sentence: tuple[int, int],
        subject: Figure, thing: Figure, status: Status,
    ) -> Finding:  # fmt: skip
        """A finding with the qualifiers that its relation takes."""
        takes = SIGNATURES[frame.relation].qualifiers
        assert scene.masked is not None  # noqa: S101  # triggers come from a parse
        place = scene.block.start + scene.masked.spans[trigger.i][0]
        date = self._calendar.at(scene, *sentence, place) if "date" in takes else None
        return Finding(
            subject, frame.relation, thing, *sentence, frame.name, frame.confidence, date,
            place=self._place(scene, trigger, subject, thing) if "place" in takes else None,
            event=self._event(scene, trigger) if "event" in takes else None,
            status=status if "status" in takes else None,
            amount=self._amount(scene, sentence) if "amount" in takes else None,
        )  # fmt: skip

    def _place(self, scene: Scene, trigger: Token, subject: Figure, thing: Figure) -> str | None:
        verb = clause_verb(trigger)
        for token in dict.fromkeys((trigger, verb)):
            for preposition in ("in", "at", "to"):
                for noun in prepositional(token, preposition):
                    for figure in self._meaning.of(scene, noun):
                        if figure.type in _SITES and figure not in {subject, thing}:
                            return figure.name
        if self._setting and self._setting[0] == scene.number:
            return self._setting[1].name
        return None

    def _event(self, scene: Scene, trigger: Token) -> str | None:
        verb = clause_verb(trigger)
        for preposition in ("at", "during", "on", "over"):
            for noun in prepositional(verb, preposition):
                for figure in self._meaning.of(scene, noun):
                    if figure.type == EntityType.EVENT:
                        return figure.name
        return None

    @staticmethod
    def _amount(scene: Scene, sentence: tuple[int, int]) -> str | None:
        start, end = sentence[0] - scene.block.start, sentence[1] - scene.block.start
        match = _MONEY.search(scene.block.text[start:end])
        return match.group() if match else None
