"""The claims of lessons: what the scorer, learned from other publishers, holds likely of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from communique.extractors.reading.script import Ends
from communique.extractors.scoring.collective.claims import LOWEST, Claim, Numbered, claims
from communique.extractors.scoring.collective.company import COLUMNS, Rows, company
from communique.extractors.scoring.collective.views import View
from communique.extractors.scoring.weights import RELATIONS
from communique.training.calibration import Best, Calibration, is_right
from communique.training.examples import Lesson
from communique.training.learner import Numbers


@dataclass(frozen=True, slots=True, eq=False)
class ClaimTable:
    """The claims of several lessons, one after the other.

    Attributes:
        rows: What is seen of each among the others of its release.
        right: 1 if it is right, 0 if it is wrong, -1 if it is neither.
        lessons: For each the number of its lesson.
        ends: What each says.
    """

    rows: Rows
    right: NDArray[np.int8]
    lessons: NDArray[np.int32]
    ends: Sequence[Ends]


def claim_table(lessons: Sequence[Lesson], scored: Numbers, calibration: Calibration) -> ClaimTable:
    """The claims of lessons.

    Args:
        lessons: Annotated releases.
        scored: For each of their examples, one after the other, the score of each relation.
        calibration: What makes probabilities of scores.
    """
    rows, right = [np.zeros((0, len(COLUMNS)), np.float32)], list[int]()
    ends, owners, start = list[Ends](), list[int](), 0
    for number, lesson in enumerate(lessons):
        logits = scored[start : start + len(lesson.examples)] * calibration.slopes
        logits += calibration.offsets
        start += len(lesson.examples)
        found = claims(_heard(lesson, logits.tolist()))
        rows.append(company(found, lesson.portraits))
        said = [_said(claim) for claim in found]
        right += [_label(lesson, statement) for statement in said]
        owners += [number] * len(found)
        ends += said
    return ClaimTable(
        np.concatenate(rows), np.array(right, np.int8), np.array(owners, np.int32), ends
    )


def _heard(
    lesson: Lesson, logits: Sequence[Sequence[float]]
) -> Iterator[tuple[Numbered, float, View]]:
    """Yield what is likely by one sentence."""
    for example, view, row in zip(lesson.examples, lesson.views, logits, strict=True):
        for (number, _), (subject, _, thing) in zip(example.labels, example.ends, strict=True):
            if row[number] >= LOWEST:
                yield (subject, number, thing), row[number], view


def _said(claim: Claim) -> Ends:
    subject, number, thing = claim.ends
    return subject, RELATIONS[number], thing


def _label(lesson: Lesson, ends: Ends) -> int:
    right = is_right(lesson, ends)
    return -1 if right is None else int(right)


def told(table: ClaimTable, logits: Numbers, count: int) -> list[Best]:
    """For each of so many lessons the logits of its claims."""
    best: list[Best] = [{} for _ in range(count)]
    for number, ends, logit in zip(
        table.lessons.tolist(), table.ends, logits.tolist(), strict=True
    ):
        best[number][ends] = logit
    return best
