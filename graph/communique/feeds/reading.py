"""Reading files, folders and standard input, each by the reader that knows it."""

import hashlib
import io
import logging
import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path, PurePath
from typing import BinaryIO

from communique.feeds.decoding import SAMPLE, head_in_utf8
from communique.feeds.graphs import GraphReader
from communique.feeds.newswire import NewswireReader
from communique.feeds.pages import PageReader
from communique.feeds.pdf import PdfDocumentReader
from communique.feeds.publication import published_day, stated_day
from communique.feeds.reader import (
    LARGEST_RELEASE,
    LARGEST_TEXT,
    LONGEST_OPENING,
    Draft,
    FeedReader,
    SkippedInput,
    read_whole,
)
from communique.feeds.records import RecordReader
from communique.feeds.syndication import SyndicationReader
from communique.graph import Release, UnreadableFeedError

ENTRY_POINTS = "communique.feeds"
"""Entry point group by which others add readers."""
STANDARD_INPUT = "-"
"""The path that means standard input."""

_LOG = logging.getLogger(__name__)
_LONGEST_SLUG = 60
_DIGEST = 8
_CUT_OFF = re.compile(
    r"(?:…|\.{3,})[.\s\])]*"
    r"(?:[\[(]?(?:read|see|learn|find out|continue)\s+(?:more|reading|on)\b[^\n]{0,40})?\s*\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Defaults:
    """What the caller says of releases that do not say it themselves."""

    source: str
    published: str | None


def read_releases(
    paths: Iterable[str | Path],
    *,
    source: str | None = None,
    published: str | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Release | SkippedInput]:
    """Read releases one after the other, in the order of the paths; folders in order of name.

    What a file holds is told by its content, then by its name. A file or release that cannot be
    read is yielded as a SkippedInput, and reading goes on.

    Args:
        paths: Files, folders (with all below them), and ``-`` for standard input.
        source: Who issued the releases that name no source.
        published: Day of the releases whose feed or header lines state none.
        stdin: Standard input, if it is to be another stream.

    Raises:
        UnreadableFeedError: A path does not exist; raised before anything is read.
        ValueError: ``published`` is no day.
    """
    day = stated_day(published) if published else None
    if published and not day:
        raise ValueError(f"{published!r} is no day; write it as 2023-11-20")
    checked = list(paths)
    for path in checked:
        if str(path) != STANDARD_INPUT and not Path(path).exists():
            raise UnreadableFeedError(str(path), "does not exist; check the spelling")
    return _read_all(checked, _Defaults(source or "", day), stdin)


def readers() -> tuple[FeedReader, ...]:
    """The readers in the order they are asked; those of others by name, before plain text."""
    others: list[FeedReader] = []
    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name):
        try:
            others.append(point.load()())
        except Exception as error:  # a broken plug-in must not keep the rest from working
            _LOG.warning("feed reader %s cannot be loaded: %s", point.name, error)
    graphs, records = GraphReader(), RecordReader()
    known = (PdfDocumentReader(), graphs, SyndicationReader(), PageReader(), records)
    return (*known, *others, NewswireReader())


def release_id(source: str, title: str, text: str) -> str:
    """Name a release by source and title, and by a digest of its text; the same in every run."""
    slug = "-".join(part for part in (_slug(source), _slug(title)) if part) or "release"
    digest = hashlib.sha256(text.encode()).hexdigest()[:_DIGEST]
    return f"{slug[:_LONGEST_SLUG].rstrip('-')}-{digest}"


def _read_all(
    paths: Sequence[str | Path], defaults: _Defaults, stdin: BinaryIO | None
) -> Iterator[Release | SkippedInput]:
    known = readers()
    for path in paths:
        if str(path) == STANDARD_INPUT:
            content = stdin if stdin is not None else sys.stdin.buffer
            yield from _read_stream(content, STANDARD_INPUT, known, defaults)
        elif Path(path).is_dir():
            yield from _read_folder(Path(path), known, defaults)
        else:
            yield from _read_file(Path(path), known, defaults)


