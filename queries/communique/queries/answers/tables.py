"""Rows as CSV, Markdown and HTML."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from html import escape
from urllib.parse import quote as percent_encoded

from communique.loaders.cells import harmless
from communique.queries.answers.cells import cell

_MARKS = re.compile(r"[\\`*\[\]<>|~$]|&(?=[#\w])|(?<![^\W_])_|_(?![^\W_])")
"""What means something inside a cell of GitHub's Markdown: not an underscore within a word."""

_IN_ADDRESSES = "%:/?#[]@!$&'()*+,;=-._~"
"""What may stand in an address as it is."""


def csv_table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """CSV (RFC 4180); no cell is a formula to a spreadsheet."""
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow(header)
    writer.writerows([_harmless(value) for value in row] for row in rows)
    return target.getvalue()


def markdown_table(
    header: Sequence[str], rows: Iterable[Sequence[object]], numbers: Sequence[bool]
) -> str:
    """A table as GitHub reads it, each row a line; what is in a cell is never markup.

    Args:
        header: Names of the columns.
        rows: Values.
        numbers: Which columns hold numbers, which are set to the right.
    """
    rule = ["--:" if number else "---" for number in numbers]
    lines = [[_escaped(name) for name in header], rule]
    lines += [[_escaped(cell(value)) for value in row] for row in rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def markdown_item(
    rows: Sequence[int], said: str, quotes: Iterable[tuple[str, str, str | None]]
) -> str:
    """A fact as an item of a list, with its quotes as items below it.

    Args:
        rows: Numbers of the rows that rest on it.
        said: The fact in words.
        quotes: The words of releases, where they stand, and the address of the release.
    """
    lines = [f"- {', '.join(map(str, rows))}: {_escaped(said)}"]
    for quote, source, url in quotes:
        named = _escaped(source)
        link = f"[{named}](<{percent_encoded(url, safe=_IN_ADDRESSES)}>)" if url else named
        lines.append(f"  - “{_escaped(quote)}” ({link})")
    return "".join(f"{line}\n" for line in lines)


def html_table(
    caption: str, header: Sequence[str], rows: Iterable[Sequence[object]], titles: Sequence[str]
) -> str:
    """A table for a notebook.

    Args:
        caption: Stands over it.
        header: Names of the columns.
        rows: Values.
        titles: What a row shows when the pointer rests on it; nothing if empty.
    """
    head = "".join(f"<th>{escape(name)}</th>" for name in header)
    hints = [f' title="{escape(title)}"' if title else "" for title in titles]
    lines = [
        f"<tr{hint}>{''.join(f'<td>{escape(cell(value))}</td>' for value in row)}</tr>"
        for row, hint in zip(rows, hints, strict=True)
    ]
    return "\n".join(
        [
            "<table>",
            f"<caption>{escape(caption)}</caption>",
            f"<thead><tr>{head}</tr></thead>",
            "<tbody>",
            *lines,
            "</tbody>",
            "</table>",
        ]
    )


def _harmless(value: object) -> str:
    """A cell with an apostrophe before what a spreadsheet would take for a formula."""
    text = cell(value)
    return text if isinstance(value, int | float) else harmless(text)


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\g<0>", " ".join(text.split()))
