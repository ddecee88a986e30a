"""Characters that were broken on the way: mojibake, odd spaces, invisible marks, entities."""

import html
import re
from collections.abc import Iterator

from ftfy import fix_encoding
from ftfy.badness import is_bad
from ftfy.chardata import UTF8_DETECTOR_RE

from communique.feeds.repair.alignment import Edit

_MARKUP = re.compile(
    r"&(?:#\d{2,7}|#x[0-9a-f]{2,6}|[a-z]{2,8}\d{0,2});|(?P<tag></?(?:sup|sub|b|i|em|strong|u)>)",
    re.IGNORECASE,
)
_PLAIN_SPACE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\x1f"
_LINE_MARK = "\u2028\u2029\x85\x0b\x0c\x1c\x1d\x1e"
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\x00-\x08\x0e-\x1b\x7f"
    "\x80-\x84\x86-\x9f"
)
_ODD = re.compile(
    rf"(?P<end>\r\n?)|(?P<line>[{_LINE_MARK}])|(?P<space>[{_PLAIN_SPACE}])|(?P<none>[{_INVISIBLE}]+)"
)
_ANY_ODD = re.compile(rf"[\r{_LINE_MARK}{_PLAIN_SPACE}{_INVISIBLE}]")
"""Tells in a third of the time that there is none."""


def mojibake(text: str, _body: int) -> Iterator[Edit]:
    """Yield edits that turn UTF-8 read as a Windows code page back, sequence by sequence."""
    if not UTF8_DETECTOR_RE.search(text) or not is_bad(text):
        return
    # One sequence that cannot be meant shows that the others, likely or not, are not meant either.
    for match in UTF8_DETECTOR_RE.finditer(text):
        if (mended := _mended(match[0])) != match[0]:
            yield from _by_character(match[0], mended, match.start())


def entities(text: str, _body: int) -> Iterator[Edit]:
    """Yield edits for HTML entities and tags of type, which feeds that escape twice leave."""
    for match in _MARKUP.finditer(text):
        character = "" if match["tag"] else html.unescape(match[0])
        if character != match[0]:
            yield Edit(match.start(), match.end(), character)


def odd_characters(text: str, _body: int) -> Iterator[Edit]:
    """Yield edits that leave plain spaces and line feeds, and nothing that cannot be seen."""
    if not _ANY_ODD.search(text):
        return
    for match in _ODD.finditer(text):
        kind = match.lastgroup
        new = {"end": "\n", "line": "\n", "space": " ", "none": ""}[kind or "none"]
        yield Edit(match.start(), match.end(), new)


def _by_character(broken: str, mended: str, start: int) -> Iterator[Edit]:
    """Edits for each character where they can be told apart, else one for the sequence."""
    sizes = [len(character.encode()) for character in mended]
    if sum(sizes) != len(broken):
        yield Edit(start, start + len(broken), mended)
        return
    for character, size in zip(mended, sizes, strict=True):
        yield Edit(start, start + size, character)
        start += size


def _mended(sequence: str) -> str:
    try:
        once = sequence.encode("sloppy-windows-1252").decode()
    except UnicodeError:
        return fix_encoding(sequence)
    return fix_encoding(once)
