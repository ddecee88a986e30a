"""How the watching goes, read from the health file."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from communique.cli.console import counted, say, say_table, warn
from communique.cli.wrong_use import WrongUseError

SILENT = 600.0
"""Seconds after the time of the next round from which the file is no sign of life any more."""
NOT_WELL = 1
"""Exit status if something is wrong."""


def say_status(path: Path, now: float) -> int:
    """Say how it goes; the exit status.

    Raises:
        WrongUseError: There is no health file, or it is none.
    """
    told = _read(path)
    late = _seconds_late(told.get("next"), now)
    status = "silent" if late > SILENT else str(told.get("status"))
    last = told.get("last_round") or {}
    say(f"status    {status}")
    say(f"rounds    {told.get('rounds')}, the last at {last.get('finished') or '-'}")
    say(f"next      {told.get('next') or '-'}")
    for trouble in last.get("troubles", ()):
        warn(f"trouble   {trouble}")
    rows = [_row(source) for source in told.get("sources", ())]
    say_table(("source", "status", "last success", "failures", "reason"), rows)
    if late > SILENT:
        warn(
            f"the next round was due {counted(round(late / 60), 'minute')} ago; does it still run?"
        )
    return 0 if status in {"ok", "starting"} else NOT_WELL


def _read(path: Path) -> dict[str, Any]:
    try:
        told = json.loads(path.read_bytes())
    except FileNotFoundError as error:
        raise WrongUseError(
            f"{path}: there is no health file; nothing has been watched for this workspace yet"
        ) from error
    except (OSError, RecursionError, ValueError) as error:
        raise WrongUseError(f"{path}: no health file that can be read: {error}") from error
    if not isinstance(told, dict):
        raise WrongUseError(f"{path}: no health file of communique")
    return told


def _seconds_late(due: str | None, now: float) -> float:
    return 0.0 if due is None else now - datetime.fromisoformat(due).timestamp()


def _row(source: dict[str, Any]) -> tuple[str, ...]:
    cells = (
        source.get(name) for name in ("source", "status", "last_success", "failures", "reason")
    )
    return tuple("" if cell is None else str(cell) for cell in cells)
