"""What an encoder learns from: the sentences of annotated releases, their pairs and labels."""

import pickle
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

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
from communique.training.labels import FORBIDDEN
from communique.training.learner import Numbers, Table, tabulate
from communique.training.training import cross_validated

_Kind = TypeVar("_Kind")
_NO_FEATURES = np.zeros(0, np.int32)
_ONE_OF, _THAT = 10, 3
"""One of so many publishers is held back: those whose digest leaves that."""
_LARGE = 60
"""Releases from which a publisher is never held back: it would be all that is tested on."""


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """A sentence with candidates.

    Attributes:
        held: Whether its release is held back, to be tested on.
        row: The row of its first candidate among all.
        text: What the encoder reads.
        ends: For each candidate the places of its references.
    """

    held: bool
    row: int
    text: Text
    ends: NDArray[np.int16]


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """All that is learned from and tested on.

    Attributes:
        lessons: The annotated releases, without features.
        names: Their annotation files.
        held: Which of them are held back, to be tested on.
        owners: For each candidate the number of its lesson.
        labels: Candidates by relations.
        logits: What the scorer, learned from other publishers, holds of each, calibrated without
            those held back; minus infinity where the vocabulary does not allow it.
        samples: The sentences with candidates.
    """

    lessons: Sequence[Lesson]
    names: Sequence[str]
    held: NDArray[np.bool_]
    owners: NDArray[np.int32]
    labels: NDArray[np.int8]
    logits: NDArray[np.float32]
    samples: Sequence[Sample]

    @property
    def likely(self) -> NDArray[np.float32]:
        """How likely the scorer holds each label to be right."""
        return (1 / (1 + np.exp(-np.clip(self.logits, -50, 50)))).astype(np.float32)

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
    folders: Sequence[Path], corpus: Path | None, vocabulary: Mapping[str, int]
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
    held = _held(lessons)
    return Material(
        [_bare(lesson) for lesson in lessons],
        [annotation.path.name for annotation in found],
        held,
        table.lessons,
        table.labels,
        _logits(lessons, table, ~held),
        list(_samples(read, held.tolist())),
    )


def _held(lessons: Sequence[Lesson]) -> NDArray[np.bool_]:
    """Which lessons are held back: those of a tenth of the smaller publishers, by digest."""
    sizes = Counter(lesson.group for lesson in lessons)
    chosen = {
        group
        for group, size in sizes.items()
        if size < _LARGE and int(sha256(group.encode()).hexdigest(), 16) % _ONE_OF == _THAT
    }
    return np.array([lesson.group in chosen for lesson in lessons])


def _bare(lesson: Lesson) -> Lesson:
    examples = tuple(replace(example, features=_NO_FEATURES) for example in lesson.examples)
    return replace(lesson, names=(), examples=examples)


def _logits(
    lessons: Sequence[Lesson], table: Table, fitting: NDArray[np.bool_]
) -> NDArray[np.float32]:
    """The scores of weights learned from other publishers, on the curves of some releases."""
    scored: Numbers = cross_validated(lessons, table)
    best = best_scores(lessons, scored)
    chosen = np.flatnonzero(fitting).tolist()
    curves = calibrate([lessons[n] for n in chosen], [best[n] for n in chosen])
    logits = scored * curves.slopes + curves.offsets
    logits[table.labels == FORBIDDEN] = -np.inf
    return logits.astype(np.float32)


def _samples(
    read: Sequence[Sequence[tuple[Text, Sequence[Pair]]]], held: Sequence[bool]
) -> Iterator[Sample]:
    """Yield the sentences with the rows of their candidates."""
    row = 0
    for back, sentences in zip(held, read, strict=True):
        for text, ends in sentences:
            yield Sample(back, row, text, np.array([pair[:2] for pair in ends], np.int16))
            row += len(ends)


def keep(what: object, file: Path) -> None:
    """Write what was read to a file."""
    with file.open("wb") as opened:
        pickle.dump(what, opened, protocol=5)


def kept(file: Path, kind: type[_Kind]) -> _Kind:
    """What ``keep`` wrote to a file; only for files of one's own.

    Raises:
        TypeError: It is something else.
    """
    with file.open("rb") as opened:
        found = pickle.load(opened)  # noqa: S301
    if not isinstance(found, kind):
        raise TypeError(f"{file} holds no {kind.__name__}")
    return found
