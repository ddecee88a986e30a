"""When a clause says that something happens."""

from collections.abc import Sequence

from spacy.tokens import Token

from communique.extractors.dates import DateMention
from communique.extractors.dates.mention import DateRole
from communique.extractors.reading.script import Scene
from communique.extractors.syntax.arguments import clause_verb

_OF_EVENTS = frozenset({"day", "interval", "relative", "month"})


class Calendar:
    """The dates of a release, looked up by the place of a clause."""

    def __init__(self, dates: Sequence[DateMention]) -> None:
        """Keep the mentions that say when something happens."""
        self._dates = [d for d in dates if d.role in {DateRole.AT, DateRole.FROM}]

    def at(self, scene: Scene, start: int, end: int, trigger: int) -> str | None:
        """The date of a clause, or None if the text gives none.

        A date of the trigger's own clause, else the nearest one of the sentence, else the last one
        of the paragraph before the sentence.

        Args:
            scene: The block.
            start: Where the sentence begins in the repaired text.
            end: Where it ends.
            trigger: Where the words stand that state the relation.
        """
        inside = [d for d in self._dates if start <= d.start < end]
        if inside:
            fine = [d for d in inside if str(d.kind) in _OF_EVENTS] or inside
            fine = self._of_clause(scene, fine, trigger) or fine
            near = min(fine, key=lambda d: (abs(d.start - trigger), d.start))
            return near.value
        before = [d for d in self._dates if scene.block.start <= d.start < start and d.value]
        carried = [d for d in before if str(d.kind) in _OF_EVENTS and d.value]
        return carried[-1].value if carried else None

    @staticmethod
    def _of_clause(scene: Scene, dates: Sequence[DateMention], trigger: int) -> list[DateMention]:
        """The dates that depend on the verb whose clause the trigger stands in."""
        verb = _verb_at(scene, trigger)
        return [d for d in dates if verb is not None and _verb_at(scene, d.start) == verb]

    def within(self, start: int, end: int) -> str | None:
        """The first resolved date inside a span."""
        return next((d.value for d in self._dates if start <= d.start < end and d.value), None)

    def of_span(self, start: int, end: int) -> str | None:
        """The single date of a span, None if there is none or several."""
        values = {d.value for d in self._dates if start <= d.start < end and d.value}
        return values.pop() if len(values) == 1 else None


def _verb_at(scene: Scene, place: int) -> Token | None:
    """The verb whose clause stands at an offset of the repaired text; None if it is not parsed."""
    if scene.masked is None:
        return None
    offset = place - scene.block.start
    pairs = zip(scene.masked.doc, scene.masked.spans, strict=True)
    return next((clause_verb(t) for t, (start, end) in pairs if start <= offset < end), None)
