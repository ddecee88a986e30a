"""The text proper of a release: what stands between the lines of a wire and its notes."""

import json
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from communique.editions.text.wording import words
from communique.feeds.repair import repair
from communique.graph import Release

_LONGEST_LABEL = 12
"""Words of the longest line at the head that may be a label."""
_LONGEST_HEADING = 8
"""Words of the longest line that may head the notes."""
_LONGEST_PLACE = 4
"""Words of the longest dateline that has neither date nor capital letters throughout."""
_LONGEST_DATELINE = 10
_SHORTEST_CAPITALS = 3
_LONGEST_HEAD = 40
"""Characters of the body in which a correction says that it is one."""
_DATELINE = re.compile(
    r"[\W_]*(?P<place>[^\W\d_][^\n!?;:]{0,80}?)"
    r"(?P<end>\s*\([^()\n]{2,40}\)\s*[-–—:.]{0,2}|\s+[-–—]{1,2}(?=\s)|\s*[–—]|--)\s*"
)


def text_proper(release: Release) -> str:
    """The body without labels and dateline at its head and without notes at its end.

    Faults that a feed brought in are mended (see ``repair``). Half of the words are always left.
    """
    mended = repair(release.text, body=release.body)
    lines = [line for line in mended.text[mended.body :].splitlines() if line.strip()]
    title = words(release.title)
    while len(lines) > 1 and _is_label(words(lines[0]), title):
        del lines[0]
    text = "\n".join(_without_notes(lines))
    text = text[_dateline(text) :]
    first, _, rest = text.partition("\n")
    return rest if rest and _is_label(words(first), title) else text


def _is_label(line: Sequence[str], title: Sequence[str]) -> bool:
    """Whether a line at the head only names title, kind of release, issuer or day."""
    if not line or line == title:
        return True
    if len(line) > _LONGEST_LABEL:
        return False
    return _begins(line, "labels") or sum(word.isdigit() for word in line) * 2 >= len(line)


def _without_notes(lines: Sequence[str]) -> Sequence[str]:
    counts = [len(words(line)) for line in lines]
    total, before = sum(counts), 0
    for number, line in enumerate(lines):
        if number and before * 2 >= total and _begins_notes(line):
            return lines[:number]
        before += counts[number]
    return lines


def corrects(release: Release) -> bool:
    """Whether a release says at its head, or at the end of its title, that it corrects another."""
    title = words(release.title)
    head = words(release.text[release.body : release.body + _LONGEST_HEAD])
    return any(_begins(found, "corrections") for found in (title, title[-1:], head))


def _begins_notes(line: str) -> bool:
    folded = words(line)
    is_heading = len(folded) <= _LONGEST_HEADING and not line.rstrip().endswith(".")
    return (
        tuple(folded) in _phrases("marks")
        or _begins(folded, "endings")
        or (is_heading and _begins(folded, "headings"))
    )


def _dateline(text: str) -> int:
    """Where the text behind its dateline begins; 0 if it has none."""
    match = _DATELINE.match(text)
    if match is None:
        return 0
    place = re.findall(r"\w+", match["place"])
    told = any(
        word.isdigit() or (len(word) >= _SHORTEST_CAPITALS and word.isupper()) for word in place
    )
    short = len(place) <= _LONGEST_PLACE and all(word[0].isupper() for word in place)
    by_dash = match["end"].rstrip().endswith(("-", "–", "—"))
    dated = told and len(place) <= _LONGEST_DATELINE
    return match.end() if dated or (short and by_dash) else 0


def _begins(line: Sequence[str], kind: str) -> bool:
    phrases = _phrases(kind)
    longest = max(map(len, phrases))
    return any(tuple(line[:size]) in phrases for size in range(1, longest + 1))


@cache
def _phrases(kind: str) -> frozenset[tuple[str, ...]]:
    """Phrases of ``passages.json``, folded."""
    text = files(__package__).joinpath("passages.json").read_text(encoding="utf-8")
    return frozenset(tuple(words(phrase)) for phrase in json.loads(text)[kind])
