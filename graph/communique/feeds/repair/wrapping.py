"""Lines that a mail program or a wire has broken, joined again.

A text is wrapped where its lines are as long as they can be: the first word of the next line would
not have fitted. Other texts break lines where paragraphs and items end; of these a line is joined
to the one below only if it ends without punctuation and that begins with a small letter. What
begins as an item of a list does stays apart in either.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from communique.feeds.repair.alignment import Edit
from communique.feeds.repair.lines import BULLET

NARROWEST, WIDEST = 45, 120
"""Code points of the longest line of a text that is wrapped."""
MOST_TITLE_LINES = 5
"""Most lines of a title."""
_SLACK = 4
"""Code points by which a full line may be shorter, as indented ones are."""
_FEWEST = 2
_LOWER = 0.3
"""Least share of the full lines that go on with a small letter: most words have one."""

_NEW_ITEM = re.compile(
    r"\d{1,2}[:.]\d\d\b|[-–—*] |\(?\d{1,2}[.)] [A-Z]|\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})\) "
    r"|(?:[a-z]|[ivx]{2,4})\. [a-z]|www\.|https?:|\S+@"
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
_DATED = re.compile(rf"\d|{DAY}")
"""How a line begins that is of a table or of a schedule, if another one does as well."""
_NAMED = re.compile(r"(?:[A-Z][\w.'’-]* ){1,4}[A-Z][\w'’-]*,? ?[,(–—-]")
"""How a line of a list begins: "Ana Duran, ", "Ana Duran (Chile)"."""
_HEADER = re.compile(r"(?:source|published|publication date|date|url|link)\s*:", re.IGNORECASE)
_SUSPENDED = re.compile(r"(?:and|or|to)\b")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_FIRST_WORD = re.compile(r"\S+")
_BROKEN_WORD = re.compile(r"\w-$")

Line = tuple[int, int]
"""Where a line begins and ends, without the spaces around it."""


def wrapped_lines(text: str, body: int) -> Iterator[Edit]:
    """Yield edits that put a space, or after a hyphen nothing, where a line was broken."""
    yield from _joined_title(text, body)
    lines = [_bare(text, match) for match in _LINE.finditer(text, body)]
    runs = [run for run in _runs(text, lines) if len(run) > 1]
    words = (line for run in runs for line in run if " " in text[slice(*line)])
    width = max((end - start for start, end in words), default=0)
    full = {line for run in runs for line in _full(text, run, width)}
    wrapped = NARROWEST <= width <= WIDEST and len(full) >= _FEWEST and _run_on(text, runs, full)
    for run in runs:
        joined = full if wrapped and not _is_list(text, run, full) else frozenset[Line]()
        for line, following in pairwise(run):
            last, below = text[slice(*line)], text[slice(*following)]
            if line in joined or _is_rest(last, below):
                broken = line in joined and _BROKEN_WORD.search(last) and below[0].isalpha()
                blank = " " if not broken or _SUSPENDED.match(below) else ""
                yield Edit(line[1], following[0], blank)


def _is_rest(last: str, below: str) -> bool:
    """Whether a line can be nothing but the rest of the one above it.

    Lines that begin with one word are items: "the Ministry", "the Harbour Police".
    """
    alike = last.split(" ", 1)[0] == below.split(" ", 1)[0]
    return below[0].islower() and not STOPS.search(last) and not alike


def begins_anew(last: str, below: str) -> bool:
    """Whether a line begins something of its own, whatever the line above it."""
    return bool(
        BULLET.match(below)
        or _NEW_ITEM.match(below)
        or DATED_ITEM.match(below)
        or any(begin.match(last) and begin.match(below) for begin in (_TITLED, _LABELLED, _DATED))
    )


def is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the line below would not have fitted on a line."""
    word = _FIRST_WORD.match(following)
    return len(line) + 1 + (len(word[0]) if word else 0) > width - _SLACK


def _joined_title(text: str, body: int) -> Iterator[Edit]:
    """Yield edits that join the full lines above the first blank one of the header."""
    above, blank, _ = text[:body].partition("\n\n")
    lines = [_bare(text, match) for match in _LINE.finditer(above)]
    headed = any(_HEADER.match(text, start) for start, _ in lines)
    if not blank or headed or len(lines) > MOST_TITLE_LINES:
        return
    width = max((end - start for start, end in lines), default=0)
    for line, following in pairwise(lines):
        below = text[slice(*following)]
        if is_full(text[slice(*line)], below, width) and not _DATED.match(below):
            yield Edit(line[1], following[0], " ")


def _bare(text: str, match: re.Match[str]) -> Line:
    line = match[0]
    start = match.start() + len(line) - len(line.lstrip())
    return start, start + len(line.strip())


def _runs(text: str, lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines between blank ones; those of an item by themselves."""
    run: list[Line] = []
    for line in lines:
        blank = run and text.count("\n", run[-1][1], line[0]) > 1
        if blank or (run and begins_anew(text[slice(*run[-1])], text[slice(*line)])):
            yield run
            run = []
        run.append(line)
    yield run


def _full(text: str, run: Sequence[Line], width: int) -> Iterator[Line]:
    for line, following in pairwise(run):
        if is_full(text[slice(*line)], text[slice(*following)], width):
            yield line


def _run_on(text: str, runs: Sequence[Sequence[Line]], full: Collection[Line]) -> bool:
    """Whether enough of the lines below full ones begin as only the rest of a line does."""
    firsts = [text[b[0]] for run in runs for a, b in pairwise(run) if a in full]
    return sum(char.islower() for char in firsts) >= _LOWER * len(firsts)


def _is_list(text: str, run: Sequence[Line], full: AbstractSet[Line]) -> bool:
    """Whether lines of which none goes on with a small letter are items that happen to be long.

    All of them are full in a paragraph; each begins with a name and a comma in a list.
    """
    if any(text[start].islower() for start, _ in run[1:]):
        return False
    return not full >= frozenset(run[:-1]) or all(_NAMED.match(text, start) for start, _ in run)
