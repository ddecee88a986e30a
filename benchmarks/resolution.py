"""Times resolution across more and more releases of the corpus, beside their extraction."""

import argparse
import random
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import process_time

from figures.corpus import spread
from figures.section import replace_section, table

from communique.builder import build
from communique.builder.facts import merge
from communique.extractors.press import PressExtractor
from communique.feeds import read_releases
from communique.graph import Arrival, Release, Statement
from communique.identity import resolve
from communique.ledger import Ledger

SIZES = (400, 800, 1600, 3300)
SAMPLE = 64
"""Releases by which the speed of extraction is told where it is kept from an earlier run."""
SEED = 5
HEAD = ("releases", "entities", "resolved to", "resolving", "a release", "merging", "extraction")

Told = tuple[str, Sequence[Statement]]


@dataclass(frozen=True, slots=True)
class Step:
    """Resolution of so many releases; times are processor seconds.

    Attributes:
        releases: How many.
        entities: Entities of single releases.
        resolved: Entities after resolution.
        resolving: To find out who is who.
        merging: To make facts of the statements.
    """

    releases: int
    entities: int
    resolved: int
    resolving: float
    merging: float


def main() -> None:
    """Extract what is not kept, resolve step by step, print the figures, keep them if asked to."""
    options = _options()
    paths, held = spread(max(options.sizes))
    if not paths:
        raise SystemExit("no corpus; COMMUNIQUE_CORPUS is to name its folder")
    extractor = PressExtractor.load()
    each = _extraction(extractor, paths)
    with _ledger(options.ledger) as ledger:
        build(read_releases(paths), extractor, ledger)
        told = list(ledger.statements_by_release())
        arrivals = ledger.arrivals()
    random.Random(SEED).shuffle(told)  # noqa: S311  # no secret
    steps = [_step(told[:size], arrivals) for size in options.sizes]
    rows = [_row(step, each) for step in steps]
    figures = f"The corpus of {held:,}, in processor seconds.\n\n{table(HEAD, rows)}"
    print(figures)
    if options.write:
        replace_section("resolution", f"{options.date}. {figures}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=_sizes, default=SIZES, metavar="N,N", help="releases")
    parser.add_argument("--ledger", type=Path, help="where extraction is kept; none if left out")
    parser.add_argument("--write", action="store_true", help="keep the figures in README.md")
    parser.add_argument("--date", default=date.today().isoformat(), help="their day, if not today")
    return parser.parse_args()


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(sorted(int(size) for size in text.split(",")))


@contextmanager
def _ledger(kept: Path | None) -> Iterator[Ledger]:
    with (
        tempfile.TemporaryDirectory() as folder,
        Ledger.open(kept or Path(folder) / "ledger.sqlite") as ledger,
    ):
        yield ledger


def _extraction(extractor: PressExtractor, paths: Sequence[Path]) -> float:
    """Seconds that the extraction of one release takes, by an even sample."""
    sample = [paths[number * len(paths) // SAMPLE] for number in range(SAMPLE)]
    releases = [item for item in read_releases(sample) if isinstance(item, Release)]
    start = process_time()
    for _ in extractor.extract(releases):
        pass
    return (process_time() - start) / len(releases)


def _step(told: Sequence[Told], arrivals: Mapping[str, Arrival]) -> Step:
    start = process_time()
    found = resolve(told, arrivals)
    resolving, start = process_time() - start, process_time()
    merge(told, found.entities)
    return Step(
        len(told),
        len(found.entities),
        len({entity.id for entity in found.entities.values()}),
        resolving,
        process_time() - start,
    )


def _row(step: Step, extraction: float) -> list[str]:
    return [
        f"{step.releases:,}",
        f"{step.entities:,}",
        f"{step.resolved:,}",
        f"{step.resolving:.1f} s",
        f"{1000 * step.resolving / step.releases:.1f} ms",
        f"{step.merging:.1f} s",
        f"{step.releases * extraction:.0f} s",
    ]


if __name__ == "__main__":
    main()
