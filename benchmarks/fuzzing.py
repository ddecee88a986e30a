"""Fuzzes what takes input from outside: files of every kind, texts, queries, names in exports.

Guided by coverage where atheris is installed (``uv pip install atheris``), else by mutation alone.
Every input that raises, or takes too long for its size, is kept once for each place of the fault.
"""

import argparse
import json
import math
import os
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from functools import partial
from pathlib import Path
from time import monotonic, process_time

from figures.section import replace_section, table
from trials.mutation import LONGEST, REPEATED, REPEATS, Mutator
from trials.trial import Tally, Trial

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests" / "fuzzing"
MEMORY = 4096
"""Megabytes that the process may hold."""
_LONGEST = 300
"""Seconds of the clock after which an input is given up that is put through once more."""
_PART = 1_000
"""Bytes of it from which all that it needs has been loaded."""
PACKAGES = {
    "syndication": ("feedparser", "html.parser"),
    "page": ("trafilatura", "htmldate"),
    "pdf": ("pypdf",),
}
"""What is guided by its coverage beside our own code."""


def main() -> int:
    """Fuzz each target in a process of its own; 1 if one failed."""
    asked = _arguments()
    sys.path[:0] = [str(TESTS), str(TESTS.parent / "strategies")]
    if asked.again:
        print(_seconds(asked.target[0], asked.again.read_bytes()))
        return 0
    if asked.inside:
        _fuzz(asked)
        return 0
    names = asked.target or _names()
    tallies = [_in_process(name, asked) for name in names]
    if asked.write:
        replace_section("fuzzing", f"{asked.date}: {figures(tallies)}")
    if asked.json:
        print(json.dumps([asdict(tally) for tally in tallies], indent=1))
    else:
        _tell(tallies)
    return 1 if any(tally.findings for tally in tallies) else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--target", action="append", help="by name, may be repeated; else all")
    parser.add_argument("--minutes", type=float, default=1.0, help="for each target")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--findings", type=Path, default=None, help="folder; else a temporary one")
    parser.add_argument("--engine", choices=("atheris", "mutation"), default=None)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--write", action="store_true", help="keep the figures in README.md")
    parser.add_argument("--date", default=date.today().isoformat(), help="their day, if not today")
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--again", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def _names() -> list[str]:
    from fuzz_targets import TARGETS

    return list(TARGETS)


def _in_process(name: str, asked: argparse.Namespace) -> Tally:
    """Fuzz one target: a crash of the interpreter ends its process and no other."""
    folder = asked.findings or Path(tempfile.mkdtemp(prefix="fuzzing-"))
    folder.mkdir(parents=True, exist_ok=True)
    result = folder / f"{name}.json"
    result.unlink(missing_ok=True)
    command = [sys.executable, __file__, "--target", name, "--inside", str(folder)]
    command += ["--minutes", str(asked.minutes), "--seed", str(asked.seed)]
    command += ["--engine", asked.engine] if asked.engine else []
    done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL)  # noqa: S603
    tally = Tally(**json.loads(result.read_text())) if result.exists() else Tally(name)
    if done.returncode:
        crashes = sorted(map(str, folder.glob(f"{name}-crash-*")))
        tally.findings[f"the process ended with {done.returncode}"] = " ".join(crashes)
    return tally


def _fuzz(asked: argparse.Namespace) -> None:
    """Fuzz the one target that is asked for, in this process."""
    (name,) = asked.target
    guided = asked.engine != "mutation" and _instrument(name)
    from fuzz_targets import target

    seeds = list(_seeds(name))
    for seed in seeds:  # what is loaded for an input is not that input's time
        with suppress(Exception):  # it is told when the seed is on trial
            target(name)(seed)
    again = partial(_again, name) if guided else None
    trial = Trial(name, target(name), asked.inside, again)
    result = asked.inside / f"{name}.json"
    mutate = Mutator(_words("dictionary"), _words("prose"), asked.seed)
    seconds = 60 * asked.minutes
    if guided:
        _guided(trial, seeds, mutate, asked, result)
    else:
        _unguided(trial, seeds, mutate, random.Random(asked.seed), seconds)  # noqa: S311  # as above
        result.write_text(json.dumps(asdict(trial.tally)), encoding="utf-8")


