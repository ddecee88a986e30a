"""Scores resolution across releases against gold clusterings of the annotated entities."""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from figures.section import percent, replace_section, table

from communique.builder import build, project_with_decisions
from communique.evaluation import GoldDocument, load_gold
from communique.evaluation.clusters.annotated import annotated
from communique.evaluation.clusters.clustering import Clustering, Mention, load_clusterings
from communique.evaluation.clusters.extracted import extracted_ids
from communique.evaluation.clusters.pairs import PairScore, score_pairs
from communique.extractors.press import PressExtractor
from communique.feeds import read_releases
from communique.graph import Release
from communique.ledger import Ledger

ROOT = Path(__file__).resolve().parent.parent
GOLD = Path(os.environ.get("COMMUNIQUE_GOLD", ROOT.parent / "shared" / "gold"))
SETS = ("seed", "dev")
CLUSTERS = ROOT / "tests" / "gold" / "clusters"
HEAD = (
    "",
    "entities",
    "pairs",
    "right",
    "wrong",
    "missed",
    "P",
    "R",
    "F1",
    "clusters",
    "split",
    "mixed",
)


@dataclass(frozen=True, slots=True)
class Annotated:
    """The annotated releases of the sets.

    Attributes:
        golds: Their annotations.
        releases: As the feed reader gives each, by slug.
    """

    golds: Sequence[GoldDocument]
    releases: Mapping[str, Release]

    @classmethod
    def read(cls, folders: Sequence[Path]) -> "Annotated":
        """Read the annotations of folders and the texts beside them."""
        golds = [gold for folder in folders for gold in load_gold(folder)]
        paths = {path.stem: path for folder in folders for path in folder.glob("*.txt")}
        return cls(golds, {gold.slug: _release(paths[gold.slug]) for gold in golds})


def main() -> None:
    """Score both ways, print the figures and keep them if asked to."""
    options = _options()
    folders = [GOLD / name for name in SETS]
    if not all(folder.is_dir() for folder in folders):
        raise SystemExit(
            f"no annotated releases in {GOLD}; COMMUNIQUE_GOLD is to name their folder"
        )
    sets = Annotated.read(folders)
    clusterings = load_clusterings(CLUSTERS)
    scores = {
        "annotated statements": _of_annotations(sets, clusterings),
        "extracted statements": _of_extraction(sets, clusterings, options.ledger),
    }
    if options.json:
        print(json.dumps({way: _as_dict(found) for way, found in scores.items()}, indent=1))
    else:
        print(_figures(scores))
    if options.errors:
        _print_errors(scores, sets.golds)
    if options.write:
        replace_section("identity", f"{options.date}.\n\n{_figures(scores)}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ledger", type=Path, help="where extraction is kept; none if left out")
    parser.add_argument("--errors", action="store_true", help="tell which clusters are wrong")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--write", action="store_true", help="keep the figures in README.md")
    parser.add_argument("--date", default=date.today().isoformat(), help="their day, if not today")
    return parser.parse_args()


def _release(path: Path) -> Release:
    (release,) = read_releases([path])
    if not isinstance(release, Release):
        raise SystemExit(f"{path}: {release.reason}")
    return release


def _of_annotations(sets: Annotated, clusterings: Sequence[Clustering]) -> dict[str, PairScore]:
    ids: dict[Mention, str] = {}
    with _ledger(None) as ledger:
        for gold in sets.golds:
            told = annotated(gold, sets.releases[gold.slug])
            ledger.record(told.release, told.statements, "annotations")
            ids |= told.ids
        return _scores(ledger, sets, clusterings, ids)


def _of_extraction(
    sets: Annotated, clusterings: Sequence[Clustering], kept: Path | None
) -> dict[str, PairScore]:
    ids: dict[Mention, str] = {}
    with _ledger(kept) as ledger:
        build(sets.releases.values(), PressExtractor.load(), ledger)
        for gold in sets.golds:
            ids |= extracted_ids(gold, ledger.statements(sets.releases[gold.slug].id))
        return _scores(ledger, sets, clusterings, ids)


@contextmanager
def _ledger(kept: Path | None) -> Iterator[Ledger]:
    with (
        tempfile.TemporaryDirectory() as folder,
        Ledger.open(kept or Path(folder) / "ledger.sqlite") as ledger,
    ):
        yield ledger


def _scores(
    ledger: Ledger,
    sets: Annotated,
    clusterings: Sequence[Clustering],
    ids: Mapping[Mention, str],
) -> dict[str, PairScore]:
    entities = project_with_decisions(ledger).resolution.entities
    found = {mention: entities[id_].id for mention, id_ in ids.items()}
    return {c.type: score_pairs(c.partition(sets.golds), found) for c in clusterings}


def _figures(scores: Mapping[str, Mapping[str, PairScore]]) -> str:
    parts = []
    for way, by_type in scores.items():
        rows = [[type_, *_row(score)] for type_, score in sorted(by_type.items())]
        parts.append(f"#### {way}\n\n{table(HEAD, rows)}")
    return "\n\n".join(parts)


def _row(score: PairScore) -> list[str]:
    count = score.count
    numbers = (score.entities, count.tp + count.fn, count.tp, count.fp, count.fn)
    shares = (count.precision, count.recall, count.f1)
    groups = (score.clusters, len(score.split), len(score.mixed))
    return [*map(str, numbers), *map(percent, shares), *map(str, groups)]


def _as_dict(scores: Mapping[str, PairScore]) -> dict[str, Any]:
    return {
        type_: score.count.as_dict()
        | {
            "entities": score.entities,
            "clusters": score.clusters,
            "split": len(score.split),
            "mixed": len(score.mixed),
        }
        for type_, score in scores.items()
    }


def _print_errors(
    scores: Mapping[str, Mapping[str, PairScore]], golds: Sequence[GoldDocument]
) -> None:
    names = {Mention(gold.slug, e.key): e.name for gold in golds for e in gold.entities.values()}
    for way, by_type in scores.items():
        for type_, score in sorted(by_type.items()):
            for fault, groups in (("split", score.split), ("mixed", score.mixed)):
                for parts in groups:
                    told = " | ".join(
                        f"{len(part)}: {names[part[0]]} ({part[0]})" for part in parts
                    )
                    print(f"{way}: {type_} {fault}: {told}", file=sys.stderr)


if __name__ == "__main__":
    main()
