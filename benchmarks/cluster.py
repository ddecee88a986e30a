"""Builds on a Ray cluster whose processes are killed, compares with one machine, and times it."""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from threading import Thread
from time import perf_counter, sleep

from figures.corpus import spread
from figures.section import replace_section, table

from communique.cli.plugins import extractor_of
from communique.cluster.extractor import ClusterExtractor
from communique.cluster.parquet.place import Place
from communique.cluster.parquet.shelf import Shelf
from communique.cluster.session import Cluster
from communique.feeds import read_releases
from communique.graph import Release

ROOT = Path(__file__).resolve().parent.parent
FEED = ROOT / "examples" / "press-feed.txt"
EXPORTS = (("statements",), ("nquads", "--ledger"))
WORKERS = 2
POLL = 0.02
"""Seconds between two looks at what a build has done."""
PAUSE = 1.0
"""Seconds at most between a shard that is done and the next kill."""
MOST = 7
"""Kills in one build at most."""
BUILDS = 3
"""Builds for each kill that is wanted, at most: where ``ps`` tells other names nothing is found."""
KINDS = {"ray::Hand": "actor", "ray::_read": "reader of files", "ray::IDLE": "waiting process"}
"""What the processes of a cluster that may be lost are, by the beginning of their names.

The agents of a machine are not among them: a machine without them is one that is lost itself.
"""

Process = tuple[int, str]


@dataclass(slots=True)
class Tally:
    """What was done.

    Attributes:
        kills: By what was killed.
        builds: How many builds these were spread over.
        kept: Shards that these had read when they were killed themselves.
        shards: All shards that they left when they were built again.
        faults: What was not as it must be.
    """

    kills: Counter[str] = field(default_factory=Counter)
    builds: int = 0
    kept: int = 0
    shards: int = 0
    faults: list[str] = field(default_factory=list)


