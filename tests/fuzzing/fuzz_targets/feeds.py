"""Files of every kind: they hold releases that can be read on, or are skipped with a reason."""

import io
import re
from pathlib import PurePath

from communique.feeds import FeedReader, SkippedInput, read_releases
from communique.feeds.decoding import SAMPLE, head_in_utf8
from communique.feeds.newswire import NewswireReader
from communique.feeds.pages import PageReader
from communique.feeds.pdf import PdfDocumentReader
from communique.feeds.reader import LARGEST_RELEASE
from communique.feeds.records import RecordReader
from communique.feeds.syndication import SyndicationReader
from communique.graph import Release

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,80}")
_BROKEN = "cannot be read ("
_LONGEST_REASON = 400


def newswire(data: bytes) -> None:
    """Text that no reader but the last one takes."""
    head = head_in_utf8(data[:SAMPLE])
    others = (PdfDocumentReader(), SyndicationReader(), PageReader(), RecordReader())
    if not any(reader.accepts(head, PurePath("-")) for reader in others):
        _read(NewswireReader(), data, own=True)


def records(data: bytes) -> None:
    """JSON and JSON Lines."""
    _read(RecordReader(), data, own=True)


def syndication(data: bytes) -> None:
    """RSS and Atom."""
    _read(SyndicationReader(), data, own=False)


def page(data: bytes) -> None:
    """HTML."""
    _read(PageReader(), data, own=False)


def pdf(data: bytes) -> None:
    """PDF."""
    _read(PdfDocumentReader(), data, own=False)


def _read(reader: FeedReader, data: bytes, *, own: bool) -> None:
    """Read by content, if this reader takes it; a reader of our own alone has to know why not."""
    if not reader.accepts(head_in_utf8(data[:SAMPLE]), PurePath("-")):
        return
    for item in read_releases(["-"], stdin=io.BytesIO(data)):
        if isinstance(item, SkippedInput):
            assert "\n" not in item.reason
            assert len(item.reason) <= _LONGEST_REASON, item.reason[:_LONGEST_REASON]
            assert not own or not item.reason.startswith(_BROKEN), item.reason
        else:
            _check(item)


def _check(release: Release) -> None:
    release.text.encode()
    release.title.encode()
    assert _ID.fullmatch(release.id), release.id
    assert 0 < len(release.text) <= LARGEST_RELEASE
    assert release.text[release.body :].strip()
