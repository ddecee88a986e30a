"""Lines that a mail program or a wire has broken, joined again.

A text is wrapped where its lines are as long as they can be: the first word of the next line would
not have fitted. Other texts break lines where paragraphs and items end; of these a line is joined
to the one below only if that begins with a small letter.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from communique.feeds.repair.alignment import Edit
from communique.feeds.repair.lines import BULLET

WIDEST = 120
"""Longest line, in code points, of a text that is wrapped."""
_SLACK = 4
"""Code points by which a full line may be shorter, as indented ones are."""
_FEWEST = 2
_LOWER = 0.35
"""Least share of the full lines that go on with a small letter or a digit: most words have one."""
_TITLE_LINES = 5
"""Most lines of a title."""

_NEW_ITEM = re.compile(
    r"\d{1,2}[:.]\d\d\b|[-–—*] |\(?\d{1,2}[.)] [A-Z]|\(?[a-z]\) [A-Z]"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*\d"
)
"""What a line begins with that is an item of a list or schedule, never the rest of a line."""
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
DAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?)(?:,? \d{{4}})?"
)
"""A day as it begins a line of a schedule."""
DATED_ITEM = re.compile(
    rf"{DAY}(?:,? (?:at )?\d{{1,2}}[:.h]\d\d(?: ?[ap]\.?m\.?)?)? ?[:–—-] (?!\d)(?:\S+ ){{3}}\S"
)
"""A line that says what takes place on a day: "4 June – Visit to the Harbour Institute"."""
_TITLED = re.compile(r"(?:The Honorable|H\.? ?E\.?|Hon\.?|Mrs?\.?|Ms\.?|Dr\.?|Prof\.?|Amb\.?) ")
_LABELLED = re.compile(r"(?:• )?[A-Z][^:.;!?\n]{1,40}: ")
"""How a line begins that says something of what its first words name."""
STOPS = re.compile(r"[.!?…:;,][\"”’')\]]*$")
"""How a line ends of which nothing says that it goes on below."""
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_FIRST_WORD = re.compile(r"\S+")
_BROKEN_WORD = re.compile(r"\w-$")

Line = tuple[int, int]
"""Where a line begins and ends, without the spaces around it."""


def wrapped_lines(text: str, body: int) -> Iterator[Edit]:
    """Yield edits that put a space, or after a hyphen nothing, where a line was broken."""
    yield from _joined_title(text, body)
    lines = [_bare(text, match) for match in _LINE.finditer(text, body)]
    width = max((end - start for start, end in lines), default=0)
    full = [
        number
        for number, (line, following) in enumerate(pairwise(lines))
        if _is_next(text, line, following) and _is_full(text, line, following, width)
    ]
    wrapped = width <= WIDEST and len(full) >= _FEWEST and _run_on(text, lines, full)
    full_lines = frozenset(full if wrapped else ())
    for number, (line, following) in enumerate(pairwise(lines)):
        last, below = text[slice(*line)], text[slice(*following)]
        if not _is_next(text, line, following) or begins_anew(last, below):
            continue
        rest = below[0].islower() and not STOPS.search(last)
        if number in full_lines or rest:
            broken = number in full_lines and _BROKEN_WORD.search(last) and below[0].isalpha()
            yield Edit(line[1], following[0], "" if broken else " ")


def begins_anew(last: str, below: str) -> bool:
    """Whether a line begins something of its own, whatever the line above it."""
    return bool(
        BULLET.match(below)
        or _NEW_ITEM.match(below)
        or DATED_ITEM.match(below)
        or any(begin.match(last) and begin.match(below) for begin in (_TITLED, _LABELLED))
    )


def _joined_title(text: str, body: int) -> Iterator[Edit]:
    """Yield edits that join the lines above the first blank one of the header."""
    above = text[:body].split("\n\n", 1)[0].rstrip("\n")
    lines = [_bare(text, match) for match in _LINE.finditer(above)]
    titled = 1 < len(lines) <= _TITLE_LINES and "\n\n" in text[:body]
    if titled and not any(_LABELLED.match(text, start) for start, _ in lines[1:]):
        for line, following in pairwise(lines):
            yield Edit(line[1], following[0], " ")


def _bare(text: str, match: re.Match[str]) -> Line:
    line = match[0]
    start = match.start() + len(line) - len(line.lstrip())
    return start, start + len(line.strip())


def _is_next(text: str, line: Line, following: Line) -> bool:
    """Whether no blank line stands between two."""
    return text.count("\n", line[1], following[0]) == 1


def _is_full(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether the first word of the line below would not have fitted."""
    word = _FIRST_WORD.match(text, following[0])
    return line[1] - line[0] + 1 + (len(word[0]) if word else 0) > width - _SLACK


def _run_on(text: str, lines: Sequence[Line], full: Sequence[int]) -> bool:
    """Whether enough of the lines below full ones begin as only the rest of a line does."""
    firsts = [text[lines[number + 1][0]] for number in full]
    return sum(char.islower() or char.isdigit() for char in firsts) >= _LOWER * len(firsts)
