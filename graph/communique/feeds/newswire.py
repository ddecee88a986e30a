# ruff: noqa: RUF001 (releases are full of typographic dashes and quotes)
"""Plain text: one release, or many in newswire form one after the other.

A release is a title line, blank lines, a line ``Source: NAME``, perhaps header lines
(``Published:``, ``Date:``, ``URL:``), a blank line and the body. A title that a wire has wrapped
has up to five lines. Nothing marks its end, so a
release is recognised by its beginning: a short line alone between blank lines that looks like a
headline, and after it a ``Source:`` line with a short name. A ``Source:`` line under a paragraph,
a bullet or a caption belongs to the body.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePath
from typing import BinaryIO

from communique.feeds.decoding import decode
from communique.feeds.publication import stated_day
from communique.feeds.reader import LARGEST_TEXT, Draft, SkippedInput, opening, read_whole
from communique.feeds.repair.wrapping import HEADER_KEYS, MOST_TITLE_LINES, is_full
from communique.graph import UnreadableFeedError

LONGEST_TITLE = 300
"""Characters of the longest line that is taken for a title."""
LONGEST_SENTENCE_TITLE = 120
"""Characters of the longest title that may end like a sentence, or stand without a blank line."""
SHORTEST_WRAPPED = 50
"""Characters of the shortest line that is wrapped into the next one."""
LONGEST_SOURCE = 120
"""Characters of the longest name after ``Source:``."""

_LOOK_BACK = 1000  # characters before a Source line where its title must stand
_SOURCE = re.compile(
    r"(?:\A|(?<=[\r\n]))[^\S\r\n]*source[^\S\r\n]*:[^\S\r\n]*(?P<value>[^\r\n]*)", re.IGNORECASE
)
_HEADER_LINE = re.compile(
    rf"[^\S\r\n]*(?P<key>{HEADER_KEYS})"
    r"[^\S\r\n]*:[^\S\r\n]*(?P<value>[^\r\n]*)(?:\r\n|\r|\n|\Z)",
    re.IGNORECASE,
)
_LINE_END = re.compile(r"\r\n|\r|\n")
_BLANK = re.compile(r"(?:[^\S\r\n]*(?:\r\n|\r|\n))*(?:\s*\Z)?")
_BULLET = re.compile(r"[•·∙◦▪■●‣⁃*]|[-–—] |o {1,4}[A-Z]|\d{1,2}[.)]\s")
_CAPTION = re.compile(
    r"[\[(]?(?:(?:photo|image|picture|video|caption|credit|copyright|infographic)s?\b"
    r"(?: \d+(?: of \d+)?)?\s*[:©.]|photo(?:graph)? (?:by|credit|courtesy)\b|©"
    r"|(?:figure|fig\.|table|chart|graph|map)\s*\d)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.:;,]['\"’”)]*$")
_TWO_SENTENCES = re.compile(r"[.!?][\"”’]? [A-Z]|[!?][\"”’]?$")
_CONTACT = re.compile(r"\W*(?:tel|phone|fax|e-?mail|web)\b", re.IGNORECASE)
_ABBREVIATION = re.compile(
    r"(?:\b[A-Za-z]\.|\b(?:St|Jr|Sr|Inc|Ltd|Co|Corp|No|etc|vs|Gen|Dept|Bros|Mt|al)\.)$"
)
_TEXT_SUFFIXES = frozenset({"", ".txt", ".text", ".asc", ".release", ".news"})


@dataclass(frozen=True, slots=True)
class _Front:
    """What stands between the title line and the body, which begins at ``end``."""

    end: int
    values: dict[str, str]


class NewswireReader:
    """Reads text files; the last of the readers, because any text will do."""

    def accepts(self, head: bytes, path: PurePath) -> bool:
        """Take files that are text by name; of other names only the caller can say."""
        return path.suffix.lower() in _TEXT_SUFFIXES

    def read(self, content: BinaryIO, path: str) -> Iterator[Draft | SkippedInput]:
        """Yield the releases of the file."""
        text = decode(read_whole(content, path, LARGEST_TEXT), path)
        if not text.strip():
            raise UnreadableFeedError(path, "is empty")
        for start, end in split(text):
            yield draft(text[start:end], path)


def split(text: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each release, in order, without the blank lines around it.

    Only whitespace lies between spans. What precedes the first title is a span of its own.
    """
    found = (_title_start(text, match) for match in _SOURCE.finditer(text))
    starts = [start for start in found if start is not None]
    if not starts or text[: starts[0]].strip():
        starts.insert(0, 0)
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        piece = text[start:end]
        left = len(piece) - len(piece.lstrip())
        if left < len(piece):
            yield start + left, start + len(piece.rstrip())


def draft(text: str, path: str) -> Draft | SkippedInput:
    """Read the title and header lines of one release; the text begins with its title.

    Without a line that looks like a title the first words serve as one, and the body begins at 0.
    """
    above = _front(text, 0)
    title, after = _title(text, above.end)
    below = _front(text, after)
    values = above.values | below.values
    if not text[below.end :].strip():
        return SkippedInput(
            path, title or None, "has a title but no text; add the body below the title"
        )
    return Draft(
        title=title,
        text=text,
        source=values.get("source", ""),
        body=below.end,
        published=stated_day(values.get("published", "")),
        url=values.get("url"),
    )


def is_headline(line: str) -> bool:
    """Whether a line reads like a headline: short, no bullet, no caption, no end of a sentence."""
    return (
        0 < len(line) <= LONGEST_TITLE
        and not _BULLET.match(line)
        and not _CAPTION.match(line)
        and (not _SENTENCE_END.search(line) or bool(_ABBREVIATION.search(line)))
        and not (line.endswith(("…", "...")) and len(line) > LONGEST_SENTENCE_TITLE)
    )


