"""Blocks: the lines and paragraphs of a release, typed by layout."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from communique.feeds.repair.wrapping import DATED_ITEM, STOPS, begins_anew

HEADING_WORDS = 12
"""Longest heading, in words."""

_WRAPPED = 60
"""A line at least this long that ends without punctuation goes on in the next line."""

_UNWRAPPED = 200
"""A text with a line this long breaks lines where paragraphs and list items end, nowhere else."""

_LEAD_WORDS = 5
"""A line with a colon and more words than these introduces what follows."""

LONGEST_BLOCK = 5000
"""Longest block, in code points; a longer paragraph is cut at a sentence end."""

_SENTENCE_END = re.compile(r"[.!?…][”\"’)]?\s")
_UNBROKEN = re.compile(r"\S{500}")
_BULLET = "• "
_NO_HEADING = re.compile(r"[.!?…,;][\"”’')]*$")


class BlockKind(StrEnum):
    """What a block is in the layout of a release."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that sentences do not cross.

    Attributes:
        kind: Its place in the layout.
        start: Offset of its first character in the repaired text, in code points; after the
            mark of a bullet.
        text: Its characters; wrapped lines keep their line breaks.
        heading: Text of the heading above it, or None.
        lead: Text of the paragraph that introduces a bullet ("… met with:"), or None.
        lead_start: Offset of the lead in the repaired text, or None.
    """

    kind: BlockKind
    start: int
    text: str
    heading: str | None = None
    lead: str | None = None
    lead_start: int | None = None

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.start + len(self.text)


def find_blocks(text: str, body: int) -> tuple[Block, ...]:
    """The title and the blocks of the body, in text order.

    Args:
        text: Repaired text of a release, title line first.
        body: Offset at which the body begins; what stands between title and body is skipped.
    """
    title = text[: text.find("\n")] if "\n" in text else text
    blocks = [Block(BlockKind.TITLE, 0, title)] if title.strip() else []
    lines = list(_lines(text, max(body, len(title))))
    heading: str | None = None
    lead: tuple[str, int] | None = None
    for index, (start, line, alone) in enumerate(lines):
        following = lines[index + 1][1] if index + 1 < len(lines) else ""
        if line.startswith(_BULLET):
            inner = start + len(_BULLET)
            lead_text, lead_start = lead or (None, None)
            blocks.append(Block(BlockKind.BULLET, inner, line[2:], heading, lead_text, lead_start))
        elif _is_heading(line, following, alone):
            heading, lead = line.strip(" :"), None
            blocks.append(Block(BlockKind.HEADING, start, line))
        else:
            lead = (line, start)
            blocks.append(Block(BlockKind.PARAGRAPH, start, line, heading))
    return tuple(piece for block in blocks for piece in _pieces(block))


def _pieces(block: Block) -> Iterator[Block]:
    """A block, cut where it is too long to be one; what is no text is left out."""
    if len(block.text) <= LONGEST_BLOCK and not _UNBROKEN.search(block.text):
        yield block
        return
    done = 0
    while done < len(block.text):
        end = _cut(block.text, done)
        text = block.text[done:end]
        blank = len(text) - len(text.lstrip())
        if text.strip() and not _UNBROKEN.search(text):
            yield replace(block, start=block.start + done + blank, text=text.strip())
        done = end


def _cut(text: str, start: int) -> int:
    """Where a piece of a long text ends: after a sentence, else after a word."""
    limit = start + LONGEST_BLOCK
    if limit >= len(text):
        return len(text)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, start, limit)]
    blank = text.rfind(" ", start, limit)
    return ends[-1] if ends else blank + 1 if blank > start else limit


def _lines(text: str, body: int) -> Iterator[tuple[int, str, bool]]:
    """Lines with their offsets, wrapped ones joined, and whether a blank line stands before."""
    pending: tuple[int, str, bool] | None = None
    alone = True
    wrapped = all(len(line) < _UNWRAPPED for line in text[body:].split("\n"))
    for match in re.finditer(r"[^\n]*\n?", text[body:]):
        line = match.group().rstrip()
        if not line.strip():
            if pending:
                yield pending
            pending, alone = None, True
            continue
        start = body + match.start() + len(line) - len(line.lstrip())
        line = line.lstrip()
        if pending and _goes_on(pending[1], line, wrapped=wrapped):
            pending = (pending[0], text[pending[0] : start + len(line)], pending[2])
            continue
        if pending:
            yield pending
        pending, alone = (start, line, alone), False
    if pending:
        yield pending


def _goes_on(line: str, following: str, *, wrapped: bool) -> bool:
    """Whether a line goes on in the one below it, as nothing tells for certain."""
    last = line.rsplit("\n", 1)[-1]
    if STOPS.search(last) or begins_anew(last, following):
        return False
    return wrapped and len(last) >= _WRAPPED


def _is_heading(line: str, following: str, alone: bool) -> bool:
    """Short, without final punctuation, and with something below it."""
    words = line.split()
    if len(words) > HEADING_WORDS or not following or not line[0].isalnum():
        return False
    lead = line.endswith(":") and len(words) > _LEAD_WORDS
    if lead or _NO_HEADING.search(line) or DATED_ITEM.match(line):
        return False
    return alone or line.isupper()
