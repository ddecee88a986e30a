"""Sheets for readers to judge: the commands that draw one and count its verdicts."""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from figures.section import percent, replace_section, table

Line = dict[str, Any]
"""What is to be judged, with its ``verdict``."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A kind of sheet.

    Attributes:
        about: What the program says of itself, and what a drawn line is.
        draw: Gives the lines to judge.
        verdicts: Where verdicts are kept.
        kept: The fields of a line that are kept with its verdict: no sentence of a release.
        section: The section of README.md that holds the figures.
        field: The field by which lines are counted.
        values: Its values in the order of the table; those of the lines, sorted, if empty.
        third: The verdict beside right and wrong.
        head: Titles of the columns.
        told: What stands before the table in README.md after the day.
    """

    about: tuple[str, str]
    draw: Callable[[], Iterable[Line]]
    verdicts: Path
    kept: tuple[str, ...]
    section: str
    field: str
    values: tuple[str, ...]
    third: str
    head: tuple[str, ...]
    told: Callable[[Sequence[Line]], str]

    def run(self) -> None:
        """Draw a sheet or count one, as the command line says."""
        parser = argparse.ArgumentParser(description=self.about[0])
        commands = parser.add_subparsers(required=True)
        drawing = commands.add_parser("draw", help=f"write the {self.about[1]} to judge")
        drawing.add_argument("-o", "--output", type=Path, required=True)
        drawing.set_defaults(run=self._draw)
        counting = commands.add_parser("count", help="count the verdicts")
        counting.add_argument("sheet", type=Path, nargs="?", default=self.verdicts)
        counting.add_argument("--keep", action="store_true", help="keep the verdicts, unquoted")
        counting.add_argument("--write", action="store_true", help="keep the figures in README.md")
        counting.add_argument("--date", default=date.today().isoformat(), help="their day")
        counting.set_defaults(run=self._count)
        options = parser.parse_args()
        options.run(options)

    def _draw(self, options: argparse.Namespace) -> None:
        with options.output.open("w", encoding="utf-8") as sheet:
            for line in self.draw():
                sheet.write(_written(line))

    def _count(self, options: argparse.Namespace) -> None:
        text = options.sheet.read_text(encoding="utf-8")
        lines = [json.loads(line) for line in text.splitlines()]
        if options.keep:
            kept = ({key: line.get(key) for key in self.kept} for line in lines)
            self.verdicts.write_text("".join(map(_written, kept)), encoding="utf-8")
        shown = self._table(lines)
        print(shown)
        if options.write:
            told = f"{options.date}: {self.told(lines)}; verdicts in `{self.verdicts.name}`."
            replace_section(self.section, f"{told}\n\n{shown}")

    def _table(self, lines: Sequence[Line]) -> str:
        counts = Counter((line[self.field], line["verdict"]) for line in lines)
        counts.update(("all", line["verdict"]) for line in lines)
        values = self.values or sorted({line[self.field] for line in lines})
        rows = []
        for value in (*values, "all"):
            right, wrong, third = (counts[value, v] for v in ("right", "wrong", self.third))
            share = percent(right / (right + wrong) if right + wrong else None)
            rows.append([value, str(right), str(wrong), str(third), share])
        return table(self.head, rows)


def _written(line: Line) -> str:
    return json.dumps(line, ensure_ascii=False) + "\n"
