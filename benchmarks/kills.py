"""Kills builds, loads and retractions at random moments, and checks what each leaves behind."""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from time import perf_counter, sleep
from typing import Any

from figures.section import replace_section, table

from communique.builder import project
from communique.builder.journal import items
from communique.graph import KnowledgeGraph
from communique.ledger import Ledger
from communique.loaders.embedded import EmbeddedStore
from communique.loaders.projection import difference

ROOT = Path(__file__).resolve().parent.parent
FEED = ROOT / "examples" / "press-feed.txt"
COMMANDS = ("build", "load", "retract")
EXPORTS = ("statements", "nquads")
HEAD = ("", "kills", "at any moment", "at a write", "had changed the ledger")
POLL = 0.001
"""Seconds between two looks whether the files have changed."""
MOST_WRITES = 40
"""Up to which change of a file a kill may wait."""
MOST_TAKEN = 6
"""Releases that a retraction takes back at most."""


Building = Sequence[object]
"""The arguments of a build."""


@dataclass(slots=True)
class Tally:
    """What was done.

    Attributes:
        kills: By command, whether the kill waited for a write, and whether the ledger's releases
            were others after it.
        finished: Commands that had ended before they were to be killed.
        completed: Builds between kills.
        faults: What was not as it must be.
    """

    kills: Counter[tuple[str, bool, bool]] = field(default_factory=Counter)
    finished: int = 0
    completed: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        """Number of kills."""
        return self.kills.total()


@dataclass(frozen=True, slots=True)
class Reference:
    """What an undisturbed build of the feed gives.

    Attributes:
        seconds: How long each command takes.
        digests: What the ledger holds of each release.
        exports: By format.
    """

    seconds: dict[str, float]
    digests: dict[str, str]
    exports: dict[str, bytes]


def main() -> None:
    """Kill as often as asked for, and print what was found; status 1 if anything was wrong."""
    options = _options()
    chance = random.Random(options.seed)  # noqa: S311  # no secret
    with tempfile.TemporaryDirectory() as folder:
        building = (options.feed, "--extractor", options.extractor)
        reference = _reference(Path(folder) / "undisturbed", building)
        trial = Trial(Path(folder) / "disturbed", building, reference, chance)
        while trial.tally.total < options.kills:
            for _ in range(min(options.between, options.kills - trial.tally.total)):
                trial.kill(chance.choices(COMMANDS, (2, 1, 1))[0])
            trial.complete()
        trial.start_over()
    _report(trial.tally, options, len(reference.digests))
    if trial.tally.faults:
        raise SystemExit(1)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200, help="how many")
    parser.add_argument("--between", type=int, default=10, help="kills between two whole builds")
    parser.add_argument("--feed", type=Path, default=FEED, help="what is built")
    parser.add_argument("--extractor", default="press", help="what reads the statements")
    parser.add_argument("--seed", type=int, default=1, help="of the random moments")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--write", action="store_true", help="keep the figures in README.md")
    parser.add_argument("--date", default=date.today().isoformat(), help="their day, if not today")
    return parser.parse_args()


def _command(data: Path, *arguments: object) -> list[str]:
    return [sys.executable, "-m", "communique", *map(str, arguments), "--data", str(data)]


def _run(data: Path, *arguments: object) -> bytes:
    done = subprocess.run(_command(data, *arguments), capture_output=True, check=False)  # noqa: S603
    if done.returncode:
        raise SystemExit(f"{arguments}: {done.stderr.decode(errors='replace')}")
    return done.stdout


def _digests(data: Path) -> dict[str, str]:
    """What the ledger holds of each release; nothing if no release was ever recorded."""
    with Ledger.open(data / "ledger.sqlite") as ledger:
        return ledger.release_digests()


def _exports(data: Path) -> dict[str, bytes]:
    return {name: _run(data, "export", name) for name in EXPORTS}


def _reference(data: Path, building: Building) -> Reference:
    seconds = {}
    for name, arguments in (("build", building), ("load", ("--rebuild",))):
        start = perf_counter()
        _run(data, name, *arguments)
        seconds[name] = perf_counter() - start
    return Reference(seconds | {"retract": seconds["load"]}, _digests(data), _exports(data))


def _undisturbed(ledger: Ledger) -> KnowledgeGraph:
    """The graph of a new ledger that gets what this one holds, in the order in which it came."""
    arrivals = ledger.arrivals()
    with (
        tempfile.TemporaryDirectory() as folder,
        Ledger.open(Path(folder) / "ledger.sqlite") as other,
    ):
        for id_ in sorted(arrivals, key=lambda id_: arrivals[id_].number):
            other.record(ledger.release(id_), tuple(ledger.statements(id_)), "")
        return project(other)


