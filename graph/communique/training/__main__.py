"""``python -m communique.training GOLD_DIR… -o weights.txt``: train the scorer."""

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from communique.extractors.model import load_model
from communique.extractors.scoring import weights
from communique.extractors.scoring.collective.trees import FILE
from communique.graph import CommuniqueError
from communique.training.annotations import Annotation, read_annotations
from communique.training.examples import Lesson
from communique.training.judged.releases import Judged, read_judged
from communique.training.readers import read_lessons
from communique.training.training import Trained, train


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the annotated releases, train, write the weights, print the figures.

    An annotation against the guide stops it before anything is trained.
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    for folder in options.gold:
        if not folder.is_dir():
            parser.error(f"{folder}: no such directory")
    started = time.monotonic()
    try:
        annotations = _annotations(options.gold, options.corpus)
        if not annotations:
            parser.error("no annotated release in these folders")
        lessons = _lessons([*annotations, *read_judged(options.gold)])
    except CommuniqueError as error:
        parser.error(str(error))
    meta = load_model().meta
    note = {
        "model": f"{meta['lang']}_{meta['name']} {meta['version']}",
        "sets": [folder.name for folder in options.gold],
    }
    if options.date is not None:
        note["date"] = options.date
    trained = train(lessons, note, _tell)
    _write(options.output, trained.text)
    _write(options.output.with_name(FILE), trained.trees)
    _show(trained)
    print(f"{options.output}: {time.monotonic() - started:.0f} s")


def _write(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_text(text, encoding="utf-8", newline="\n")
    os.replace(fresh, path)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m communique.training",
        description="Train the scorer from folders of annotated and judged releases.",
    )
    parser.add_argument("gold", nargs="+", type=Path, metavar="GOLD_DIR")
    parser.add_argument(
        "--corpus", type=Path, metavar="DIR", help="the texts of annotations that hold offsets only"
    )
    parser.add_argument(
        "-o", "--output", type=Path, default=Path(weights.__file__).with_name(weights.FILE),
        help="where the weights go; the trees of the second look are written beside them",
    )  # fmt: skip
    parser.add_argument("--date", metavar="DAY", help="for the card of the weights")
    return parser


def _annotations(folders: Sequence[Path], corpus: Path | None) -> list[Annotation]:
    """The annotations with a text; says how many have none."""
    found: list[Annotation] = []
    without = Counter[str]()
    for item in read_annotations(folders, corpus):
        if isinstance(item, Annotation):
            found.append(item)
        else:
            without[item.reason] += 1
    for reason, count in sorted(without.items()):
        print(f"{count} annotations passed over: {reason}", file=sys.stderr)
    return found


def _lessons(annotations: Sequence[Annotation | Judged]) -> list[Lesson]:
    lessons: list[Lesson] = []
    for lesson in read_lessons(annotations):
        lessons.append(lesson)
        _tell(f"{len(lessons)} of {len(annotations)} releases read")
    return lessons


def _tell(text: str) -> None:
    """Show what is being done, in one line that is written over; only on a terminal."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)


def _show(trained: Trained) -> None:
    _tell("")
    card = trained.card
    print(
        f"{card['releases']} releases and {card['judged_releases']} judged ones, "
        f"{card['candidates']} candidates, "
        f"{card['required']} required triples, ceiling {card['ceiling']:.3f}, "
        f"stated from {card['stated_from']:.2f}"
    )
    for name, figures in card["cross_validated"].items():
        print(
            f"{name:16} {figures['right']:5} {figures['wrong']:5} {figures['missed']:5}  "
            f"P {figures['precision']:.3f} R {figures['recall']:.3f} F1 {figures['f1']:.3f}"
        )
    for tenth, (stated, right) in enumerate(trained.reliability):
        print(f"0.{tenth} to {(tenth + 1) / 10:.1f}: {stated:6} {right / max(1, stated):.2f}")


if __name__ == "__main__":
    main()
