"""Builds the same releases with one worker process and with more: time, memory, and sameness."""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from time import perf_counter

from figures.corpus import spread
from figures.machine import Machine
from figures.memory import Held, watched
from figures.section import replace_section, table

from communique.extractors.model import load_model

RELEASES = (400,)
WORKERS = (1, 2)
HEAD = (
    *("workers", "releases", "seconds", "releases/s", "CPU seconds", "MiB, parent", "MiB, all"),
)


@dataclass(frozen=True, slots=True)
class Build:
    """What a build took.

    Attributes:
        workers: Processes asked for.
        releases: Releases read.
        seconds: On the wall, from start to end of the command.
        cpu: Seconds of all its processes.
        held: The memory they held.
        digest: Of the statements exported.
    """

    workers: int
    releases: int
    seconds: float
    cpu: float
    held: Held
    digest: str

    @property
    def rate(self) -> float:
        """Releases per second."""
        return self.releases / self.seconds


def main() -> None:
    """Build, print the figures and keep them if asked to; status 1 if the statements differ."""
    options = _options()
    builds: list[Build] = []
    with tempfile.TemporaryDirectory(prefix="communique-") as folder:
        for wanted in options.releases:
            feed = _feed(Path(folder) / f"feed-{wanted}", wanted)
            for _ in range(options.turns):
                for workers in options.workers:
                    builds.append(_built(Path(folder), feed, workers, wanted))
                    print(_row(builds[-1]), file=sys.stderr)
    if options.json:
        print(json.dumps([asdict(build) for build in builds], indent=1))
    else:
        print(_figures(builds))
    if options.write:
        machine = Machine.running(load_model())
        replace_section("workers", f"{options.date}: {machine}.\n\n{_figures(builds)}")
    if not _same(builds):
        raise SystemExit(1)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--releases", type=int, nargs="+", default=RELEASES, help="how many")
    parser.add_argument("--workers", type=int, nargs="+", default=WORKERS, help="how many each")
    parser.add_argument("--turns", type=int, default=1, help="how often each, in turn")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--write", action="store_true", help="keep the figures in README.md")
    parser.add_argument("--date", default=date.today().isoformat(), help="their day, if not today")
    return parser.parse_args()


def _feed(folder: Path, wanted: int) -> Path:
    """A folder of releases of the corpus, evenly spread over it."""
    paths, _ = spread(wanted)
    if not paths:
        raise SystemExit("no corpus; set COMMUNIQUE_CORPUS to its folder")
    folder.mkdir()
    for number, path in enumerate(paths):
        (folder / f"{number:06}.txt").symlink_to(path.resolve())
    return folder


def _built(folder: Path, feed: Path, workers: int, releases: int) -> Build:
    with tempfile.TemporaryDirectory(dir=folder) as data:
        command = _command("build", str(feed), "--workers", str(workers), "--data", data)
        before, start = _children(), perf_counter()
        with (
            subprocess.Popen(command, stdout=subprocess.DEVNULL) as process,  # noqa: S603
            watched(process.pid) as held,
        ):
            process.wait()
        seconds, cpu = perf_counter() - start, _children() - before
        if process.returncode:
            raise SystemExit(f"the build ended with status {process.returncode}")
        exported = subprocess.run(  # noqa: S603
            _command("export", "statements", "--data", data), capture_output=True, check=True
        ).stdout
    return Build(workers, releases, seconds, cpu, held, hashlib.sha256(exported).hexdigest())


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "communique", *arguments]


def _children() -> float:
    """CPU seconds of processes that have ended, and of those that they waited for."""
    times = os.times()
    return times.children_user + times.children_system


def _same(builds: Sequence[Build]) -> bool:
    """Whether the same releases gave the same statements."""
    return len({(build.releases, build.digest) for build in builds}) == len(
        {build.releases for build in builds}
    )


def _row(build: Build) -> list[str]:
    return [
        f"{build.workers}",
        f"{build.releases:,}",
        f"{build.seconds:.1f}",
        f"{build.rate:.1f}",
        f"{build.cpu:.1f}",
        f"{build.held.parent:,}",
        f"{build.held.together:,}",
    ]


def _figures(builds: Sequence[Build]) -> str:
    lines = [table(HEAD, [_row(build) for build in builds]), ""]
    for releases in sorted({build.releases for build in builds}):
        best: dict[int, float] = {}
        for build in builds:
            if build.releases == releases:
                best[build.workers] = max(best.get(build.workers, 0), build.rate)
        for workers, rate in sorted(best.items())[1:]:
            least = min(best)
            lines.append(
                f"{releases:,} releases: {workers} workers read {rate / best[least]:.2f} times as "
                f"many a second as {least}."
            )
    told = "the same, byte for byte" if _same(builds) else "NOT the same"
    return "\n".join([*lines, f"The statements are {told}."])


if __name__ == "__main__":
    main()
