"""What the person at the terminal sees: lines, tables, JSON, errors and progress."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import typer

WIDE = 4096
"""Columns of a table that goes to a file or another program: nothing is wrapped."""


_CONTROLS = {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"}


def _plain(text: str) -> str:
    """A text without the control characters by which a release could steer the terminal."""
    return text.translate(_CONTROLS)


def say(line: str) -> None:
    """Print one line to standard output."""
    typer.echo(_plain(line))


def warn(line: str) -> None:
    """Print one line to standard error, yellow on a terminal."""
    typer.secho(_plain(line), fg="yellow", err=True)


def fail(line: str) -> None:
    """Print an error as one line to standard error, red on a terminal."""
    typer.secho(_plain(" ".join(f"communique: {line}".split())), fg="red", err=True)


def counted(number: int, noun: str) -> str:
    """A number with its noun ("1 release", "2 releases", "1 mismatch", "2 mismatches")."""
    if number == 1:
        return f"1 {noun}"
    if noun.endswith("y"):
        return f"{number} {noun[:-1]}ies"
    return f"{number} {noun}{'es' if noun.endswith('ch') else 's'}"


def say_json(value: Any) -> None:
    """Print a value as JSON, as it is (sort what has no order before)."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=1))


def say_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table; its cells are text, never markup."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for column in columns:
        table.add_column(Text(column), overflow="fold")
    for row in rows:
        table.add_row(*(Text(_plain(cell)) for cell in row))
    console = Console(width=None if sys.stdout.isatty() else WIDE, highlight=False)
    with console.capture() as drawn:
        console.print(table)
    for line in drawn.get().splitlines():
        typer.echo(line.rstrip())


class Meter:
    """Counts what has been done on a progress bar; silent where there is no terminal."""

    def __init__(self, bar: Any = None, task: Any = None) -> None:
        """Take a rich progress bar and its task, or nothing."""
        self._bar, self._task = bar, task

    def __call__(self, done: int, total: int | None = None) -> None:
        """Show how many are done, and of how many if that is known."""
        if self._bar is not None:
            self._bar.update(self._task, completed=done, total=total)


@contextmanager
def progress(doing: str) -> Iterator[Meter]:
    """A progress bar on standard error while the block runs, if that is a terminal."""
    if not sys.stderr.isatty():
        yield Meter()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns, TimeElapsedColumn(), console=Console(stderr=True), transient=True
    ) as bar:
        yield Meter(bar, bar.add_task(doing, total=None))