def _again(name: str, data: bytes) -> float:
    """The CPU seconds that an input takes in a process without instrumentation."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "input")
        path.write_bytes(data)
        command = [sys.executable, __file__, "--target", name, "--again", str(path)]
        try:
            done = subprocess.run(  # noqa: S603  # this program
                command, check=True, capture_output=True, text=True, timeout=_LONGEST
            )
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
            return math.inf
    return float(done.stdout.split()[-1])


def _seconds(name: str, data: bytes) -> float:
    """The CPU seconds of an input, of which a part has been put through to load what it needs."""
    from fuzz_targets import target

    run = target(name)
    with suppress(Exception):
        run(data[:_PART])
    begun = process_time()
    with suppress(Exception):
        run(data)
    return process_time() - begun


def _instrument(name: str) -> bool:
    """Have what is imported from here on tell what it runs through; False without atheris."""
    try:
        import atheris
    except ImportError:
        return False
    from fuzz_targets import target

    with atheris.instrument_imports(include=["communique", *PACKAGES.get(name, ())]):
        target(name)
    return True


def _guided(
    trial: Trial, seeds: Sequence[bytes], mutate: Mutator, asked: argparse.Namespace, result: Path
) -> None:
    """Let libFuzzer choose the inputs; it ends the process."""
    import atheris

    until = monotonic() + 60 * asked.minutes

    def change(data: bytes, most: int, seed: int) -> bytes:
        if seed % REPEATS == 0:
            return mutate.repeated(data[:LONGEST])[:most]
        return mutate(data)[:most] if seed % 3 else atheris.Mutate(data, most)

    def one(data: bytes) -> None:
        trial(data)
        if monotonic() > until:
            result.write_text(json.dumps(asdict(trial.tally)), encoding="utf-8")
            os._exit(0)

    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(seeds):
            Path(folder, str(number)).write_bytes(seed)
        options = [
            *(
                f"-artifact_prefix={asked.inside}/{trial.tally.target}-crash-",
                f"-seed={asked.seed}",
            ),
            *(f"-max_len={REPEATED}", f"-rss_limit_mb={MEMORY}", "-len_control=0", "-verbosity=0"),
            *("-handle_int=0", "-detect_leaks=0", "-timeout=600"),
        ]
        atheris.Setup([sys.argv[0], *options, folder], one, custom_mutator=change)
        atheris.Fuzz()


def _unguided(
    trial: Trial, seeds: list[bytes], mutate: Mutator, chance: random.Random, seconds: float
) -> None:
    """Mutate the seeds, and what became of them, until the time is over."""
    until = monotonic() + seconds
    pool = [*seeds]
    for seed in seeds:
        trial(seed)
    while monotonic() < until:
        data = mutate(chance.choice(pool), chance.choice(seeds))
        trial(data)
        if chance.randrange(10) == 0:
            pool.append(data)
            del pool[len(seeds) : max(len(seeds), len(pool) - 200)]


def _seeds(name: str) -> Iterator[bytes]:
    """What a target starts from: its kept findings, examples of its kind, pieces of our feed."""
    from fuzz_targets.kept import kept
    from fuzz_targets.samples import samples

    yield b""
    for finding in kept(name):
        if len(finding.data) <= REPEATED:
            yield finding.data
    yield from samples(name)


def _words(name: str) -> list[bytes]:
    lines = (TESTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [_unescaped(line) for line in lines if line and not line.startswith("#")]


def _unescaped(line: str) -> bytes:
    return re.sub(
        rb"\\x([0-9a-f]{2})", lambda match: bytes([int(match[1], 16)]), line.encode("utf-8")
    )


def figures(tallies: Sequence[Tally]) -> str:
    """What was done, in one line and as a table; the findings are in their folder."""
    minutes = sum(tally.seconds for tally in tallies) / 60
    inputs = sum(tally.executions for tally in tallies)
    processor = sum(tally.cpu for tally in tallies)
    again = sum(tally.again for tally in tallies)
    faults = sum(len(tally.findings) for tally in tallies)
    told = (
        f"{inputs:,} inputs in {minutes:.0f} minutes of the clock, {processor / 60:.0f} of the "
        f"processor, {again} of them once more without instrumentation; places at which one "
        f"failed: {faults}."
    )
    rows = [
        (
            tally.target,
            f"{tally.executions:,}",
            f"{tally.seconds:.0f}",
            f"{tally.executions / tally.cpu:,.0f}" if tally.cpu else "–",
        )
        for tally in tallies
    ]
    return f"{told}\n\n{table(('target', 'inputs', 'seconds', 'inputs a CPU second'), rows)}"


def _tell(tallies: Sequence[Tally]) -> None:
    print(f"{'target':14}{'inputs':>10}{'a second':>10}{'CPU s':>8}  findings")
    for tally in tallies:
        rate = tally.executions / tally.seconds if tally.seconds else 0.0
        print(
            f"{tally.target:14}{tally.executions:>10,}{rate:>10,.0f}{tally.cpu:>8,.0f}  "
            f"{len(tally.findings)}"
        )
    for tally in tallies:
        for place, path in tally.findings.items():
            print(f"{tally.target}: {place}: {path}")


if __name__ == "__main__":
    sys.exit(main())