def main() -> None:
    """Kill as often as asked for, time if asked for; status 1 and nothing kept if a fault was."""
    options = _options()
    figures: dict[str, object] = {}
    lines = []
    if options.kills:
        tally = _kill(options)
        figures |= asdict(tally) | {"kills": dict(tally.kills)}
        lines.append(_told(tally))
    if options.speed:
        rates = _rates(options.speed)
        figures["releases_per_second"] = rates
        lines.append(_compared(rates, options.speed))
    text = "\n\n".join(lines)
    print(json.dumps(figures, indent=1) if options.json else text)
    if figures.get("faults"):
        raise SystemExit(1)
    if options.write:
        replace_section("cluster", f"{options.date}.\n\n{text}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20, help="how many; 0 for none")
    parser.add_argument("--speed", type=int, default=0, help="time so many corpus releases")
    parser.add_argument("--feed", default=str(FEED), help="what is built while processes die")
    parser.add_argument("--extractor", default="press", help="what reads the statements")
    parser.add_argument("--size", default="2", help="releases of a shard on average")
    parser.add_argument("--seed", type=int, default=1, help="of the random moments")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--write", action="store_true", help="keep the figures in README.md")
    parser.add_argument("--date", default=date.today().isoformat(), help="their day, if not today")
    return parser.parse_args()


def _kill(options: argparse.Namespace) -> Tally:
    """Builds whose processes are killed and then they themselves, and that are built again."""
    tally, chance = Tally(), random.Random(options.seed)  # noqa: S311  # no secret
    local = ["build", options.feed, "--extractor", options.extractor]
    build = [*local, "--engine", "ray", "--workers", str(WORKERS), "--shard-size", options.size]
    with tempfile.TemporaryDirectory() as folder:
        one = Path(folder) / "one"
        _run(one, *local)
        wanted = _exports(one)
        while tally.kills.total() < options.kills:
            if tally.builds == BUILDS * options.kills:
                _fault(tally, f"{tally.builds} builds, and only {tally.kills.total()} kills")
                break
            data = Path(folder) / f"many-{tally.builds}"
            most = min(tally.kills.total() + MOST, options.kills)
            _disturbed(data, build, Hunt(data.with_suffix(".shards"), most, chance), tally)
            for name, ours, theirs in zip(EXPORTS, wanted, _exports(data), strict=True):
                if ours != theirs:
                    _fault(tally, f"build {tally.builds}: the export {name[0]} differs")
    return tally


@dataclass(frozen=True, slots=True)
class Hunt:
    """How a build is disturbed.

    Attributes:
        shelf: Where its shards are.
        most: Up to how many kills in all.
        chance: Chooses moments and processes.
    """

    shelf: Path
    most: int
    chance: random.Random

    def kill(self, process: "subprocess.Popen[str]", tally: Tally) -> None:
        """Kill a process of the cluster after each shard or more, and at last the build itself."""
        seen = 0
        while process.poll() is None and tally.kills.total() < self.most:
            sleep(POLL)
            if len(_files(self.shelf)) == seen:
                continue
            seen = len(_files(self.shelf))
            sleep(self.chance.uniform(0, PAUSE))
            if found := sorted(_workers(process.pid)):
                number, kind = self.chance.choice(found)
                with suppress(ProcessLookupError):  # gone by itself
                    os.kill(number, 9)
                    tally.kills[kind] += 1
        process.kill()


def _disturbed(data: Path, build: Sequence[str], hunt: Hunt, tally: Tally) -> None:
    """Build, and disturb it until it is killed or done; then build again, which must end well."""
    with _started(data, *build, "--shards", hunt.shelf) as process:
        killer = Thread(target=hunt.kill, args=(process, tally))
        killer.start()
        _, said = process.communicate()
        killer.join()
    tally.builds += 1
    if process.returncode > 0:
        _fault(tally, f"build {tally.builds} ended with {process.returncode}: {said}")
    before = _files(hunt.shelf)
    _run(data, *build, "--shards", hunt.shelf)
    after = _files(hunt.shelf)
    tally.kept += len(before)
    tally.shards += len(after)
    if again := sum(after.get(path) != at for path, at in before.items()):
        _fault(tally, f"{again} of {len(before)} shards were read again")


def _workers(build: int) -> Iterator[Process]:
    """The processes of a build's cluster that read, each with what it is."""
    listing = subprocess.run(
        ["ps", "-Ao", "pid=,ppid=,args="],  # noqa: S607  # whatever the system has
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=True,
    )
    lines = [line.split(None, 2) for line in listing.stdout.splitlines()]
    parents = {int(line[0]): (int(line[1]), "".join(line[2:])) for line in lines}
    for number, (parent, name) in parents.items():
        if build not in _ancestors(number, parents):
            continue
        for start in filter(name.startswith, KINDS):
            yield number, KINDS[start]
        if parents.get(parent, (0, ""))[1].startswith("ray::Hand"):
            yield number, "process with an extractor"


def _ancestors(number: int, parents: dict[int, Process]) -> Iterator[int]:
    while number in parents:
        number = parents[number][0]
        yield number


def _files(shelf: Path) -> dict[Path, float]:
    """When the file of each shard that was read was written."""
    try:
        return {path: path.stat().st_mtime for path in (shelf / "releases").rglob("*.parquet")}
    except FileNotFoundError:  # a name that changed meanwhile
        return {}


def _started(data: Path, *arguments: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "communique", *map(str, arguments), "--data", str(data)]
    return subprocess.Popen(  # noqa: S603
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8"
    )


def _run(data: Path, *arguments: object) -> None:
    with _started(data, *arguments) as process:
        _, said = process.communicate()
    if process.returncode:
        raise SystemExit(f"{arguments}: {said}")


def _exports(data: Path) -> list[bytes]:
    out = data.with_suffix(".export")
    exports = []
    for name in EXPORTS:
        _run(data, "export", *name, "--output", out)
        exports.append(out.read_bytes())
    return exports


def _fault(tally: Tally, what: str) -> None:
    tally.faults.append(what)
    print(what, file=sys.stderr)


def _rates(number: int) -> dict[int, float]:
    """Releases a second by number of workers, from the first that comes to the last."""
    paths, _ = spread(number)
    releases = [found for found in read_releases(paths) if isinstance(found, Release)]
    make = partial(extractor_of, "press")
    rates = {}
    for workers in (1, WORKERS):
        with tempfile.TemporaryDirectory() as folder:
            shelf = Shelf(Place.at(folder), make().version)
            extractor = ClusterExtractor(Cluster(None, workers), make, shelf, size=8)
            found = extractor.extract(releases)
            next(found)
            start = perf_counter()
            read = sum(1 for _ in found)
            rates[workers] = read / (perf_counter() - start)
    return rates


def _told(tally: Tally) -> str:
    rows = [[kind, str(number)] for kind, number in sorted(tally.kills.items())]
    rows.append(["all", str(tally.kills.total())])
    verdict = "None was read again, and the exports are byte for byte those of one machine."
    if tally.faults:
        verdict = f"It was NOT as it must be: {'; '.join(tally.faults)}."
    return (
        f"{table(('killed', 'times'), rows)}\n\n"
        f"In {tally.builds} builds with {WORKERS} workers, each killed itself at last and built "
        f"again: {tally.kept} of {tally.shards} shards were there by then. {verdict}"
    )


def _compared(rates: dict[int, float], number: int) -> str:
    rows = [[str(workers), f"{rate:.1f}"] for workers, rate in rates.items()]
    return (
        f"{table(('workers', 'releases/s'), rows)}\n\n"
        f"{number} releases of the corpus, {os.cpu_count()} cores: {WORKERS} workers read "
        f"{rates[WORKERS] / rates[1]:.2f} times as fast as one."
    )


if __name__ == "__main__":
    main()