def _title_start(text: str, source: re.Match[str]) -> int | None:
    """Where the release begins whose ``Source:`` line this is, or None if it is none."""
    window = max(0, source.start() - _LOOK_BACK)
    before = text[window : source.start()]
    trimmed = before.rstrip()
    line_start = _last_lines(trimmed)
    line = " ".join(trimmed[line_start:].split())
    if not line or (window and not line_start):
        return None
    first = not window and not before[:line_start].strip()
    if not first:
        gaps = (before[:line_start], before[len(trimmed) :])
        if not all(_line_ends(gap) > 1 for gap in gaps) or not is_headline(line):
            return None
    if not _names_source(source["value"], first) or not _stands_alone(text, source.end(), first):
        return None
    return window + line_start + len(trimmed[line_start:]) - len(trimmed[line_start:].lstrip())


def _last_lines(text: str) -> int:
    """Where the last line of a text begins, or the first of several that may be one wrapped."""
    start = whole = max(text.rfind("\n"), text.rfind("\r")) + 1
    for _ in range(MOST_TITLE_LINES - 1):
        above = text[:start].removesuffix("\n").removesuffix("\r")
        line = max(above.rfind("\n"), above.rfind("\r")) + 1
        if not above[line:].strip():
            break
        start = line
    lines = [line.strip() for line in text[start:].splitlines()]
    alone = not text[:start].strip() or _line_ends(text[:start]) > 1
    return start if alone and _is_wrapped_title(lines) and is_headline(" ".join(lines)) else whole


def _is_wrapped_title(lines: Sequence[str]) -> bool:
    """Whether lines are one title: each but the last long, and as long as it can be."""
    width = max(map(len, lines), default=0)
    title = " ".join(lines)
    odd = any(_HEADER_LINE.match(line) or _CONTACT.match(line) for line in lines)
    if odd or len(title) > LONGEST_TITLE or _TWO_SENTENCES.search(title):
        return False
    return len(lines) > 1 and all(
        SHORTEST_WRAPPED <= len(line) <= LONGEST_SENTENCE_TITLE
        and not line.endswith((".", ":", ";"))
        and not below.startswith("#")
        and is_full(line, below, width)
        for line, below in pairwise(lines)
    )


def _line_ends(text: str) -> int:
    """Line ends in the whitespace that ends a text; two make a blank line."""
    return len(_LINE_END.findall(text[len(text.rstrip()) :]))


def _names_source(value: str, first: bool) -> bool:
    value = value.strip()
    if not 0 < len(value) <= LONGEST_SOURCE:
        return False
    ends = _SENTENCE_END.search(value) and not _ABBREVIATION.search(value)
    return first or (not ends and any(char.isupper() for char in value))


def _stands_alone(text: str, end: int, first: bool) -> bool:
    """Whether nothing but header lines follows a ``Source:`` line before a blank line."""
    if first:
        return True
    line_end = _LINE_END.match(text, end)
    position = line_end.end() if line_end else len(text)
    while (match := _HEADER_LINE.match(text, position)) and match.end() > position:
        position = match.end()
    rest = text[position : position + _LOOK_BACK]
    stripped = rest.lstrip(" \t\xa0")
    return not stripped or stripped[0] in "\r\n"


def _front(text: str, position: int) -> _Front:
    """Read the header lines at a position; the first of several equal ones counts."""
    values: dict[str, str] = {}
    end = position
    while (match := _HEADER_LINE.match(text, end)) and match["value"].strip():
        if not _names_source(match["value"], True):
            break
        key = {"publication date": "published", "date": "published", "link": "url"}
        name = match["key"].lower()
        values.setdefault(key.get(name, name), match["value"].strip())
        end = match.end()
    return _Front(_skip_blank(text, end), values)


def _title(text: str, start: int) -> tuple[str, int]:
    """The title, and where what follows it begins: ``start`` if the text has no title line."""
    match = _LINE_END.search(text, start, start + 2 * LONGEST_TITLE)
    line = text[start : match.start() if match else len(text)][: 2 * LONGEST_TITLE].strip()
    if match is None:
        alone = is_headline(line) and len(line) <= LONGEST_SENTENCE_TITLE
        return (line, len(text)) if alone else (opening(text[start:]), start)
    whole = _wrapped_title(text, start)
    if whole is not None:
        return whole
    after = _skip_blank(text, match.end())
    blank = bool(_LINE_END.search(text, match.end(), after))
    headed = _HEADER_LINE.match(text, after) is not None
    follows = text[after : after + 1]
    short = 0 < len(line) <= LONGEST_SENTENCE_TITLE
    if headed or (blank and (short or is_headline(line))):
        return line.lstrip("# "), after
    if short and is_headline(line) and not follows.islower():
        return line.lstrip("# "), after
    return opening(text[start:]), start


def _wrapped_title(text: str, start: int) -> tuple[str, int] | None:
    """A title of several lines above a ``Source:`` line, and where that begins."""
    lines: list[str] = []
    end = start
    while len(lines) < MOST_TITLE_LINES and (match := _LINE_END.search(text, end)):
        line = text[end : match.start()].strip()
        if not line or _HEADER_LINE.match(text, end):
            break
        lines.append(line)
        end = match.end()
    after = _skip_blank(text, end)
    header = _HEADER_LINE.match(text, after)
    sourced = header is not None and header["key"].lower() == "source"
    if not lines or not sourced or not _is_wrapped_title(lines):
        return None
    return " ".join(lines).lstrip("# "), after


def _skip_blank(text: str, position: int) -> int:
    """Pass blank lines, but not the indentation of the line where the text goes on."""
    match = _BLANK.match(text, position)
    return match.end() if match else position
