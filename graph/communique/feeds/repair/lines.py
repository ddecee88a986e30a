# ruff: noqa: RUF001 (releases are full of typographic dashes and quotes)
"""Lines that are no part of what a release says, and the shape of those that are."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from communique.feeds.repair.alignment import Edit

LONGEST_BOILERPLATE = 400
"""Characters of the longest line that may be boilerplate."""

_LINE = re.compile(r"[^\n]+")
BULLET = re.compile(r"(?:[•·∙◦▪▫■□●○‣⁃➢►✓]\s*|[–—\-*]\s+|o\s+(?=[^\W\d_]))(?=\S)")
_QUOTED = re.compile(r"(?m)^[ \t]*(?:>[ \t]?)+")
_FEWEST_QUOTED = 2
_NOTE_MARK = re.compile(r"(?<=[\w.,;:!?”\"’)])\[\d{1,2}\](?=[\s.,;:!?)”]|$)")
_GAP = re.compile(r" {2,}| +(?=\n)|(?<=\n) +")
_GAPS = ("  ", " \n", "\n ")
"""What a text with such spaces holds."""
_CELLS = re.compile(r"[ \u00a0]*\t[ \t\u00a0]*|[ \u00a0]{2,}")
_WIDE = 3
"""Spaces that part two cells; two do so where a cell of another row begins below or above."""
_ROW = re.compile(
    r"(?:\d{1,3}[.)]?(?:[ \u00a0]*\t|[ \u00a0]{2,}))?"
    r"(?P<first>[^\W\d_](?:[^\n\t:.;\d]|\.(?=[^ ]))*?)(?:[ \u00a0]*\t|[ \u00a0]{3,})\S"
)
_NUMBERED = re.compile(r"\d{1,3}\b")
_LONGEST_ROW = 200
_FEWEST_ROWS = 2
_EMPTY_LINES = re.compile(r"\n{3,}")
_CUT_OFF = re.compile(r"\s*[\[(]?(?:…|\.{3,})[\])]?(?=\.?\s*\Z)")
_LONGEST_MARK = 10  # characters of a mark with its brackets
_CONTACT_LINE = 80  # characters of the longest line under a contact heading


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """One kind of boilerplate.

    Attributes:
        name: Of the rule.
        pattern: Regular expression; case is ignored.
        example: A text that it finds.
        scope: ``line`` (all of a line), ``heading`` (all of a line, and the short lines below it
            up to a blank one) or ``inline`` (any part of a line).
        counterexample: A text like it that stays.
    """

    name: str
    pattern: str
    example: str
    scope: str = "line"
    counterexample: str = ""


@cache
def boilerplate_rules() -> tuple[Boilerplate, ...]:
    """The rules of ``boilerplate.jsonl``, in the order of the file."""
    text = files(__package__).joinpath("boilerplate.jsonl").read_text(encoding="utf-8")
    return tuple(Boilerplate(**json.loads(line)) for line in text.splitlines())


def inline_boilerplate(text: str, body: int) -> Iterator[Edit]:
    """Yield the removal of captions and link notes inside the lines of the body."""
    for match in _pattern("inline").finditer(text, body):
        yield Edit(match.start(), match.end(), "")


def line_boilerplate(text: str, body: int) -> Iterator[Edit]:
    """Yield the removal of captions, contacts and sharing lines of the body; line ends stay."""
    line_rule, heading_rule = _pattern("line"), _pattern("heading")
    under_heading = -1  # where the next line begins if it stands under a contact heading
    for match in _LINE.finditer(text, body):
        line = match[0].strip()
        if len(line) > LONGEST_BOILERPLATE:
            continue
        heading = heading_rule.fullmatch(line) is not None
        below = match.start() == under_heading and 0 < len(line) <= _CONTACT_LINE
        if heading or below:
            under_heading = match.end() + 1
        if heading or below or line_rule.fullmatch(line):
            yield Edit(match.start(), match.end(), "")


def cut_off_mark(text: str, body: int) -> Iterator[Edit]:
    """Yield the removal of the mark that the feed cut the release off, and of blanks at the end."""
    end = len(text.rstrip())
    if (match := _CUT_OFF.search(text, max(body, end - _LONGEST_MARK))) is not None:
        yield Edit(match.start(), match.end(), "")
    if body <= end < len(text):
        yield Edit(end, len(text), "")


def table_cells(text: str, body: int) -> Iterator[Edit]:
    """Yield marks between the cells of tables whose rows begin with a name, as a list has them.

    Two rows or more in a row with tabs or wide gaps become "FIRST: SECOND, THIRD", numbered ones
    "1 | FIRST | SECOND".
    """
    rows: list[re.Match[str]] = []
    for match in _LINE.finditer(text, body):
        follows = rows and text.count("\n", rows[-1].end(), match.start()) == 1
        if not follows:
            yield from _marked(text, rows)
            rows = []
        if match.end() - match.start() <= _LONGEST_ROW and _ROW.match(text, match.start()):
            rows.append(match)
        else:
            yield from _marked(text, rows)
            rows = []
    yield from _marked(text, rows)


def _marked(text: str, rows: list[re.Match[str]]) -> Iterator[Edit]:
    """Yield the marks between the cells of the rows of one table, if they are more than one."""
    if len(rows) < _FEWEST_ROWS:
        return
    marks = (" | ", " | ") if any(_NUMBERED.match(row[0]) for row in rows) else (": ", ", ")
    gaps = [
        [(gap, gap.end() - row.start()) for gap in _CELLS.finditer(text, row.start(), _last(row))]
        for row in rows
    ]
    columns = {at for row in gaps for gap, at in row if _is_wide(gap)}
    for row in gaps:
        parting = [gap for gap, at in row if _is_wide(gap) or at in columns]
        for number, gap in enumerate(parting):
            yield Edit(gap.start(), gap.end(), marks[1 if number else 0])


def _last(row: re.Match[str]) -> int:
    """Where the words of a line end."""
    return row.start() + len(row[0].rstrip())


def _is_wide(gap: re.Match[str]) -> bool:
    return "\t" in gap[0] or len(gap[0]) >= _WIDE


def quote_marks(text: str, body: int) -> Iterator[Edit]:
    """Yield the removal of the marks that mail programs put before each line that they quote.

    They stand before the first line and most others; before lines of a list alone they are bullets.
    """
    first = _LINE.search(text, body) if ">" in text else None
    if first is None or not _QUOTED.match(text, first.start()):
        return
    marks = list(_QUOTED.finditer(text, body))
    if len(marks) >= max(_FEWEST_QUOTED, sum(1 for _ in _LINE.finditer(text, body)) / 2):
        yield from (Edit(mark.start(), mark.end(), "") for mark in marks)


def note_marks(text: str, body: int) -> Iterator[Edit]:
    """Yield the removal of the numbers of footnotes behind words and sentences: "ended.[1]"."""
    for match in _NOTE_MARK.finditer(text, body) if "]" in text else ():
        yield Edit(match.start(), match.end(), "")


def gaps(text: str, _body: int) -> Iterator[Edit]:
    """Yield edits for runs of spaces, and spaces where lines begin and end."""
    if not any(gap in text for gap in _GAPS):
        return  # quicker than the pattern
    for match in _GAP.finditer(text):
        edge = match.end() < len(text) and text[match.end()] == "\n"
        first = match.start() == 0 or text[match.start() - 1] == "\n"
        yield Edit(match.start(), match.end(), "" if edge or first else " ")


def bullets(text: str, body: int) -> Iterator[Edit]:
    """Yield edits that make every bullet ``• ``."""
    for match in _LINE.finditer(text, body):
        bullet = BULLET.match(text, match.start(), match.end())
        if bullet and bullet[0] != "• ":
            yield Edit(bullet.start(), bullet.end(), "• ")


def empty_lines(text: str, _body: int) -> Iterator[Edit]:
    """Yield edits that leave one blank line between paragraphs."""
    for match in _EMPTY_LINES.finditer(text):
        yield Edit(match.start() + 2, match.end(), "")


@cache
def _pattern(scope: str) -> re.Pattern[str]:
    parts = [f"(?:{rule.pattern})" for rule in boilerplate_rules() if rule.scope == scope]
    return re.compile("|".join(parts), re.IGNORECASE)
