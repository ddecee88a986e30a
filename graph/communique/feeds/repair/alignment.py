"""Where the characters of a repaired text stand in the original."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters ``start`` to ``end`` (half open, in code points) become ``text``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """What one round of edits moved; parallel tuples, one item an edit, in text order.

    Attributes:
        old_starts: Where the replaced characters began before the round.
        old_ends: Where they ended.
        new_starts: Where the replacement begins after the round.
        new_ends: Where it ends.
    """

    old_starts: tuple[int, ...]
    old_ends: tuple[int, ...]
    new_starts: tuple[int, ...]
    new_ends: tuple[int, ...]

    def start(self, position: int) -> int:
        """Where the character at a position began before the round."""
        i = bisect_right(self.new_starts, position) - 1
        # Of edits at one place the last counts: those before it left no character.
        if i < 0:
            return position
        if position < self.new_ends[i]:
            return self.old_starts[i]
        return position - self.new_ends[i] + self.old_ends[i]

    def end(self, position: int) -> int:
        """Where the character before a position ended before the round."""
        i = bisect_left(self.new_starts, position) - 1
        if i < 0:
            return position
        if position <= self.new_ends[i]:
            return self.old_ends[i]
        return position - self.new_ends[i] + self.old_ends[i]


@dataclass(frozen=True, slots=True)
class RepairedText:
    """A text fit for reading sentences, and the way back to what was read.

    Attributes:
        text: The repaired text; lines end in a line feed, blank lines part paragraphs.
        body: Offset in ``text`` where the body begins.
        rounds: Alignments of the rounds of edits, the first one first.
        length: Characters of the original.
    """

    text: str
    body: int
    rounds: tuple[Alignment, ...]
    length: int

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Span in the original for a span of the repaired text; both half open, in code points.

        A character that replaces several gives all of them. A span of nothing but inserted
        characters gives an empty one where they were inserted.

        Raises:
            ValueError: The span is reversed or outside the repaired text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"span {start}..{end} lies outside a text of {len(self.text)}")
        first, last = start, end
        for alignment in reversed(self.rounds):
            first, last = alignment.start(first), alignment.end(last)
        return first, max(first, last)


@dataclass(frozen=True, slots=True)
class Revision:
    """A text on its way through the rounds of repair; ``body`` as in RepairedText."""

    text: str
    body: int
    rounds: tuple[Alignment, ...] = ()

    def edited(self, edits: Iterable[Edit]) -> "Revision":
        """The text after edits that are in order and do not overlap.

        Raises:
            ValueError: They are not, which would say a part of the text twice.
        """
        pieces: list[str] = []
        columns: list[tuple[int, int, int, int]] = []
        done = size = 0
        body = self.body
        for edit in edits:
            if edit.start < done:
                raise ValueError(f"edit {edit.start}..{edit.end} begins before {done}")
            size += edit.start - done
            columns.append((edit.start, edit.end, size, size + len(edit.text)))
            pieces += (self.text[done : edit.start], edit.text)
            size += len(edit.text)
            done = edit.end
            if edit.end <= self.body:
                body = self.body - edit.end + size
            elif edit.start < self.body:
                body = size
        if not columns:
            return self
        old_starts, old_ends, new_starts, new_ends = zip(*columns, strict=True)
        alignment = Alignment(old_starts, old_ends, new_starts, new_ends)
        text = "".join(pieces) + self.text[done:]
        return Revision(text, min(body, len(text)), (*self.rounds, alignment))

    def through(self, *rounds: Callable[[str, int], Iterable[Edit]]) -> "Revision":
        """The text after rounds, each of which sees what the one before it left."""
        revision = self
        for edits in rounds:
            revision = revision.edited(edits(revision.text, revision.body))
        return revision

    def finished(self, length: int) -> RepairedText:
        """The value for the caller."""
        return RepairedText(self.text, self.body, self.rounds, length)