def _read_folder(
    folder: Path, known: Sequence[FeedReader], defaults: _Defaults
) -> Iterator[Release | SkippedInput]:
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield SkippedInput(_label(folder), None, _because(error))
        return
    if not entries:
        yield SkippedInput(_label(folder), None, "is an empty folder")
    for entry in entries:
        if entry.name.startswith("."):
            yield SkippedInput(_label(entry), None, "is hidden; name it to have it read")
        elif entry.is_dir() and entry.is_symlink():
            yield SkippedInput(_label(entry), None, "links to a folder; name it to have it read")
        elif entry.is_dir():
            yield from _read_folder(entry, known, defaults)
        elif entry.exists() and not entry.is_file():
            yield SkippedInput(_label(entry), None, "is no regular file; name it to have it read")
        else:
            yield from _read_file(entry, known, defaults, strict=True)


def _read_file(
    path: Path, known: Sequence[FeedReader], defaults: _Defaults, *, strict: bool = False
) -> Iterator[Release | SkippedInput]:
    """Read a file; a strict reading refuses names that only the caller can say are text."""
    label = _label(path)
    try:
        with path.open("rb") as content:
            if not content.seekable():
                yield from _read_stream(content, label, known, defaults)
                return
            yield from _read_content(content, path, known, defaults, strict=strict)
    except OSError as error:
        yield SkippedInput(label, None, _because(error))


def _read_stream(
    content: BinaryIO, label: str, known: Sequence[FeedReader], defaults: _Defaults
) -> Iterator[Release | SkippedInput]:
    """Read what cannot be rewound, whole and then like a file."""
    try:
        data = read_whole(content, label, LARGEST_TEXT)
    except UnreadableFeedError as error:
        yield SkippedInput(label, None, error.reason)
        return
    yield from _read_content(io.BytesIO(data), PurePath(label), known, defaults)


def _read_content(
    content: BinaryIO,
    path: PurePath,
    known: Sequence[FeedReader],
    defaults: _Defaults,
    *,
    strict: bool = False,
) -> Iterator[Release | SkippedInput]:
    label = _label(path)
    head = content.read(SAMPLE)
    content.seek(0)
    if not head:
        yield SkippedInput(label, None, "is empty")
        return
    reader = _choose(head_in_utf8(head), path, known, strict=strict)
    if reader is None:
        kind = f"has the unknown ending {path.suffix}"
        yield SkippedInput(label, None, f"{kind}; name the file itself to have it read as text")
        return
    try:
        for item in reader.read(content, label):
            yield item if isinstance(item, SkippedInput) else _release(item, label, defaults)
    except UnreadableFeedError as error:
        yield SkippedInput(label, None, error.reason)
    except Exception as error:  # one bad file must not stop the rest, whatever a library raises
        _LOG.debug("reading %s failed", label, exc_info=True)
        yield SkippedInput(label, None, _because(error))


def _choose(
    head: bytes, path: PurePath, known: Sequence[FeedReader], *, strict: bool
) -> FeedReader | None:
    for reader in known:
        if reader.accepts(head, path):
            return reader
    return None if strict else known[-1]


def _release(draft: Draft, path: str, defaults: _Defaults) -> Release | SkippedInput:
    if len(draft.text) > LARGEST_RELEASE:
        size, limit = f"{len(draft.text):,}", f"{LARGEST_RELEASE:,}"
        reason = f"is {size} characters long, a release has at most {limit}; split it"
        return SkippedInput(path, draft.title[:LONGEST_OPENING], reason)
    body = draft.text[draft.body :]
    if not body.strip():
        return SkippedInput(path, draft.title, "has a title but no text")
    source = draft.source or defaults.source
    day = draft.published or defaults.published or published_day(draft.text, draft.body)
    return Release(
        id=release_id(source, draft.title, draft.text),
        title=draft.title,
        source=source,
        text=draft.text,
        body=draft.body,
        published=day,
        url=draft.url,
        truncated=_CUT_OFF.search(body, max(0, len(body) - 200)) is not None,
    )


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _label(path: PurePath) -> str:
    """A path for messages; names that are no UTF-8 with their bytes escaped."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _because(error: Exception) -> str:
    told = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"cannot be read ({' '.join(told.split())[:160] or type(error).__name__})"
