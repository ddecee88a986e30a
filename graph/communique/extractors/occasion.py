"""What a statement takes from around its words: date, place, event, amount, and the topic."""

import re

from spacy.tokens import Token

from communique.extractors.cast import Cast, Figure
from communique.extractors.frame import Frame
from communique.extractors.meaning import Meaning
from communique.extractors.script import Finding, Scene
from communique.extractors.syntax import clause_verb, prepositional
from communique.extractors.timing import Calendar
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
        self._topic: Figure | None = None

    def state(self, figure: Figure) -> Figure | None:
        """The state that a capital stands for."""
        return self._cast.state_of(figure)

    def topics(self) -> list[Figure]:
        """The operation or event the release is about at this point."""
        return [self._topic] if self._topic else []

    def note(self, scene: Scene, findings: list[Finding]) -> None:
        """Remember, after a sentence, where its people are and what it is about."""
        for finding in findings:
            if finding.relation == Relation.VISITS:
                self._setting = (scene.number, finding.object)
        for mention, figure in zip(scene.mentions, scene.figures, strict=True):
            if figure and mention.type == EntityType.OPERATION and self._topic is None:
                self._topic = figure

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
