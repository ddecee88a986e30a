"""Scores the extractor on sets of annotated releases, with ``communique evaluate``.

No set's releases are listed, and there is no option to list errors: two of the sets are scored and
never read (README.md, "The sets").
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from figures.machine import Machine
from figures.named import some_of
from figures.section import percent, replace_section, table

from communique.extractors.model import load_model

ROOT = Path(__file__).resolve().parent.parent
GOLD = Path(os.environ.get("COMMUNIQUE_GOLD", ROOT.parent / "shared" / "gold"))
SETS = {name: GOLD / name for name in ("seed", "dev", "own", "blind")} | {
    "unread": ROOT / "benchmarks" / "unread",
    "fresh": ROOT / "benchmarks" / "fresh",
    "example": ROOT / "tests" / "gold" / "example",
}
"""Folders of annotated releases; they need not be there."""
HELD_OUT = frozenset({"blind", "unread", "fresh"})
"""Sets of which nothing but figures is shown, not even why scoring failed."""
UNREAD = 1
"""Exit status of ``communique evaluate`` if a release could not be read or extracted."""

SHOWN = ("date", "status", "role")
SUMMARY = ("", "releases", "P", "R", "F1", "entities P", "R", "F1", *SHOWN, "evidence exact")
COUNTS = ("gold", "predicted", "tp", "fp", "fn", "neutral")
DETAIL = ("", "gold", "predicted", "right", "wrong", "missed", "neutral", "P", "R", "F1")


@dataclass(frozen=True, slots=True)
class SetScore:
    """The figures of one set.

    Attributes:
        releases: Annotated releases in it.
        complete: Whether all of them could be read and extracted.
        triples: Counts and shares over all relations.
        entities: Counts and shares over all entity types.
        by_predicate: The same by relation.
        qualifiers: Right and scored over matched triples, by qualifier.
        evidence: Right and scored quotes, ``exact`` and ``verbatim``.
    """

    releases: int
    complete: bool
    triples: Mapping[str, Any]
    entities: Mapping[str, Any]
    by_predicate: Mapping[str, Mapping[str, Any]]
    qualifiers: Mapping[str, Mapping[str, Any]]
    evidence: Mapping[str, Mapping[str, Any]]


def main() -> None:
    """Score the sets that are there, print the figures and keep them if asked to."""
    options = _options()
    scores: dict[str, SetScore] = {}
    for name in options.sets:
        if not SETS[name].is_dir():
            print(f"{name}: no annotated releases, passed over", file=sys.stderr)
            continue
        scores[name] = _score(name)
        if not options.json:
            print(f"{_details(name, scores[name])}\n", flush=True)
    if not scores:
        raise SystemExit("nothing to score; COMMUNIQUE_GOLD is to name the folder of the sets")
    machine = Machine.running(load_model())
    if options.json:
        sets = {name: asdict(score) for name, score in scores.items()}
        print(json.dumps({"machine": asdict(machine), "sets": sets}, indent=1))
    else:
        print(_summary(scores))
    if options.write:
        replace_section("accuracy", _section(scores, machine, options.date))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--sets",
        type=some_of(SETS),
        default=tuple(SETS),
        metavar="NAME,NAME",
        help=f"which of {', '.join(SETS)}; all by default",
    )
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--write", action="store_true", help="keep the figures in README.md")
    parser.add_argument("--date", default=date.today().isoformat(), help="their day, if not today")
    return parser.parse_args()


def _score(name: str) -> SetScore:
    """Score one set as a user would, in a process of its own."""
    command = [sys.executable, "-m", "communique", "evaluate", str(SETS[name]), "--json"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)  # noqa: S603
    if done.returncode not in (0, UNREAD) or not done.stdout:
        reason = "" if name in HELD_OUT else f"\n{done.stderr}"
        raise SystemExit(f"{name}: communique evaluate ended with {done.returncode}{reason}")
    report = json.loads(done.stdout)
    return SetScore(
        len(report["by_document"]),
        done.returncode != UNREAD,
        *(report[part] for part in ("triples", "entities", "by_predicate")),
        *(report[part] for part in ("qualifiers", "evidence")),
    )


def _details(name: str, score: SetScore) -> str:
    parts = {"triples": score.triples, "entities": score.entities, **score.by_predicate}
    rows = [
        [part, *(str(count[key]) for key in COUNTS), *_shares(count)]
        for part, count in parts.items()
    ]
    qualifiers = (f"{key} {_rate(rate)}" for key, rate in score.qualifiers.items())
    rates = ", ".join((*qualifiers, f"evidence exact {_rate(score.evidence['exact'])}"))
    unread = "" if score.complete else "; not every release could be read"
    return f"#### {name}: {score.releases} releases{unread}\n\n{table(DETAIL, rows)}\n\n{rates}"


def _summary(scores: Mapping[str, SetScore]) -> str:
    rows = [
        [
            name,
            str(score.releases),
            *_shares(score.triples),
            *_shares(score.entities),
            *(percent(score.qualifiers[key]["accuracy"]) for key in SHOWN),
            percent(score.evidence["exact"]["accuracy"]),
        ]
        for name, score in scores.items()
    ]
    return table(SUMMARY, rows)


def _section(scores: Mapping[str, SetScore], machine: Machine, day: str) -> str:
    details: Sequence[str] = [_details(name, score) for name, score in scores.items()]
    return "\n\n".join((f"{day}: {machine}.", _summary(scores), *details))


def _shares(count: Mapping[str, Any]) -> list[str]:
    return [percent(count[key]) for key in ("precision", "recall", "f1")]


def _rate(rate: Mapping[str, Any]) -> str:
    return f"{percent(rate['accuracy'])} ({rate['right']} of {rate['scored']})"


if __name__ == "__main__":
    main()
