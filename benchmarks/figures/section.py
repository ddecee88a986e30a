"""Figures as text, and the sections of README.md that hold the last ones."""

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table that is aligned in a terminal too; all columns but the first are numbers."""
    lines = [head, *rows]
    widths = [max(3, *(len(line[column]) for line in lines)) for column in range(len(head))]
    rule = [":" + "-" * (widths[0] - 1), *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join(_row(line, widths) for line in (head, rule, *rows))


def percent(share: float | None) -> str:
    """A share with one decimal, or a dash if there was nothing to count."""
    return "–" if share is None else f"{100 * share:.1f}"


def replace_section(name: str, content: str, path: Path = README) -> None:
    """Put new figures between the markers of a section; all other text stays.

    Raises:
        ValueError: The file does not hold both markers, once and in order.
    """
    begin, end = f"<!-- begin {name} -->", f"<!-- end {name} -->"
    text = path.read_text(encoding="utf-8")
    before, found, rest = text.partition(begin)
    _, ended, after = rest.partition(end)
    if not found or not ended or begin in after or end in before + after:
        raise ValueError(f"{path} must hold {begin} and then {end}, each once")
    _write(path, f"{before}{begin}\n\n{content.strip()}\n\n{end}{after}")


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    numbers = zip(cells[1:], widths[1:], strict=True)
    return " | ".join([f"| {cells[0]:<{widths[0]}}", *(f"{c:>{w}}" for c, w in numbers)]) + " |"


def _write(path: Path, text: str) -> None:
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", newline="\n", dir=path.parent, delete=False
    ) as out:
        out.write(text)
    Path(out.name).chmod(path.stat().st_mode)
    os.replace(out.name, path)
