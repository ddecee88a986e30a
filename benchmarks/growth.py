"""Builds a great many releases: what one costs at the start and at the end, and what memory."""

import argparse
import json
import os
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from time import perf_counter

from figures.corpus import spread
from figures.family import processor_seconds
from figures.machine import Machine
from figures.memory import Held, watched
from figures.section import replace_section, table
from figures.variations import Variations

from communique.builder import Outcome, build, note_run, project_with_decisions
from communique.extractors.model import load_model
from communique.feeds import read_releases
from communique.graph import KnowledgeGraph, Release
from communique.ledger import Ledger
from communique.loaders.embedded import EmbeddedStore
from communique.loaders.projection import load
from communique.pool import ExtractorPool, cores
from communique.workspace.late_extractor import LateExtractor

RELEASES = 10_000
ORIGINALS = 3_300
PARTS = 10
HEAD = ("releases", "seconds", "of a processor", "ms a release", "MiB, parent", "MiB, all")


@dataclass(slots=True)
class Part:
    """A part of the releases, one after the other.

    Attributes:
        releases: Recorded by its end.
        seconds: That it took.
        processor: Seconds of a processor, of all processes.
        held: Memory while it was built.
    """

    releases: int
    seconds: float
    processor: float
    held: Held


@dataclass(slots=True)
class Growth:
    """What was built.

    Attributes:
        originals: Releases of the corpus that it was made from.
        read: Whether the language model read each; else what its original states was rewritten.
        parts: In order.
        rest: Seconds of resolution and merging, the journal, and the load of the store.
        held: Memory from the last release on.
        entities: Of the graph.
        facts: Of the graph.
        size: MiB of the ledger's file.
    """

    originals: int
    read: bool
    parts: list[Part] = field(default_factory=list)
    rest: dict[str, float] = field(default_factory=dict)
    held: Held = field(default_factory=Held)
    entities: int = 0
    facts: int = 0
    size: int = 0


def main() -> None:
    """Build once, print the figures and keep them if asked to."""
    options = _options()
    variations = _variations(options.originals)
    growth = Growth(len(variations.originals), options.read)
    with tempfile.TemporaryDirectory(prefix="communique-") as folder:
        _grow(growth, variations, options.releases, Path(folder))
    if options.json:
        print(json.dumps(asdict(growth), indent=1))
    else:
        print(_figures(growth))
    if options.write:
        machine = Machine.running(load_model())
        section = "growth-read" if options.read else "growth"
        replace_section(section, f"{options.date}: {machine}.\n\n{_figures(growth)}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--releases", type=int, default=RELEASES, help="how many")
    parser.add_argument("--originals", type=int, default=ORIGINALS, help="made from how many")
    parser.add_argument(
        "--read", action="store_true", help="read each; else rewrite what its original states"
    )
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--write", action="store_true", help="keep the figures in README.md")
    parser.add_argument("--date", default=date.today().isoformat(), help="their day, if not today")
    return parser.parse_args()


def _pool() -> ExtractorPool:
    return ExtractorPool(partial(LateExtractor), LateExtractor().version, cores())


def _variations(originals: int) -> Variations:
    paths, _ = spread(originals)
    if not paths:
        raise SystemExit("no corpus; set COMMUNIQUE_CORPUS to its folder")
    releases = {item.id: item for item in read_releases(paths) if isinstance(item, Release)}
    return Variations(_pool().extract(releases.values()))


class Rewritten:
    """What the originals state, rewritten, as an extractor."""

    version = "rewritten"
    batch = 32

    def __init__(self, variations: Variations) -> None:
        """Take the originals."""
        self.extract = variations.extract


def _grow(growth: Growth, variations: Variations, wanted: int, folder: Path) -> None:
    extractor = _pool() if growth.read else Rewritten(variations)
    with Ledger.open(folder / "ledger.sqlite") as ledger:
        with _Marks(growth, max(1, wanted // PARTS)) as marks:
            build(variations.releases(wanted), extractor, ledger, marks)
        with watched(os.getpid()) as growth.held:
            _finish(growth, ledger, folder)
    growth.size = sum(file.stat().st_size for file in folder.glob("ledger.sqlite*")) >> 20


def _finish(growth: Growth, ledger: Ledger, folder: Path) -> None:
    start = perf_counter()
    projection = project_with_decisions(ledger)
    growth.rest["resolving"] = perf_counter() - start
    start = perf_counter()
    note_run(ledger, projection, "build", "")
    growth.rest["journal"] = perf_counter() - start
    start = perf_counter()
    _load(projection.graph, folder / "store.kgl")
    growth.rest["loading"] = perf_counter() - start
    growth.entities, growth.facts = len(projection.graph.entities), len(projection.graph.facts)


def _load(graph: KnowledgeGraph, path: Path) -> None:
    store = EmbeddedStore(path)
    load(graph, store)
    store.close()


class _Marks:
    """Told of each release; closes a part each so many, and begins the next."""

    def __init__(self, growth: Growth, size: int) -> None:
        self._growth, self._size, self._done = growth, size, 0
        self._watching = ExitStack()

    def __enter__(self) -> "_Marks":
        self._start, self._taken = perf_counter(), processor_seconds(os.getpid())
        self._held = self._watching.enter_context(watched(os.getpid()))
        return self

    def __exit__(self, *_: object) -> None:
        self._watching.close()

    def __call__(self, _outcome: Outcome, _title: str) -> None:
        self._done += 1
        if self._done % self._size == 0:
            self._watching.close()
            seconds = perf_counter() - self._start
            taken = processor_seconds(os.getpid()) - self._taken
            self._growth.parts.append(Part(self._done, seconds, taken, self._held))
            print(*_row(self._growth.parts[-1], self._size), file=sys.stderr, flush=True)
            self.__enter__()


def _row(part: Part, size: int) -> list[str]:
    return [
        f"{part.releases:,}",
        f"{part.seconds:.1f}",
        f"{part.processor:.1f}",
        f"{1000 * part.processor / size:.1f}",
        f"{part.held.parent:,}",
        f"{part.held.together:,}",
    ]


def _figures(growth: Growth) -> str:
    size = growth.parts[0].releases
    rows = [_row(part, size) for part in growth.parts]
    first, last = growth.parts[0], growth.parts[-1]
    read = "each read by the language model" if growth.read else "statements rewritten, not read"
    rest = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in growth.rest.items())
    return (
        f"{last.releases:,} releases made from {growth.originals:,}, {read}: "
        f"{growth.entities:,} entities, {growth.facts:,} facts, a ledger of {growth.size:,} MiB."
        "\n\n"
        f"{table(HEAD, rows)}\n\n"
        f"A release takes {last.processor / first.processor:.2f} times as much of a processor at "
        f"the end as at the start. Then {rest}; memory {growth.held.parent:,} MiB, of all "
        f"processes {growth.held.together:,}."
    )


if __name__ == "__main__":
    main()
