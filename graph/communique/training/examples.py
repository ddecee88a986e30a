"""Examples: the candidates of annotated releases, with what the annotation says of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.evaluation.annotation.gold import GoldDocument
from communique.evaluation.annotation.predictions import (
    PredictedEntity,
    PredictedEvidence,
    PredictedStatement,
)
from communique.evaluation.matching.matcher import Matcher
from communique.extractors.assembly import entity_of
from communique.extractors.press import PressExtractor
from communique.extractors.reading.script import Script
from communique.extractors.scoring.candidates import Candidate, candidates, features
from communique.extractors.scoring.scorer import Ends, ends_of
from communique.extractors.scoring.sight import Sight
from communique.extractors.scoring.weights import RELATIONS
from communique.feeds import SkippedInput, read_releases
from communique.ontology import Relation
from communique.training.annotations import Annotation

RIGHT, WRONG, OPEN = 1, 0, -1
"""Labels; ``OPEN`` is what an annotator might leave out, or says elsewhere in the release."""


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate of an annotated release.

    Attributes:
        names: Its features.
        labels: For each relation that the vocabulary allows here, its number and label.
        ends: For each of these relations what the candidate would state.
    """

    names: tuple[str, ...]
    labels: tuple[tuple[int, int], ...]
    ends: tuple[Ends, ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """An annotated release as the learner sees it.

    Attributes:
        name: Its annotation file, without suffix.
        group: Its publisher, so that no publisher is learned from and tested on at once.
        examples: The candidates, in order.
        golds: What the candidates state that the annotation has: numbers of its triples.
        neutral: What may be stated without gain or loss.
        required: Numbers of the triples that a complete graph has, with their relation.
    """

    name: str
    group: str
    examples: tuple[Example, ...]
    golds: Mapping[Ends, frozenset[int]]
    neutral: frozenset[Ends]
    required: Mapping[int, Relation]


def read_lessons(annotations: Iterable[Annotation], extractor: PressExtractor) -> Iterator[Lesson]:
    """Yield the lessons of annotated releases, in order."""
    return (_lesson(annotation, extractor) for annotation in annotations)


def _lesson(annotation: Annotation, extractor: PressExtractor) -> Lesson:
    gold = annotation.gold
    inputs = list(read_releases([annotation.text], published=annotation.published))
    release = next(item for item in inputs if not isinstance(item, SkippedInput))
    script = extractor.parsed(release)
    labels = _Labels(gold, script)
    examples = tuple(_examples(script, extractor, labels))
    required = {
        number: Relation(triple.predicate)
        for number, triple in enumerate(gold.triples)
        if not triple.optional
    }
    return Lesson(
        annotation.path.stem,
        annotation.source or annotation.path.stem,
        examples,
        {ends: frozenset(numbers) for ends, numbers in labels.golds.items()},
        frozenset(labels.neutral),
        required,
    )


def _examples(script: Script, extractor: PressExtractor, labels: "_Labels") -> Iterator[Example]:
    reading = extractor.read(script)
    reader = extractor.feature_reader(script, reading)
    for passage in reading.passages:
        sight = Sight.of(passage)
        start, end = script.repaired.original(passage.start, passage.end)
        labels.look_at(start, end)
        for candidate in candidates(passage):
            numbers = candidate.relations
            yield Example(
                tuple(dict.fromkeys(features(reader, sight, candidate))),
                tuple((number, labels.of(candidate, RELATIONS[number])) for number in numbers),
                tuple(ends_of(candidate, RELATIONS[number]) for number in numbers),
            )


class _Labels:
    """What the annotation of one release says of candidates, passage after passage."""

    def __init__(self, gold: GoldDocument, script: Script) -> None:
        self.golds: dict[Ends, set[int]] = defaultdict(set)
        self.neutral: set[Ends] = set()
        self._gold, self._script = gold, script
        self._matcher = Matcher(gold)
        self._evidence: tuple[PredictedEvidence, ...] = ()
        self._entities: dict[int, PredictedEntity] = {}

    def look_at(self, start: int, end: int) -> None:
        """Take the span of the release that the next candidates stand in."""
        release = self._script.release
        quote = release.text[start:end].strip()
        self._evidence = (PredictedEvidence(release.id, None, start, end, quote),)

    def of(self, candidate: Candidate, relation: Relation) -> int:
        """The label of a candidate in one relation."""
        left, right = candidate.left.figure.number, candidate.right.figure.number
        statement = PredictedStatement(
            0, self._entity(left), str(relation), self._entity(right), {}, self._evidence
        )
        said = [
            number
            for number, triple in enumerate(self._gold.triples)
            if triple.predicate == relation
            and self._matcher.says(statement, triple, self._evidence)
        ]
        ends = ends_of(candidate, relation)
        if not said:
            if not self._matcher.widens(statement, self._evidence):
                return WRONG
            self.neutral.add(ends)
            return OPEN
        self.golds[ends].update(said)
        required = any(not self._gold.triples[number].optional for number in said)
        return RIGHT if required and self._here(said) else OPEN

    def _here(self, numbers: Sequence[int]) -> bool:
        """Whether the annotation rests one of the triples on the passage looked at."""
        return any(
            self._matcher.shares_sentence(self._gold.triples[number], self._evidence)
            for number in numbers
        )

    def _entity(self, number: int) -> PredictedEntity:
        known = self._entities.get(number)
        if known is None:
            entity = entity_of(self._script, self._script.cast.figures[number])
            aliases = frozenset(entity.aliases)
            known = PredictedEntity(entity.id, str(entity.type), entity.name, aliases)
            self._entities[number] = known
        return known