class Trial:
    """A workspace whose commands are killed."""

    def __init__(
        self, data: Path, building: Building, reference: Reference, chance: random.Random
    ) -> None:
        """Start with a workspace that is not there yet."""
        self.tally = Tally()
        self._data, self._building = data, building
        self._reference, self._chance = reference, chance
        data.mkdir()

    def kill(self, name: str) -> None:
        """Start a command, kill it, and check what it left."""
        before = _digests(self._data)
        taken: list[str] = []
        if name == "retract" and before:
            most = min(MOST_TAKEN, len(before))
            taken = self._chance.sample(sorted(before), self._chance.randint(1, most))
        arguments: Building = {"build": self._building, "load": ["--rebuild"], "retract": taken}[
            name
        ]
        if name == "retract" and not taken:
            return
        at_write = self._chance.choice((True, False))
        if not self._killed(_command(self._data, name, *arguments), name, at_write):
            self.tally.finished += 1
            return
        after = self._checked(f"kill {self.tally.total + 1}, {name}", before, taken)
        self.tally.kills[name, at_write, after != before] += 1

    def complete(self) -> None:
        """Build without a kill; compare with a ledger that got the same in the same order."""
        _run(self._data, "build", *self._building)
        place = f"build after kill {self.tally.total}"
        if _digests(self._data) != self._reference.digests:
            self._fault(place, "the ledger holds other releases")
        with Ledger.open(self._data / "ledger.sqlite") as ledger:
            graph = project(ledger)
            if graph != _undisturbed(ledger):
                self._fault(place, "the graph differs")
            if ledger.journal.note("check", "", items(graph)) is not None:
                self._fault(place, "the journal does not know the graph")
        store = EmbeddedStore(self._data / "store.kgl", read_only=True)
        if difference(graph, store.held()).writes:
            self._fault(place, "the store is not up to date")
        store.close()
        self.tally.completed += 1

    def start_over(self) -> None:
        """Take all back and build again: byte for byte what the undisturbed build gave."""
        _run(self._data, "retract", *_digests(self._data))
        _run(self._data, "build", *self._building)
        for name, content in _exports(self._data).items():
            if content != self._reference.exports[name]:
                self._fault("at the end", f"the export {name} differs")

    def _killed(self, command: Sequence[str], name: str, at_write: bool) -> bool:
        """Run a command up to a random moment or write; False if it ended before."""
        with subprocess.Popen(  # noqa: S603
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            if at_write:
                self._await_write(process, self._chance.randint(1, MOST_WRITES))
                sleep(self._chance.uniform(0, 0.01))
            else:
                sleep(self._chance.uniform(0, self._reference.seconds[name]))
            process.kill()
        return process.returncode < 0

    def _await_write(self, process: "subprocess.Popen[bytes]", number: int) -> None:
        """Wait until files of the workspace have changed so often, or the process has ended."""
        state = self._files()
        while process.poll() is None and number:
            sleep(POLL)
            now = self._files()
            number, state = number - (now != state), now

    def _files(self) -> list[tuple[str, int, int]]:
        found = []
        for entry in os.scandir(self._data):
            try:
                status = entry.stat()
            except FileNotFoundError:  # gone meanwhile
                continue
            found.append((entry.name, status.st_size, status.st_mtime_ns))
        return sorted(found)

    def _checked(self, place: str, before: dict[str, str], taken: list[str]) -> dict[str, str]:
        """What the ledger holds after a kill; notes what is wrong with it."""
        after = _digests(self._data)
        with Ledger.open(self._data / "ledger.sqlite") as ledger:
            for mismatch in ledger.mismatches():
                self._fault(place, f"{mismatch.release}: {mismatch.reason}")
        if not after.items() <= self._reference.digests.items():
            self._fault(place, "a release is not whole")
        if (before.keys() - after.keys()) not in (set(), set(taken)):
            self._fault(place, "a part of the releases was taken back")
        if (self._data / "store.kgl").exists():
            store = EmbeddedStore(self._data / "store.kgl", read_only=True)
            store.held()
            store.close()
        return after

    def _fault(self, place: str, what: str) -> None:
        self.tally.faults.append(f"{place}: {what}")
        print(self.tally.faults[-1], file=sys.stderr)


def _report(tally: Tally, options: argparse.Namespace, releases: int) -> None:
    if options.json:
        print(json.dumps(_as_dict(tally), indent=1))
    else:
        print(_figures(tally, releases))
    if options.write:
        replace_section("kills", f"{options.date}.\n\n{_figures(tally, releases)}")


def _as_dict(tally: Tally) -> dict[str, Any]:
    kills = {name: sum(n for key, n in tally.kills.items() if key[0] == name) for name in COMMANDS}
    return {"kills": kills, "completed": tally.completed, "faults": tally.faults}


def _figures(tally: Tally, releases: int) -> str:
    rows = []
    for name in (*COMMANDS, "all"):
        keys = {key: n for key, n in tally.kills.items() if name in (key[0], "all")}
        at_write = sum(n for (_, waited, _), n in keys.items() if waited)
        changed = sum(n for (*_, other), n in keys.items() if other)
        total = sum(keys.values())
        rows.append([name, *map(str, (total, total - at_write, at_write, changed))])
    return (
        f"{table(HEAD, rows)}\n\n"
        f"{releases} releases; {tally.completed} builds between the kills, {len(tally.faults)} "
        f"faults; {tally.finished} commands had ended before they were to be killed."
    )


if __name__ == "__main__":
    main()
