"""Labels: what the annotation of a release says of the candidates in it."""

from collections import defaultdict
from collections.abc import Sequence

from communique.evaluation.annotation.gold import GoldDocument
from communique.evaluation.annotation.predictions import (
    PredictedEntity,
    PredictedEvidence,
    PredictedStatement,
)
from communique.evaluation.matching.matcher import Matcher
from communique.extractors.assembly import entity_of
from communique.extractors.reading.script import Ends, Script
from communique.extractors.scoring.candidates import Candidate
from communique.ontology import Relation

RIGHT, WRONG, OPEN, FORBIDDEN, UNLIKELY = 1, 0, -1, 2, 3
"""Labels; ``OPEN`` is what an annotator might leave out, or says elsewhere in the release,
``FORBIDDEN`` what the vocabulary does not allow, ``UNLIKELY`` what a judge was not shown, because
the scorer held it wrong."""

Said = tuple[tuple[int, ...], bool]
"""Numbers of the annotated triples that a statement says; whether it is broader than one."""
_NOTHING: Said = ((), False)


class Labels:
    """Labels the candidates of one release, passage after passage.

    Attributes:
        golds: What candidates state that the annotation has: numbers of its triples.
        neutral: What may be stated without gain or loss.
    """

    def __init__(self, gold: GoldDocument, script: Script) -> None:
        """Take what a correct graph says about a release, and the release as read."""
        self.golds: dict[Ends, set[int]] = defaultdict(set)
        self.neutral: set[Ends] = set()
        self._gold, self._script = gold, script
        self._matcher = Matcher(gold)
        self._described = frozenset(
            kind for entity in gold.entities.values() if not entity.named for kind in entity.types
        )
        self._triples: dict[str, list[int]] = defaultdict(list)
        for number, triple in enumerate(gold.triples):
            self._triples[triple.predicate].append(number)
        self._evidence: tuple[PredictedEvidence, ...] = ()
        self._entities: dict[int, tuple[PredictedEntity, bool]] = {}
        self._said: dict[tuple[Ends, int | None], Said] = {}

    def look_at(self, start: int, end: int) -> None:
        """Take the span of the release that the next candidates stand in, in code points."""
        release = self._script.release
        quote = release.text[start:end].strip()
        self._evidence = (PredictedEvidence(release.id, None, start, end, quote),)

    def of(self, candidate: Candidate, relation: Relation) -> int:
        """The label of a candidate in one relation."""
        ends = candidate.ends(relation)
        said, broader = self._about(ends)
        if not said:
            if not broader:
                return WRONG
            self.neutral.add(ends)
            return OPEN
        self.golds[ends].update(said)
        required = any(not self._gold.triples[number].optional for number in said)
        return RIGHT if required and self._here(said) else OPEN

    def _about(self, ends: Ends) -> Said:
        """What the annotation says of two figures in a relation.

        It hangs on the passage only if an end has no name that the annotation knows.
        """
        (left, left_named), (right, right_named) = self._entity(ends[0]), self._entity(ends[2])
        for entity, named in ((left, left_named), (right, right_named)):
            if not named and entity.type not in self._described:
                return _NOTHING
        key = ends, None if left_named and right_named else self._evidence[0].start
        known = self._said.get(key)
        if known is None:
            statement = PredictedStatement(0, left, str(ends[1]), right, {}, self._evidence)
            known = self._said[key] = self._compared(statement)
        return known

    def _compared(self, statement: PredictedStatement) -> Said:
        numbers = self._triples.get(statement.predicate)
        if not numbers:
            return _NOTHING
        said = tuple(
            number
            for number in numbers
            if self._matcher.says(statement, self._gold.triples[number], self._evidence)
        )
        return said, not said and self._matcher.widens(statement, self._evidence)

    def _here(self, numbers: Sequence[int]) -> bool:
        """Whether the annotation rests one of the triples on the passage looked at."""
        return any(
            self._matcher.shares_sentence(self._gold.triples[number], self._evidence)
            for number in numbers
        )

    def _entity(self, number: int) -> tuple[PredictedEntity, bool]:
        """A figure as the extractor would export it; whether it is a named entity of the gold."""
        known = self._entities.get(number)
        if known is None:
            found = entity_of(self._script, self._script.cast.figures[number])
            aliases = frozenset(found.aliases)
            entity = PredictedEntity(found.id, str(found.type), found.name, aliases)
            known = self._entities[number] = entity, self._matcher.named(entity) is not None
        return known
