"""Reading files, folders and standard input, each by the reader that knows it."""

import hashlib
import io
import logging
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.metadata import entry_points
from pathlib import Path, PurePath
from typing import BinaryIO

from communique.feeds.decoding import SAMPLE, head_in_utf8
from communique.feeds.graphs import GraphReader
from communique.feeds.listing import ListedFile, absent, because, listed, opened
from communique.feeds.newswire import NewswireReader
from communique.feeds.pages import PageReader
from communique.feeds.pdf import PdfDocumentReader
from communique.feeds.publication import dateline_day, published_day
from communique.feeds.reader import (
    LARGEST_RELEASE,
    LARGEST_TEXT,
    LONGEST_OPENING,
    Defaults,
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
MOST_TOLD = 10_000
"""Records of one file without a release that are told of each; of the rest is told how many."""

_LOG = logging.getLogger(__name__)
_LONGEST_SLUG = 60
_DIGEST = 8
_CUT_OFF = re.compile(
    r"(?:…|\.{3,})[.\s\])]*"
    r"(?:[\[(]?(?:read|see|learn|find out|continue)\s+(?:more|reading|on)\b[^\n]{0,40})?\s*\Z",
    re.IGNORECASE,
)


Opening = Callable[[ListedFile], BinaryIO]
"""Opens a file that was listed."""


def read_releases(
    paths: Iterable[str | Path],
    *,
    source: str | None = None,
    published: str | None = None,
    stdin: BinaryIO | None = None,
    begun: Callable[[], None] = lambda: None,
) -> Iterator[Release | SkippedInput]:
    """Read releases one after the other, in the order of the paths; folders in order of name.

    What a file holds is told by its content, then by its name. A file or release that cannot be
    read is yielded as a SkippedInput, and reading goes on.

    Args:
        paths: Files, folders (with all below them), and ``-`` for standard input.
        source: Who issued the releases that name no source.
        published: Day of the releases whose feed, header lines or dateline state none; it counts
            before a date that a text merely names.
        stdin: Standard input, if it is to be another stream.
        begun: Called when the reading of a file or of standard input begins.

    Raises:
        UnreadableFeedError: A path does not exist; raised before anything is read.
        ValueError: ``published`` is no day.
    """
    defaults = Defaults.of(source, published)
    checked = list(paths)
    for path in checked:
        if str(path) != STANDARD_INPUT and not Path(path).exists():
            raise UnreadableFeedError(str(path), absent(str(path)))
    return _read_all(checked, defaults, stdin, begun)


def read_listed(
    files: Iterable[ListedFile | SkippedInput], defaults: Defaults, opened: Opening
) -> Iterator[Release | SkippedInput]:
    """Read files one after the other, wherever they are; what is skipped already is passed on.

    Args:
        files: In the order in which to read them.
        defaults: What holds for releases that do not say it.
        opened: Opens one; what it raises of OSError is told of that file.
    """
    known = readers()
    for file in files:
        if isinstance(file, SkippedInput):
            yield file
        else:
            yield from _read_file(file, known, defaults, opened)


def read_drafts(content: BinaryIO, file: ListedFile) -> Iterator[Draft | SkippedInput]:
    """Read what is at hand by the reader that knows it.

    Args:
        content: What is to be read, from its first byte; it must be seekable.
        file: Its name, which says what it is where the content does not.

    Raises:
        UnreadableFeedError: Nothing (more) of it can be read.
    """
    yield from _drafts(content, file, readers())


def release_of(draft: Draft, path: str, defaults: Defaults) -> Release | SkippedInput:
    """The release that a draft of a file makes, or why it makes none."""
    return _release(draft, path, defaults)


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
    paths: Sequence[str | Path],
    defaults: Defaults,
    stdin: BinaryIO | None,
    begun: Callable[[], None],
) -> Iterator[Release | SkippedInput]:
    known = readers()
    for path in paths:
        if str(path) == STANDARD_INPUT:
            content = stdin if stdin is not None else sys.stdin.buffer
            begun()
            yield from _read_stream(content, STANDARD_INPUT, known, defaults)
            continue
        for file in listed([path]):
            if isinstance(file, SkippedInput):
                yield file
            else:
                begun()
                yield from _read_file(file, known, defaults, opened)


