"""Examples: the candidates of annotated releases, with what the annotation says of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from communique.extractors.press import PressExtractor
from communique.extractors.reading.script import Ends, Script
from communique.extractors.rules import Reading
from communique.extractors.scoring.candidates import candidates, features
from communique.extractors.scoring.collective.views import Portrait, View, Views
from communique.extractors.scoring.features import FeatureReader
from communique.extractors.scoring.features.sight import Sight
from communique.extractors.scoring.weights import RELATIONS
from communique.feeds import SkippedInput, read_releases
from communique.ontology import Relation
from communique.training.annotations import Annotation
from communique.training.judged.releases import Judged
from communique.training.judged.verdicts import Verdicts
from communique.training.labels import Labels


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A candidate of an annotated release.

    Attributes:
        features: Its features, each once, as numbers of the names that its lesson has.
        labels: For each relation that the vocabulary allows here, its number and label.
        ends: For each of these relations what the candidate would state.
    """

    features: NDArray[np.int32]
    labels: tuple[tuple[int, int], ...]
    ends: tuple[Ends, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """An annotated release as the learner sees it.

    Attributes:
        name: Its annotation file, without suffix.
        group: Its publisher, so that no publisher is learned from and tested on at once.
        names: The features that its candidates have, in the order in which they come up.
        examples: The candidates, in order.
        golds: What the candidates state that the annotation has: numbers of its triples.
        neutral: What may be stated without gain or loss.
        required: Numbers of the triples that a complete graph has, with their relation.
        views: What is seen of the pair of each example; nothing in a judged release.
        portraits: What is seen of its figures, by their numbers; nothing in a judged release.
        judged: Whether its candidates were judged one by one, so that nothing is known of what they
            lack: it is learned from, and no figure is taken from it.
    """

    name: str
    group: str
    names: tuple[str, ...]
    examples: tuple[Example, ...]
    golds: Mapping[Ends, frozenset[int]]
    neutral: frozenset[Ends]
    required: Mapping[int, Relation]
    views: Sequence[View]
    portraits: Mapping[int, Portrait]
    judged: bool = False


def read_lesson(annotation: Annotation, extractor: PressExtractor) -> Lesson:
    """The lesson of an annotated release."""
    gold = annotation.gold
    script = _script(annotation.text, annotation.published, extractor)
    reading = extractor.read(script)
    reader = extractor.feature_reader(script, reading)
    labels, views = Labels(gold, script), Views(script.cast, reader.fired)
    index: dict[str, int] = {}
    examples = _examples(script, reading, reader, labels, index)
    required = {
        number: Relation(triple.predicate)
        for number, triple in enumerate(gold.triples)
        if not triple.optional
    }
    return Lesson(
        annotation.path.stem,
        annotation.source or annotation.path.stem,
        tuple(index),
        examples,
        {ends: frozenset(numbers) for ends, numbers in labels.golds.items()},
        frozenset(labels.neutral),
        required,
        [views.of(p, c.left, c.right) for p in reading.passages for c in candidates(p)],
        views.portraits(reading.passages),
    )


def read_judged_lesson(judged: Judged, extractor: PressExtractor) -> Lesson:
    """The lesson of a judged release."""
    script = _script(judged.text, None, extractor)
    reading = extractor.read(script)
    reader = extractor.feature_reader(script, reading)
    index: dict[str, int] = {}
    examples = _examples(script, reading, reader, Verdicts(judged, script), index)
    name = f"{judged.path.parent.name}/{judged.text.stem}"
    source = script.release.source or name
    return Lesson(name, source, tuple(index), examples, {}, frozenset(), {}, (), {}, judged=True)


def _script(text: Path, published: str | None, extractor: PressExtractor) -> Script:
    inputs = list(read_releases([text], published=published))
    return extractor.parsed(next(item for item in inputs if not isinstance(item, SkippedInput)))


def _examples(
    script: Script,
    reading: Reading,
    reader: FeatureReader,
    labels: Labels | Verdicts,
    index: dict[str, int],
) -> tuple[Example, ...]:
    """The candidates of a release; new features go into the index."""
    found: list[Example] = []
    for passage in reading.passages:
        sight = Sight.of(passage)
        labels.look_at(*script.repaired.original(passage.start, passage.end))
        for candidate in candidates(passage):
            names = dict.fromkeys(features(reader, sight, candidate))
            numbers = [index.setdefault(name, len(index)) for name in names]
            allowed = candidate.relations
            found.append(
                Example(
                    np.array(numbers, np.int32),
                    tuple((number, labels.of(candidate, RELATIONS[number])) for number in allowed),
                    tuple(candidate.ends(RELATIONS[number]) for number in allowed),
                )
            )
    return tuple(found)
