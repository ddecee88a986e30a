"""Lines that a mail program or a wire has broken, joined again.

A text is wrapped where its lines are as long as they can be: the first word of the next line would
not have fitted. Other texts break lines where paragraphs and items end; of these a line is joined
to the one below only if it ends without punctuation and that begins with a small letter. What
begins as an item of a list does stays apart in either.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import NamedTuple

from communique.feeds.repair.alignment import Edit
from communique.feeds.repair.lines import BULLET

NARROWEST, WIDEST = 45, 120
"""Code points of the longest line of a text that is wrapped."""
MOST_TITLE_LINES = 5
"""Most lines of a title."""
_SLACK = 4
"""Code points by which a full line may be shorter, as indented ones are."""
_FEWEST = 2
_LONGEST_NAME = 4
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
HEADER_KEYS = "source|published|publication date|date|url|link"
"""With what the lines between title and body begin, as alternatives of a pattern."""
_HEADER = re.compile(rf"(?:{HEADER_KEYS})\s*:", re.IGNORECASE)
_SUSPENDED = re.compile(r"(?:and|or|to)\b")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_BROKEN_WORD = re.compile(r"\w-$")


class Line(NamedTuple):
    """A line without the spaces around it, and where it begins."""

    start: int
    words: str

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.words)


Run = Sequence[Line]
"""Lines without a blank one between them, none of which begins something of its own."""


def wrapped_lines(text: str, body: int) -> Iterator[Edit]:
    """Yield edits that put a space, or after a hyphen nothing, where a line was broken."""
    yield from _joined_title(text[:body])
    runs = [run for run in _runs(text, body) if len(run) > 1]
    width = max((len(line.words) for run in runs for line in run if " " in line.words), default=0)
    pairs = [pair for run in runs for pair in pairwise(run)]
    full = {line for line, below in pairs if is_full(line.words, below.words, width)}
    firsts = [below.words[0] for line, below in pairs if line in full]
    run_on = sum(map(str.islower, firsts)) >= _LOWER * len(firsts)
    wrapped = NARROWEST <= width <= WIDEST and len(full) >= _FEWEST and run_on
    for run in runs:
        joined = full if wrapped and not _is_list(run, full) else frozenset[Line]()
        for line, below in pairwise(run):
            if line in joined or (_is_rest(line.words, below.words) and not _is_pair(run)):
                broken = line in joined and _is_broken(line.words, below.words)
                yield Edit(line.end, below.start, "" if broken else " ")


def _is_rest(last: str, below: str) -> bool:
    """Whether a line can be nothing but the rest of the one above it.

    Lines that begin with one word are items: "the Ministry", "the Harbour Police".
    """
    alike = last.split(" ", 1)[0] == below.split(" ", 1)[0]
    return below[0].islower() and not STOPS.search(last) and not alike


def _is_pair(run: Run) -> bool:
    """Whether two short lines by themselves are a name and what is said of it."""
    words = run[0].words.split()
    name = len(words) < _LONGEST_NAME and all(word[0].isupper() for word in words)
    return len(run) == _FEWEST and name and len(run[1].words) < NARROWEST


def _is_broken(last: str, below: str) -> bool:
    """Whether a line ends inside a word, at its hyphen; "air- and sea-borne" has two words."""
    hyphen = _BROKEN_WORD.search(last) is not None and below[0].isalpha()
    return hyphen and not _SUSPENDED.match(below)


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
    return len(line) + 1 + len(following.split(None, 1)[0]) > width - _SLACK


def _joined_title(header: str) -> Iterator[Edit]:
    """Yield edits that join the full lines above the first blank one of the header."""
    above, blank, _ = header.partition("\n\n")
    lines = list(_lines(above, 0))
    headed = any(_HEADER.match(line.words) for line in lines)
    if not blank or headed or len(lines) > MOST_TITLE_LINES:
        return
    width = max((len(line.words) for line in lines), default=0)
    for line, below in pairwise(lines):
        if is_full(line.words, below.words, width) and not _DATED.match(below.words):
            yield Edit(line.end, below.start, " ")


def _lines(text: str, start: int) -> Iterator[Line]:
    for match in _LINE.finditer(text, start):
        words = match[0].strip()
        yield Line(match.start() + match[0].index(words), words)


def _runs(text: str, body: int) -> Iterator[Run]:
    """Yield the lines between blank ones; those of an item by themselves."""
    run: list[Line] = []
    for line in _lines(text, body):
        blank = run and text.count("\n", run[-1].end, line.start) > 1
        if blank or (run and begins_anew(run[-1].words, line.words)):
            yield run
            run = []
        run.append(line)
    yield run


def _is_list(run: Run, full: AbstractSet[Line]) -> bool:
    """Whether lines of which none goes on with a small letter are items that happen to be long.

    All of them are full in a paragraph; each begins with a name and a comma in a list.
    """
    if any(line.words[0].islower() for line in run[1:]):
        return False
    return not full >= frozenset(run[:-1]) or all(_NAMED.match(line.words) for line in run)
