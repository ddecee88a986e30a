"""What an encoder learns from: the sentences of annotated releases, their pairs and labels."""

import pickle
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from communique.extractors.encoder.reading import Text, TextReader
from communique.extractors.model import load_model
from communique.extractors.press import PressExtractor
from communique.extractors.reading.script import Script
from communique.extractors.rules import Reading
from communique.extractors.scoring.candidates import Pair, pairs
from communique.extractors.scoring.references import Passage
from communique.training.annotations import Annotation, read_annotations
from communique.training.calibration import best_scores, calibrate
from communique.training.examples import Lesson, read_lesson
from communique.training.learner import FORBIDDEN, Numbers, Table, tabulate
from communique.training.training import cross_validated, parts

_NO_FEATURES = np.zeros(0, np.int32)


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """A sentence with candidates.

    Attributes:
        part: The part of the releases that its own is in.
        row: The row of its first candidate among all.
        text: What the encoder reads.
        ends: For each candidate the places of its references.
    """

    part: int
    row: int
    text: Text
    ends: NDArray[np.int16]


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """All that is learned from and tested on.

    Attributes:
        lessons: The annotated releases, without features.
        names: Their annotation files.
        parts: For each of them its part.
        owners: For each candidate the number of its lesson.
        labels: Candidates by relations.
        logits: What the scorer, learned from other publishers, holds of each, calibrated without
            the part that is left out; minus infinity where the vocabulary does not allow it.
        samples: The sentences with candidates.
    """

    lessons: Sequence[Lesson]
    names: Sequence[str]
    parts: NDArray[np.int64]
    owners: NDArray[np.int32]
    labels: NDArray[np.int8]
    logits: NDArray[np.float32]
    samples: Sequence[Sample]

    @property
    def likely(self) -> NDArray[np.float32]:
        """How likely the scorer holds each label to be right."""
        likely: NDArray[np.float32] = 1 / (1 + np.exp(-np.clip(self.logits, -50, 50)))
        return likely

    @property
    def counting(self) -> NDArray[np.bool_]:
        """Which labels say that something is right or wrong."""
        counting: NDArray[np.bool_] = (self.labels == 0) | (self.labels == 1)
        return counting


class _Watched(PressExtractor):
    """An extractor that remembers the sentences of what it has read last."""

    passages: Sequence[Passage] = ()

    def read(self, script: Script, *, every: bool = False) -> Reading:
        """What the rules find; the sentences are kept."""
        reading = super().read(script, every=every)
        self.passages = reading.passages
        return reading


def collect(
    folders: Sequence[Path], corpus: Path | None, vocabulary: Mapping[str, int], left_out: int
) -> Material:
    """Read annotated releases, and have the scorer judge each by what it learns from the others."""
    extractor, reader = _Watched(load_model()), TextReader(vocabulary)
    lessons: list[Lesson] = []
    read: list[list[tuple[Text, list[Pair]]]] = []
    found = [item for item in read_annotations(folders, corpus) if isinstance(item, Annotation)]
    for annotation in found:
        lessons.append(read_lesson(annotation, extractor))
        paired = [(passage, list(pairs(passage))) for passage in extractor.passages]
        read.append([(reader.read(passage), ends) for passage, ends in paired if ends])
    table = tabulate(lessons)
    own = np.array(parts(lessons))
    return Material(
        [_bare(lesson) for lesson in lessons],
        [annotation.path.name for annotation in found],
        own,
        table.lessons,
        table.labels,
        _logits(lessons, table, own != left_out),
        list(_samples(read, own.tolist())),
    )


def _bare(lesson: Lesson) -> Lesson:
    examples = tuple(replace(example, features=_NO_FEATURES) for example in lesson.examples)
    return replace(lesson, names=(), examples=examples)


def _logits(
    lessons: Sequence[Lesson], table: Table, fitting: NDArray[np.bool_]
) -> NDArray[np.float32]:
    """The scores of weights learned from other publishers, on the curves of some releases."""
    scored: Numbers = cross_validated(lessons, table)
    best = best_scores(lessons, table, scored)
    chosen = np.flatnonzero(fitting).tolist()
    curves = calibrate([lessons[n] for n in chosen], [best[n] for n in chosen])
    logits = scored * curves.slopes + curves.offsets
    logits[table.labels == FORBIDDEN] = -np.inf
    return logits.astype(np.float32)


def _samples(
    read: Sequence[Sequence[tuple[Text, Sequence[Pair]]]], own: Sequence[int]
) -> Iterator[Sample]:
    """Yield the sentences with the rows of their candidates."""
    row = 0
    for part, sentences in zip(own, read, strict=True):
        for text, ends in sentences:
            yield Sample(part, row, text, np.array([pair[:2] for pair in ends], np.int16))
            row += len(ends)


def keep(material: Material, file: Path) -> None:
    """Write material to a file."""
    with file.open("wb") as opened:
        pickle.dump(material, opened, protocol=5)


def kept(file: Path) -> Material:
    """The material of a file that ``keep`` wrote; only for files of one's own."""
    with file.open("rb") as opened:
        material: Material = pickle.load(opened)  # noqa: S301
    return material
