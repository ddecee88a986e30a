"""What a reader of one kind of file is, and what it gives."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO, Protocol

from communique.feeds.publication import stated_day
from communique.graph import UnreadableFeedError

LARGEST_RELEASE = 2_000_000
"""Characters of the longest text that is taken for one release."""
LARGEST_TEXT = 256 * 1024 * 1024
"""Bytes of the largest text file."""
LARGEST_DOCUMENT = 100 * 1024 * 1024
"""Bytes of the largest PDF, or JSON file that is read as a whole."""
LARGEST_FEED = 32 * 1024 * 1024
"""Bytes of the largest RSS or Atom feed."""
LARGEST_PAGE = 10 * 1024 * 1024
"""Bytes of the largest web page."""
LONGEST_OPENING = 80
"""Characters of a title that is cut from the first words of a text without one."""


@dataclass(frozen=True, slots=True)
class SkippedInput:
    """A file, or a release of one, that was not read.

    Attributes:
        path: The file, as it was named; ``-`` for standard input.
        title: Of the release, if there is one.
        reason: Why it was skipped, and what to do; follows the path in a message.
    """

    path: str
    title: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A release as its file gives it, before it has an id.

    Attributes:
        title: The headline.
        text: Title, source line and body; every offset counts code points of this text.
        source: Who issued it; empty if the file does not say.
        body: Offset in ``text`` where the body begins.
        published: ISO 8601 day that the file states beside the text, or None.
        url: Where it was published, or None.
    """

    title: str
    text: str
    source: str = ""
    body: int = 0
    published: str | None = None
    url: str | None = None

    @classmethod
    def composed(
        cls,
        title: str,
        body: str,
        source: str = "",
        published: str | None = None,
        url: str | None = None,
    ) -> "Draft":
        """Make the newswire form of a release whose parts a structured file gives one by one."""
        title, source, body = " ".join(title.split()), " ".join(source.split()), body.strip()
        if not title:
            return cls(opening(body), body, source, 0, published, url)
        head = f"{title}\n\nSource: {source}\n\n" if source else f"{title}\n\n"
        return cls(title, head + body, source, len(head), published, url)


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the caller says of releases that do not say it themselves.

    Attributes:
        source: Who issued them; empty if unknown.
        published: ISO 8601 day, or None.
    """

    source: str = ""
    published: str | None = None

    @classmethod
    def of(cls, source: str | None, published: str | None) -> "Defaults":
        """What a person said.

        Raises:
            ValueError: ``published`` is no day.
        """
        day = stated_day(published) if published else None
        if published and not day:
            raise ValueError(f"{published!r} is no day; write it as 2023-11-20")
        return cls(source or "", day)


class FeedReader(Protocol):
    """Reads one kind of file; others register by an entry point of the group ``communique.feeds``.

    The entry point names something that makes a reader when called without arguments.
    """

    def accepts(self, head: bytes, path: PurePath) -> bool:
        """Whether this reader knows such a file.

        Args:
            head: The first 64 kB, in UTF-8 without byte order mark if the file is UTF-16.
            path: Its name; ``-`` for standard input.
        """

    def read(self, content: BinaryIO, path: str) -> Iterator[Draft | SkippedInput]:
        """Yield the releases in the order of the file.

        Args:
            content: The file from its first byte.
            path: Its name for messages.

        Raises:
            UnreadableFeedError: The file as a whole cannot be read; it will be skipped.
        """


def read_whole(content: BinaryIO, path: str, limit: int) -> bytes:
    """All bytes of a file.

    Raises:
        UnreadableFeedError: There are more than the limit.
    """
    data = content.read(limit + 1)
    if len(data) > limit:
        size = limit // (1024 * 1024)
        raise UnreadableFeedError(path, f"is larger than {size} MB; split it into smaller files")
    return data


def opening(text: str) -> str:
    """The first words of a text, as a title for want of one."""
    words = " ".join(text[: 20 * LONGEST_OPENING].split())
    if len(words) <= LONGEST_OPENING:
        return words
    cut = words[: LONGEST_OPENING + 1].rpartition(" ")[0] or words[:LONGEST_OPENING]
    return cut.rstrip(",;:–—- ")