def _read_file(
    file: ListedFile, known: Sequence[FeedReader], defaults: Defaults, opened: Opening
) -> Iterator[Release | SkippedInput]:
    try:
        with opened(file) as content:
            if not content.seekable():
                yield from _read_stream(content, file.label, known, defaults)
                return
            yield from _read_content(content, file, known, defaults)
    except OSError as error:
        yield SkippedInput(file.label, None, because(error))


def _read_stream(
    content: BinaryIO, label: str, known: Sequence[FeedReader], defaults: Defaults
) -> Iterator[Release | SkippedInput]:
    """Read what cannot be rewound, whole and then like a file."""
    try:
        data = read_whole(content, label, LARGEST_TEXT)
    except UnreadableFeedError as error:
        yield SkippedInput(label, None, error.reason)
        return
    file = ListedFile(PurePath(label), named=True)
    yield from _read_content(io.BytesIO(data), file, known, defaults)


def _read_content(
    content: BinaryIO, file: ListedFile, known: Sequence[FeedReader], defaults: Defaults
) -> Iterator[Release | SkippedInput]:
    """Read a file; one that only a folder has must have a name that says what it is."""
    label = file.label
    bad = 0
    for item in _read_records(content, file, known, defaults):
        bad += isinstance(item, SkippedInput)
        if bad <= MOST_TOLD or not isinstance(item, SkippedInput):
            yield item
    if bad > MOST_TOLD:
        yield SkippedInput(label, None, f"holds no release in {bad - MOST_TOLD:,} further records")


def _read_records(
    content: BinaryIO, file: ListedFile, known: Sequence[FeedReader], defaults: Defaults
) -> Iterator[Release | SkippedInput]:
    label = file.label
    try:
        for item in _drafts(content, file, known):
            yield item if isinstance(item, SkippedInput) else _release(item, label, defaults)
    except UnreadableFeedError as error:
        yield SkippedInput(label, None, error.reason)


def _drafts(
    content: BinaryIO, file: ListedFile, known: Sequence[FeedReader]
) -> Iterator[Draft | SkippedInput]:
    label = file.label
    head = content.read(SAMPLE)
    content.seek(0)
    if not head:
        raise UnreadableFeedError(label, "is empty")
    reader = _choose(head_in_utf8(head), file.path, known, strict=not file.named)
    if reader is None:
        kind = f"has the unknown ending {file.path.suffix}"
        raise UnreadableFeedError(label, f"{kind}; name the file itself to have it read as text")
    try:
        yield from reader.read(content, label)
    except UnreadableFeedError:
        raise
    except Exception as error:  # one bad file must not stop the rest, whatever a library raises
        _LOG.debug("reading %s failed", label, exc_info=True)
        raise UnreadableFeedError(label, because(error)) from error


def _choose(
    head: bytes, path: PurePath, known: Sequence[FeedReader], *, strict: bool
) -> FeedReader | None:
    for reader in known:
        if reader.accepts(head, path):
            return reader
    return None if strict else known[-1]


def _release(draft: Draft, path: str, defaults: Defaults) -> Release | SkippedInput:
    try:
        return _checked(draft, path, defaults)
    except Exception as error:  # as above: half a surrogate pair, which has no UTF-8, is one case
        _LOG.debug("making a release of %s failed", path, exc_info=True)
        return SkippedInput(path, draft.title[:LONGEST_OPENING], because(error))


def _checked(draft: Draft, path: str, defaults: Defaults) -> Release | SkippedInput:
    if len(draft.text) > LARGEST_RELEASE:
        size, limit = f"{len(draft.text):,}", f"{LARGEST_RELEASE:,}"
        reason = f"is {size} characters long, a release has at most {limit}; split it"
        return SkippedInput(path, draft.title[:LONGEST_OPENING], reason)
    body = draft.text[draft.body :]
    if not body.strip():
        return SkippedInput(path, draft.title, "has a title but no text")
    source = draft.source or defaults.source
    return Release(
        id=release_id(source, draft.title, draft.text),
        title=draft.title,
        source=source,
        text=draft.text,
        body=draft.body,
        published=_day(draft, defaults),
        url=draft.url,
        truncated=_CUT_OFF.search(body, max(0, len(body) - 200)) is not None,
    )


def _day(draft: Draft, defaults: Defaults) -> str | None:
    """The day of a release: as its file or its dateline says, then as the caller does."""
    if draft.published or not defaults.published:
        return draft.published or published_day(draft.text, draft.body)
    return dateline_day(draft.text, draft.body) or defaults.published


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
