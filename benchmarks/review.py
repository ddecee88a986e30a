"""Draws releases for a reader to judge, and counts the verdicts.

    review.py draw -o sheet.jsonl      statements of 200 releases, each with its quote, to judge
    review.py count sheet.jsonl        the verdicts of the sheet; --keep writes them without quotes

A reader who did not write the rules adds a ``verdict`` to each line of the sheet: ``right``,
``wrong``, or ``unsure`` where the annotation guide leaves it open. What is kept holds no sentence
of a release.
"""

import json
import os
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from figures.sheet import Line, Sheet

from communique.extractors.press import PressExtractor
from communique.feeds import SkippedInput, read_releases

ROOT = Path(__file__).resolve().parent.parent
CORPUS = Path(os.environ.get("COMMUNIQUE_CORPUS", ROOT.parent / "shared" / "corpus"))
LEARNED = ROOT / "training" / "corpus"
RELEASES = 200
SEED = 20261129


def main() -> None:
    """Draw a sheet or count one."""
    Sheet(
        about=(__doc__.partition("\n")[0], "statements"),
        draw=lambda: _statements(PressExtractor.load(), _drawn()),
        verdicts=ROOT / "benchmarks" / "review.jsonl",
        kept=(
            "release", "subject", "relation", "object", "date", "status", "rule", "verdict",
        ),
        section="review",
        field="relation",
        values=(),
        third="unsure",
        head=("", "right", "wrong", "unsure", "P"),
        told=_told,
    ).run()  # fmt: skip


def _drawn() -> list[Path]:
    """Releases of the corpus that nothing was learned from, drawn by a fixed seed."""
    learned = {json.loads(path.read_text())["text"] for path in LEARNED.glob("*.json")}
    files = sorted(CORPUS.rglob("*.txt"))
    fresh = [path for path in files if path.relative_to(CORPUS).as_posix() not in learned]
    return sorted(random.Random(SEED).sample(fresh, RELEASES))  # noqa: S311


def _statements(extractor: PressExtractor, paths: Iterable[Path]) -> Iterator[Line]:
    for path in paths:
        inputs = read_releases([path])
        releases = [item for item in inputs if not isinstance(item, SkippedInput)]
        for extraction in extractor.extract(releases):
            for statement in extraction.statements:
                first = statement.evidence[0]
                yield {
                    "release": path.relative_to(CORPUS).as_posix(),
                    "subject": statement.subject.name,
                    "relation": str(statement.predicate),
                    "object": statement.object.name,
                    "date": statement.qualifiers.date,
                    "status": statement.qualifiers.status and str(statement.qualifiers.status),
                    "role": statement.qualifiers.role,
                    "confidence": statement.confidence,
                    "rule": first.rule,
                    "quote": first.text,
                    "verdict": None,
                }


def _told(lines: Sequence[Line]) -> str:
    releases = len({line["release"] for line in lines})
    return (
        f"{len(lines)} statements of {releases} releases, of {RELEASES} drawn by seed {SEED} "
        "(some state nothing)"
    )


if __name__ == "__main__":
    main()
