"""Judged releases: what is read of them, and what the learner takes from it."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from communique.evaluation.annotation.inputs import MalformedInputError
from communique.extractors.press import PressExtractor
from communique.extractors.scoring.weights import RELATIONS
from communique.ontology import Relation
from communique.training.examples import Lesson, read_judged_lesson
from communique.training.judged.releases import read_judged
from communique.training.labels import OPEN, RIGHT, UNLIKELY, WRONG
from communique.training.learner import learn, scores, tabulate
from communique.training.training import Trained, train

TITLE = "News of the day\n\nSource: Ministry of Foreign Affairs of Portugal\n\n"
MET = "Foreign Minister Ana Duran of Estonia met Minister Carl Berg in Lisbon."
TALKED = "Ana Duran and Carl Berg also talked about trade."
Judge = Callable[..., Path]
Teach = Callable[..., Lesson]


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    """A folder with one release and its verdicts, sentence by sentence."""

    def judge(*verdicts: Mapping[str, Any]) -> Path:
        text = f"{TITLE}{MET}\n\n{TALKED}\n"
        (tmp_path / "000.txt").write_text(text, encoding="utf-8")
        spans = [[text.index(s), text.index(s) + len(s)] for s in (MET, TALKED)]
        sentences = [{"span": span, **of} for span, of in zip(spans, verdicts, strict=False)]
        line = json.dumps({"text": "000.txt", "sentences": sentences})
        (tmp_path / "verdicts.jsonl").write_text(f"{line}\n", encoding="utf-8")
        return tmp_path

    return judge


def labels(lesson: Lesson, relation: Relation) -> set[int]:
    number = RELATIONS.index(relation)
    return {
        label for example in lesson.examples for (known, label) in example.labels if known == number
    }


@pytest.mark.model
def test_a_verdict_labels_the_candidates_of_its_sentence_either_way_round(
    judge: Judge, extractor: PressExtractor
) -> None:
    met = ["Carl Berg", "MEETS", "Ana Duran"]
    (judged,) = read_judged([judge({"right": [met]}, {"open": [met]})])
    lesson = read_judged_lesson(judged, extractor)

    assert lesson.judged
    assert lesson.group == "Ministry of Foreign Affairs of Portugal"
    assert RIGHT in labels(lesson, Relation.MEETS)
    assert RIGHT not in labels(lesson, Relation.REPRESENTS)


@pytest.mark.model
def test_what_is_not_listed_of_known_names_is_unlikely_and_of_others_open(
    judge: Judge, extractor: PressExtractor
) -> None:
    (judged,) = read_judged([judge({"wrong": [["Carl Berg", "REPRESENTS", "Estonia"]]})])
    lesson = read_judged_lesson(judged, extractor)

    assert labels(lesson, Relation.REPRESENTS) == {WRONG, UNLIKELY, OPEN}
    assert labels(lesson, Relation.MEETS) == {UNLIKELY, OPEN}


@pytest.mark.model
def test_a_verdict_counts_in_its_own_sentence(judge: Judge, extractor: PressExtractor) -> None:
    met = ["Ana Duran", "MEETS", "Carl Berg"]
    right: Mapping[str, Any] = {"right": [met]}
    none: Mapping[str, Any] = {}
    found = []
    for verdicts in (right, none), (none, right), (none, none):
        (judged,) = read_judged([judge(*verdicts)])
        lesson = read_judged_lesson(judged, extractor)
        number = RELATIONS.index(Relation.MEETS)
        rights = [RIGHT in (x for n, x in e.labels if n == number) for e in lesson.examples]
        found.append([place for place, right in enumerate(rights) if right])

    first, second, nowhere = found
    assert first
    assert second
    assert max(first) < min(second)
    assert not nowhere


def test_a_verdict_weighs_more_than_what_follows_from_annotation_or_was_not_shown(
    teach: Teach,
) -> None:
    """The same word is right in as many releases as it is wrong; the judged ones decide."""
    number = RELATIONS.index(Relation.MEETS)

    def score(right: bool, wrong: bool, label: int = WRONG) -> float:
        rows = [(["bias", "says=call"], (0, Relation.MEETS, n), RIGHT) for n in range(6)]
        other = [(["bias", "says=call"], (0, Relation.MEETS, n), label) for n in range(6)]
        lessons = [teach(row, judged=wrong) for row in other]
        lessons += [teach(row, judged=right) for row in rows]
        table = tabulate(lessons)
        every = np.ones(len(table.lessons), bool)
        return float(scores(table, learn(table, every), every)[0, number])

    assert score(right=True, wrong=False) > score(right=False, wrong=False) + 1
    assert score(right=True, wrong=True, label=UNLIKELY) > score(right=True, wrong=True) + 1


def test_no_figure_comes_from_judged_releases(teach: Teach) -> None:
    rows = [(["bias", "says=call"], (0, Relation.MEETS, n), n % 2) for n in range(8)]
    golds = {ends: frozenset({0}) for _, ends, label in rows if label == RIGHT}
    lessons = [
        teach(*rows, group=str(n), golds=golds, required={0: Relation.MEETS}) for n in range(10)
    ]
    judged = [teach(*rows, group=f"judged {n}", judged=True) for n in range(10)]
    alone, both = train(lessons, {}), train([*lessons, *judged], {})

    def counted(trained: Trained) -> int:
        return sum(stated for stated, _ in trained.reliability)

    assert counted(both) == counted(alone)
    assert (both.card["releases"], both.card["judged_releases"]) == (10, 10)


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ({"right": [["A", "GREETS", "B"]]}, "not a statement"),
        ({"right": [["A", "MEETS"]]}, "not a statement"),
        ({"span": [5, 5]}, "no span of the text"),
        ({"span": [5, 5000]}, "no span of the text"),
        ({"right": None}, "'right' must be a list"),
        ({"rigth": []}, "has no rigth"),
        ({"right": [["A", "MEETS", "B"]], "open": [["A", "MEETS", "B"]]}, "judged twice"),
    ],
)
def test_a_malformed_verdict_is_named_with_its_line(
    judge: Judge, sentence: Mapping[str, Any], says: str
) -> None:
    folder = judge(sentence)

    with pytest.raises(MalformedInputError, match=f"verdicts.jsonl:1: .*{says}"):
        list(read_judged([folder]))


def test_verdicts_without_their_text_are_refused(judge: Judge) -> None:
    folder = judge({})
    (folder / "000.txt").unlink()

    with pytest.raises(MalformedInputError, match=r"no 000\.txt beside it"):
        list(read_judged([folder]))
