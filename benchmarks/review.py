"""Draws releases for a reader to judge, and counts the verdicts.

    review.py draw -o sheet.jsonl      statements of 200 releases, each with its quote, to judge
    review.py count sheet.jsonl        the verdicts of the sheet; --keep writes them without quotes

A reader who did not write the rules adds a ``verdict`` to each line of the sheet: ``right``,
``wrong``, or ``unsure`` where the annotation guide leaves it open. What is kept holds no sentence
of a release.
"""

import argparse
import json
import os
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from figures.section import percent, replace_section, table

from communique.extractors.press import PressExtractor
from communique.feeds import SkippedInput, read_releases

ROOT = Path(__file__).resolve().parent.parent
CORPUS = Path(os.environ.get("COMMUNIQUE_CORPUS", ROOT.parent / "shared" / "corpus"))
LEARNED = ROOT / "training" / "corpus"
VERDICTS = ROOT / "benchmarks" / "review.jsonl"
RELEASES = 200
SEED = 20261126
KEPT = ("release", "subject", "relation", "object", "date", "status", "rule", "verdict")


def main() -> None:
    """Draw a sheet or count one."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    commands = parser.add_subparsers(required=True)
    drawing = commands.add_parser("draw", help="write the statements to judge")
    drawing.add_argument("-o", "--output", type=Path, required=True)
    drawing.set_defaults(run=draw)
    counting = commands.add_parser("count", help="count the verdicts")
    counting.add_argument("sheet", type=Path, nargs="?", default=VERDICTS)
    counting.add_argument("--keep", action="store_true", help="keep the verdicts, without quotes")
    counting.add_argument("--write", action="store_true", help="keep the figures in README.md")
    counting.add_argument("--date", default=date.today().isoformat(), help="their day")
    counting.set_defaults(run=count)
    options = parser.parse_args()
    options.run(options)


def draw(options: argparse.Namespace) -> None:
    """Write the statements of the drawn releases, one a line."""
    extractor = PressExtractor.load()
    with options.output.open("w", encoding="utf-8") as sheet:
        for line in _statements(extractor, _drawn()):
            sheet.write(json.dumps(line, ensure_ascii=False) + "\n")


def _drawn() -> list[Path]:
    """Releases of the corpus that nothing was learned from, drawn by a fixed seed."""
    learned = {json.loads(path.read_text())["text"] for path in LEARNED.glob("*.json")}
    files = sorted(CORPUS.rglob("*.txt"))
    fresh = [path for path in files if path.relative_to(CORPUS).as_posix() not in learned]
    return sorted(random.Random(SEED).sample(fresh, RELEASES))  # noqa: S311


def _statements(extractor: PressExtractor, paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
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


def count(options: argparse.Namespace) -> None:
    """Print what share of the statements is right, by relation."""
    lines = [json.loads(line) for line in options.sheet.read_text(encoding="utf-8").splitlines()]
    if options.keep:
        kept = [{key: line.get(key) for key in KEPT} for line in lines]
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in kept)
        VERDICTS.write_text(text, encoding="utf-8")
    shown = _table(lines)
    print(shown)
    if options.write:
        releases = len({line["release"] for line in lines})
        replace_section(
            "review",
            f"{options.date}: {len(lines)} statements of {releases} releases, of {RELEASES} drawn "
            f"by seed {SEED} (some state nothing); verdicts in `review.jsonl`.\n\n{shown}",
        )


def _table(lines: Iterable[dict[str, Any]]) -> str:
    counts = Counter((line["relation"], line["verdict"]) for line in lines)
    counts.update(("all", line["verdict"]) for line in lines)
    relations = sorted({relation for relation, _ in counts} - {"all"})
    rows = []
    for relation in (*relations, "all"):
        right, wrong, unsure = (counts[relation, v] for v in ("right", "wrong", "unsure"))
        share = percent(right / (right + wrong)) if right + wrong else "–"
        rows.append([relation, str(right), str(wrong), str(unsure), share])
    return table(("", "right", "wrong", "unsure", "P"), rows)


if __name__ == "__main__":
    main()
