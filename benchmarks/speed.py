"""Times a build of releases from file to embedded store, stage by stage, or extraction alone."""

import argparse
import itertools
import json
import resource
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Generic, TypeVar

from figures.corpus import spread
from figures.machine import Machine
from figures.pairing import SPACY_BATCH, paired, pairing_figures
from figures.plain import plain_spacy
from figures.section import replace_section, table
from spacy.language import Language

from communique.builder import build, project
from communique.extractors.encoder.encoder import read_encoder
from communique.extractors.model import load_model
from communique.extractors.press import PressExtractor
from communique.extractors.scoring.collective.trees import read_trees
from communique.extractors.scoring.weights import read_weights
from communique.feeds import SkippedInput, read_releases
from communique.graph import Extraction, Release
from communique.ledger import Ledger
from communique.loaders.embedded import EmbeddedStore
from communique.loaders.projection import load
from communique.pool import set_apart

ROOT = Path(__file__).resolve().parent.parent
FEED = ROOT / "examples" / "press-feed.txt"
RELEASES = 300
MEBIBYTE = 1 << 20
RSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in which the system counts the peak of memory."""

EXACT_BELOW = 100
"""Rates from here on are shown without a decimal."""
HEAD = ("", "seconds", "share", "releases/s", "words/s")

Item = TypeVar("Item")

Measured = tuple[str, dict[str, object], str]
"""The section of README.md, the figures for a program, and the figures for that section."""


@dataclass(slots=True)
class Clock:
    """Seconds that a block took."""

    seconds: float = 0.0


@contextmanager
def _clock() -> Iterator[Clock]:
    clock, start = Clock(), perf_counter()
    yield clock
    clock.seconds = perf_counter() - start


class Timed(Generic[Item]):
    """An iterator that sums the seconds its items take to come."""

    def __init__(self, items: Iterable[Item]) -> None:
        """Take what gives the items."""
        self.seconds = 0.0
        self._items = iter(items)

    def __iter__(self) -> Iterator[Item]:
        """The iterator itself."""
        return self

    def __next__(self) -> Item:
        """The next item."""
        start = perf_counter()
        try:
            return next(self._items)
        finally:
            self.seconds += perf_counter() - start


class TimedExtractor:
    """The extractor with a clock; its time includes that of the releases it draws."""

    def __init__(self, extractor: PressExtractor) -> None:
        """Take the extractor."""
        self.version = extractor.version
        self.seconds = 0.0
        self._extractor = extractor

    def extract(self, releases: Iterable[Release]) -> Iterator[Extraction]:
        """Yield what the extractor gives."""
        timed = Timed(self._extractor.extract(releases))
        yield from timed
        self.seconds += timed.seconds


@dataclass(slots=True)
class Run:
    """What was built and how long each stage took.

    Attributes:
        source: Where the releases came from.
        releases: Releases recorded.
        words: Words in them, by white space.
        facts: Facts in the store.
        seconds: By stage, in order.
        peak: Most memory that the process held, in MiB, with the language model.
    """

    source: str
    releases: int = 0
    words: int = 0
    facts: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    peak: int = 0


def main() -> None:
    """Measure once, print the figures and keep them if asked to."""
    options = _options()
    nlp = load_model()
    measure = _against_spacy if options.against_spacy else _built
    section, measured, figures = measure(nlp, options)
    machine = Machine.running(nlp)
    if options.json:
        print(json.dumps({"machine": asdict(machine), **measured}, indent=1))
    else:
        print(figures)
    if options.write:
        replace_section(section, f"{options.date}: {machine}.\n\n{figures}")


def _whole(nlp: Language) -> PressExtractor:
    """The extractor as shipped, around a model that is loaded already."""
    return PressExtractor(nlp, weights=read_weights(), adviser=read_encoder(), trees=read_trees())


def _built(nlp: Language, options: argparse.Namespace) -> Measured:
    """The stages of a build."""
    source, inputs = _inputs(options.releases)
    run = Run(source)
    extractor = _whole(nlp)
    set_apart()  # as in a build
    with tempfile.TemporaryDirectory(prefix="communique-") as folder:
        _build(run, inputs, extractor, Path(folder))
    return "speed", {"run": asdict(run)}, _figures(run)


def _against_spacy(nlp: Language, options: argparse.Namespace) -> Measured:
    """Extraction and the language model alone, as published, in turn over the same releases.

    Each has its own process, so that neither pays for the other's memory.
    """
    source, inputs = _inputs(options.releases)
    releases = [item for item in inputs if isinstance(item, Release)]
    extractor = _whole(nlp)
    set_apart()  # for both, as in a build
    with plain_spacy() as plain:
        parts = list(paired(plain, extractor, releases, options.batch))
    told = pairing_figures(parts, options.batch)
    figures = f"{len(releases):,} releases ({source}).\n\n{told}"
    return "against-spacy", {"parts": [asdict(part) for part in parts]}, figures


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--releases", type=_number, default=RELEASES, help=f"how many; {RELEASES} by default"
    )
    parser.add_argument(
        "--against-spacy", action="store_true", help="extraction beside plain spaCy, no build"
    )
    parser.add_argument(
        "--batch",
        type=_number,
        default=SPACY_BATCH,
        help=f"with --against-spacy: releases that each reads at once, in turn; {SPACY_BATCH} by "
        "default, as spaCy does",
    )
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--write", action="store_true", help="keep the figures in README.md")
    parser.add_argument("--date", default=date.today().isoformat(), help="their day, if not today")
    return parser.parse_args()


def _number(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _inputs(wanted: int) -> tuple[str, Iterator[Release | SkippedInput]]:
    """Releases of the corpus, evenly spread over it, or the example feed over and over."""
    paths, held = spread(wanted)
    if not paths:
        print(f"no corpus; {FEED.name} repeated", file=sys.stderr)
        return f"{FEED.name}, repeated", itertools.islice(_repeated(), wanted)
    return f"the corpus of {held:,}, evenly spread", read_releases(paths)


def _repeated() -> Iterator[Release | SkippedInput]:
    """The example feed without end; an id for each copy, since known releases are not read."""
    for copy in itertools.count(1):
        for item in read_releases([FEED]):
            if isinstance(item, Release):
                yield replace(item, id=f"{item.id}-{copy}")


def _build(
    run: Run, inputs: Iterator[Release | SkippedInput], extractor: PressExtractor, folder: Path
) -> None:
    """Build, project and load in an empty folder, and note what that took."""
    reading, extracting = Timed(inputs), TimedExtractor(extractor)
    with Ledger.open(folder / "ledger.sqlite") as ledger:
        with _clock() as building:
            report = build(reading, extracting, ledger)
        with _clock() as projecting:
            graph = project(ledger)
        texts = (ledger.release(release.id).text for release in graph.releases)
        run.words = sum(len(text.split()) for text in texts)
    with _clock() as loading:
        store = EmbeddedStore(folder / "graph.kgl")
        load(graph, store)
        store.close()
    for problem in (*report.skipped, *report.failed):
        print(f"{problem.path}: {problem.reason}", file=sys.stderr)
    run.releases, run.facts = len(graph.releases), len(graph.facts)
    run.seconds = {
        "reading": reading.seconds,
        "extraction": extracting.seconds - reading.seconds,
        "recording": building.seconds - extracting.seconds,
        "projecting": projecting.seconds,
        "loading": loading.seconds,
    }
    run.peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * RSS_UNIT // MEBIBYTE


def _figures(run: Run) -> str:
    total = sum(run.seconds.values())
    rows = [_row(run, stage, seconds, total) for stage, seconds in run.seconds.items()]
    rows.append(_row(run, "all", total, total))
    built = f"{run.releases:,} releases ({run.source}), {run.words:,} words, {run.facts:,} facts"
    return f"{built}; peak memory {run.peak:,} MiB.\n\n{table(HEAD, rows)}"


def _row(run: Run, stage: str, seconds: float, total: float) -> Sequence[str]:
    rates = (run.releases / seconds, run.words / seconds)
    shown = (f"{rate:,.1f}" if rate < EXACT_BELOW else f"{rate:,.0f}" for rate in rates)
    return [stage, f"{seconds:.2f}", f"{100 * seconds / total:.1f} %", *shown]


if __name__ == "__main__":
    main()
