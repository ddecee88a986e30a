"""Judged releases, as they are kept: their texts, and a file of verdicts on what they may state.

A folder holds texts (``000.txt``) and ``verdicts.jsonl``, in which each line is the release of one
text: ``{"text": "000.txt", "sentences": [{"span": [0, 57], "right": [["A", "MEETS", "B"]]}]}``. A
span is half open, in code points of the text. Beside ``right`` stand ``wrong``, ``open`` (true, but
an annotator might leave it out, or another sentence states it) and ``sure`` (the scorer was, and
nobody looked).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique.evaluation.annotation.inputs import (
    MalformedInputError,
    json_lines,
    need,
    read_text,
)
from communique.ontology import Relation
from communique.training.annotations import is_span
from communique.training.labels import OPEN, RIGHT, WRONG

FILE = "verdicts.jsonl"
_LABELS = {"right": RIGHT, "wrong": WRONG, "open": OPEN, "sure": OPEN}
_PARTS = 3
_RELATIONS = frozenset(map(str, Relation))

Named = tuple[str, Relation, str]
"""A statement by the names of its ends."""


@dataclass(frozen=True, slots=True)
class JudgedSentence:
    """What was judged of one sentence.

    Attributes:
        start: Where it begins in the release, in code points.
        end: Where it ends, half open.
        verdicts: A label for each statement that is listed.
    """

    start: int
    end: int
    verdicts: Mapping[Named, int]


@dataclass(frozen=True, slots=True)
class Judged:
    """A judged release whose text is at hand.

    Attributes:
        path: Its file of verdicts.
        text: The file of its text.
        sentences: Those that were judged, in order.
    """

    path: Path
    text: Path
    sentences: Sequence[JudgedSentence]


def read_judged(folders: Sequence[Path]) -> Iterator[Judged]:
    """Yield the judged releases under folders, by folder and line.

    Raises:
        MalformedInputError: A line that holds no verdicts, or whose text is not there.
    """
    for folder in folders:
        for path in sorted(folder.rglob(FILE)):
            for where, _, raw in json_lines(path):
                yield _read(raw, path, where)


def _read(raw: Mapping[str, Any], path: Path, where: str) -> Judged:
    name = str(raw.get("text") or "")
    need(name != "" and Path(name).name == raw["text"], where, "'text' must name a file")
    file = path.with_name(name)
    text = read_text(file)
    if text is None:
        raise MalformedInputError(f"{where}: no {name} beside it")
    need(isinstance(raw.get("sentences"), list), where, "'sentences' must be a list")
    sentences = [_sentence(sentence, len(text), where) for sentence in raw["sentences"]]
    return Judged(path, file, sentences)


def _sentence(raw: Any, length: int, where: str) -> JudgedSentence:
    need(isinstance(raw, dict), where, "a sentence must be an object")
    unknown = raw.keys() - _LABELS.keys() - {"span"}
    need(not unknown, where, f"a sentence has no {', '.join(sorted(unknown))}")
    span = raw.get("span")
    need(is_span(span) and span[1] <= length, where, f"no span of the text: {span!r}")
    verdicts: dict[Named, int] = {}
    for name, label in _LABELS.items():
        listed = raw.get(name, [])
        need(isinstance(listed, list), where, f"{name!r} must be a list")
        for statement in (_named(item, where) for item in listed):
            need(statement not in verdicts, where, f"judged twice: {statement!r}")
            verdicts[statement] = label
    return JudgedSentence(span[0], span[1], verdicts)


def _named(raw: Any, where: str) -> Named:
    fits = isinstance(raw, list) and len(raw) == _PARTS and all(type(e) is str for e in raw)
    need(fits and raw[1] in _RELATIONS, where, f"not a statement: {raw!r}")
    return raw[0], Relation(raw[1]), raw[2]
