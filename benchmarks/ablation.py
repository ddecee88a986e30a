"""Scores rules alone, the scorer alone, both, and both with the encoder on annotated releases.

The scorer alone is trained afresh, on the folders named, without what the rules find; that takes
some minutes. Only figures are shown, since one of the sets is never read.
"""

import argparse
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from accuracy import SETS
from figures.section import percent, replace_section, table

from communique.cli.output.evaluate import annotated, exported, scored
from communique.evaluation import Report
from communique.extractors.model import load_model
from communique.extractors.press import PressExtractor
from communique.extractors.reading.script import Script
from communique.extractors.rules import Reading
from communique.extractors.scoring.collective.trees import read_trees
from communique.extractors.scoring.weights import read_weights
from communique.training.annotations import Annotation, read_annotations
from communique.training.examples import read_lesson
from communique.training.training import Trained, ceiling, train

HEAD = ("", "stated", "right", "wrong", "missed", "P", "R", "F1")


class ScorerAlone(PressExtractor):
    """An extractor whose rules find nothing."""

    def read(self, script: Script, *, every: bool = False) -> Reading:
        """Only who the sentences speak of."""
        return replace(super().read(script, every=every), found=[])


def main() -> None:
    """Train the scorer alone, score the four, print the table and keep it if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("gold", nargs="*", type=Path, help="folders to train the scorer alone on")
    parser.add_argument("--corpus", type=Path, help="texts of annotations that hold offsets only")
    parser.add_argument("--set", choices=sorted(SETS), default="blind")
    parser.add_argument("--write", action="store_true", help="keep the figures in README.md")
    parser.add_argument("--date", default=date.today().isoformat(), help="their day")
    options = parser.parse_args()
    folder, nlp = SETS[options.set], load_model()
    systems = {
        "rules alone": PressExtractor(nlp),
        "both": PressExtractor.load(encoder=False),
        "both and encoder": PressExtractor.load(),
    }
    if options.gold:
        learned = _alone(options.gold, options.corpus, ScorerAlone(nlp))
        systems["scorer alone"] = ScorerAlone(
            nlp, weights=read_weights(learned.text), trees=read_trees(learned.trees)
        )
    rows = [_row(name, _scored(systems[name], folder)) for name in sorted(systems)]
    annotations = [a for a in read_annotations([folder], None) if isinstance(a, Annotation)]
    reach = ceiling([read_lesson(a, systems["rules alone"]) for a in annotations])
    shown = f"{table(HEAD, rows)}\n\nCandidates hold {percent(reach)} % of the wanted triples."
    print(shown)
    if options.write:
        replace_section("ablation", f"{options.date}, {options.set}:\n\n{shown}")


def _alone(gold: Iterable[Path], corpus: Path | None, extractor: ScorerAlone) -> Trained:
    """What a scorer that hears no rule learns."""
    found = read_annotations(list(gold), corpus)
    lessons = [read_lesson(item, extractor) for item in found if isinstance(item, Annotation)]
    return train(lessons, {})


def _scored(extractor: PressExtractor, folder: Path) -> Report:
    """What the scorer of annotations says of an extractor's export."""
    with tempfile.TemporaryDirectory(prefix="communique-") as place:
        _, export = exported(annotated(folder, None), extractor, Path(place))
        return scored(folder, None, export)


def _row(name: str, report: Report) -> list[str]:
    count = report.triples
    stated = count.tp + count.fp + count.neutral
    numbers = [str(number) for number in (stated, count.tp, count.fp, count.fn)]
    return [name, *numbers, *(percent(v) for v in (count.precision, count.recall, count.f1))]


if __name__ == "__main__":
    main()
