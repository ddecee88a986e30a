"""The health file: how the watching goes, as JSON."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from typing import Any

from communique.watching.round import Round, Rounds
from communique.workspace.destination import destination

FILE = "health.json"
"""Name of the health file in a workspace."""

GRACE = 600.0
"""Seconds by which a round may last longer, or come later, than was said."""

_MOST = 50


class Status(StrEnum):
    """How the watching goes.

    ``failing``: no source answers, or ledger or store cannot be written. ``degraded``: some source
    does not answer, some release could not be read, or the server was not brought up to date.
    """

    STARTING = "starting"
    OK = "ok"
    DEGRADED = "degraded"
    FAILING = "failing"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Life:
    """The process that watches.

    Attributes:
        process: Its number.
        started: When it began, in seconds since the epoch.
        rounds: How many it has gone.
        once: Whether it ends after one.
    """

    process: int
    started: float
    rounds: int
    once: bool


def health(
    rounds: Rounds, last: Round | None, life: Life, *, stopped: bool = False
) -> dict[str, Any]:
    """How the watching goes; all times in ISO 8601 and UTC.

    Args:
        rounds: What is gone.
        last: The last round; None before the first.
        life: Who goes.
        stopped: Whether it ends now.
    """
    status = Status.STARTING if last is None else status_of(rounds, last)
    ends = stopped or life.once
    return {
        "status": str(Status.STOPPED if stopped else status),
        "software": f"communique {version('communique')}",
        "process": life.process,
        "started": iso(life.started),
        "rounds": life.rounds,
        "every_seconds": rounds.plan.schedule.every,
        "next": None if ends or last is None else iso(rounds.next),
        "last_round": None if last is None else _round(last),
        "sources": [
            {
                "source": source.told,
                "status": "failing" if memory.failures else "ok",
                "last_attempt": iso(memory.attempted),
                "last_success": iso(memory.succeeded),
                "failures": memory.failures,
                "reason": memory.reason,
                "next": iso(memory.due),
            }
            for source in rounds.plan.sources
            for memory in (rounds.state.of(source),)
        ],
        "store": rounds.workspace.store,
    }


def status_of(rounds: Rounds, last: Round) -> Status:
    """How it goes after a round."""
    failing = [source for source in rounds.plan.sources if rounds.state.of(source).failures]
    increment = last.increment
    unwritten = rounds.state.behind or (increment.troubles and not increment.recorded)
    if len(failing) == len(rounds.plan.sources) or unwritten:
        return Status.FAILING
    return Status.DEGRADED if failing or last.troubles else Status.OK


def write_health(path: Path, told: Mapping[str, Any]) -> None:
    """Write the health file; it is the old one or the new one, never half of one.

    Raises:
        UnwritableFileError: It cannot be written.
    """
    with destination(path) as out:
        out.write(json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8", "replace"))


def iso(moment: float | None) -> str | None:
    """A moment as ISO 8601 in UTC, to the second."""
    if moment is None:
        return None
    return datetime.fromtimestamp(moment, UTC).isoformat(timespec="seconds")


def _round(last: Round) -> dict[str, Any]:
    increment = last.increment
    report, loaded, pushed = increment.report, increment.loaded, increment.pushed
    problems = (*report.skipped, *report.failed) if report else ()
    return {
        "started": iso(last.started),
        "finished": iso(last.finished),
        "seconds": round(last.finished - last.started, 1),
        "sources": len(last.polled),
        "failed_sources": len(last.failed),
        "new": report.new if report else 0,
        "changed": report.changed if report else 0,
        "unchanged": report.unchanged if report else 0,
        "failed": len(report.failed) if report else 0,
        "skipped": len(report.skipped) if report else 0,
        "releases_in_ledger": report.releases if report else None,
        "store_writes": loaded.writes if loaded else 0,
        "pushed_graphs": pushed.writes if pushed else 0,
        "troubles": list(increment.troubles),
        "remarks": [
            f"{one.source.told}: {remark}" for one in last.polled for remark in one.remarks
        ],
        "problems": [
            {"source": item.path, "title": item.title, "reason": item.reason}
            for item in problems[:_MOST]
        ],
    }
