"""What the person at the terminal sees: lines, tables, JSON, errors and progress."""

import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from textwrap import wrap
from typing import Any

import typer

from communique.loaders.cells import json_text

WIDE = 4096
"""Columns of a table that goes to a file or another program: nothing is wrapped."""

_GAP = 3
"""Columns between two columns of a table."""

_NARROWEST = 10
"""Columns that a wrapped text takes at least."""

_LEAD = 4
"""Columns for the number of a record."""

_LONGEST_WORD = 24
"""Letters from which a word may be broken."""


_CONTROLS = {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"}


def _plain(text: str) -> str:
    """A text without the control characters by which a release could steer the terminal.

    Bytes of a path that are no UTF-8 are escaped.
    """
    return text.translate(_CONTROLS).encode("utf-8", "backslashreplace").decode()


def say(line: str) -> None:
    """Print one line to standard output."""
    typer.echo(_plain(line))


def note(line: str) -> None:
    """Print one line to standard error, for who waits."""
    typer.echo(_plain(line), err=True)


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
    typer.echo(json_text(value, indent=1))


def say_document(text: str) -> None:
    """Print CSV or Markdown as it is; on a terminal without control characters."""
    typer.echo(_plain(text) if sys.stdout.isatty() else text, nl=False)


def say_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table; its cells are text, never markup.

    On a terminal that is too narrow for the words of a row side by side, each row is a record,
    one column to a line, empty ones left out.
    """
    content = [[_plain(cell) for cell in row] for row in rows]
    width = columns_of_terminal()
    widths = _widths([list(columns), *content], width)
    if widths:
        _say_rows(columns, content, widths)
    else:
        _say_records(columns, content, width)


def say_wrapped(text: str, indent: int, first: str = "") -> None:
    """Print a text, wrapped and indented on a terminal, as one line elsewhere.

    Args:
        text: What to print.
        indent: Columns before each line.
        first: Stands in the indent of the first line.
    """
    for line in _wrapped(_plain(text), indent, columns_of_terminal(), first):
        typer.echo(line)


def columns_of_terminal() -> int:
    """How wide the terminal is; ``WIDE`` where the output goes to a file or another program."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else WIDE


def _widths(lines: Sequence[Sequence[str]], width: int) -> list[int]:
    """Widths of columns by which no word is broken; empty if they do not fit."""
    cells = list(zip(*lines, strict=True))
    natural = [max(map(len, column)) for column in cells]
    least = [
        min(_LONGEST_WORD, max((len(word) for cell in column for word in cell.split()), default=0))
        for column in cells
    ]
    room = width - _GAP * (len(cells) - 1)
    if sum(natural) <= room:
        return [max(1, size) for size in natural]
    spare, missing = room - sum(least), sum(natural) - sum(least)
    if spare < 0:
        return []
    return [
        max(1, low + spare * (high - low) // missing)
        for low, high in zip(least, natural, strict=True)
    ]


def _say_rows(columns: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for column, width in zip(columns, widths, strict=True):
        table.add_column(Text(column), overflow="fold", width=width)
    for row in rows:
        table.add_row(*map(Text, row))
    console = Console(width=max(WIDE, sum(widths) + _GAP * len(widths)), highlight=False)
    with console.capture() as drawn:
        console.print(table)
    for line in drawn.get().splitlines():
        typer.echo(line.rstrip())


def _say_records(columns: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> None:
    """Each row as lines of a name and a value; a column without a name is the row's number."""
    indent = _LEAD + max(map(len, columns)) + _GAP
    for row in rows:
        stated = [(name, cell) for name, cell in zip(columns, row, strict=True) if cell]
        lead = next((cell for name, cell in stated if not name), "─")
        for name, cell in (pair for pair in stated if pair[0]):
            for line in _wrapped(cell, indent, width, f"{lead:<{_LEAD}}{name}"):
                typer.echo(line)
            lead = ""


def _wrapped(text: str, indent: int, width: int, first: str) -> list[str]:
    lines = wrap(text, max(_NARROWEST, width - indent - 1), break_on_hyphens=False) or [""]
    starts = [first, *([""] * (len(lines) - 1))]
    return [f"{start:<{indent}}{line}" for start, line in zip(starts, lines, strict=True)]


class Meter:
    """Counts what has been done on a progress bar; silent where there is no terminal."""

    def __init__(self, bar: Any = None, task: Any = None) -> None:
        """Take a rich progress bar and its task, or nothing."""
        self._bar, self._task = bar, task

    def __call__(self, done: int, total: int | None = None) -> None:
        """Show how many are done, of how many if that is known, and how fast that goes."""
        if self._bar is not None:
            speed = self._bar.tasks[0].speed
            rate = f"{speed:,.1f}/s" if speed else ""
            left = "left" if total else ""
            self._bar.update(self._task, completed=done, total=total, rate=rate, left=left)


@contextmanager
def progress(doing: str) -> Iterator[Meter]:
    """A progress bar on standard error while the block runs, if that is a terminal."""
    if not sys.stderr.isatty():
        yield Meter()
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TextColumn("{task.fields[left]}"),
        TimeRemainingColumn(compact=True),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield Meter(bar, bar.add_task(doing, total=None, rate="", left=""))
