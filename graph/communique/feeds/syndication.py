"""RSS and Atom feeds."""

import io
import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any, BinaryIO

import feedparser

from communique.feeds.pages import text_of
from communique.feeds.publication import stated_day
from communique.feeds.reader import LARGEST_FEED, Draft, SkippedInput, read_whole
from communique.graph import UnreadableFeedError

_FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE)
_MARKUP = re.compile(r"<[a-zA-Z/!]|&[#\w]+;")


class SyndicationReader:
    """Reads every entry of an RSS or Atom feed, its full content if there is one."""

    def accepts(self, head: bytes, path: PurePath) -> bool:
        """Take XML whose first element is that of a feed."""
        start = head.lstrip()[:4096]
        return start.startswith(b"<") and bool(_FEED.search(start)) and b"<html" not in start

    def read(self, content: BinaryIO, path: str) -> Iterator[Draft | SkippedInput]:
        """Yield the entries in the order of the feed."""
        data = read_whole(content, path, LARGEST_FEED)
        # A stream, because feedparser takes a string for an address and goes there.
        feed = feedparser.parse(io.BytesIO(data))
        if not feed.entries:
            fault = feed.get("bozo_exception") if feed.get("bozo") else None
            told = f" ({_one_line(fault)})" if fault else ""
            raise UnreadableFeedError(path, f"is a feed without entries{told}; download it again")
        for number, entry in enumerate(feed.entries, 1):
            yield _draft(entry, feed.feed, number, path)


def _draft(entry: Any, feed: Any, number: int, path: str) -> Draft | SkippedInput:
    title = _plain(entry.get("title", ""))
    body = _body(entry)
    if not body:
        return SkippedInput(path, title or None, f"entry {number} has no text")
    source = _plain(entry.get("source", {}).get("title") or feed.get("title") or "")
    return Draft.composed(title, body, source, _day(entry), entry.get("link"))


def _body(entry: Any) -> str:
    contents = [item.get("value", "") for item in entry.get("content", ())]
    full = max((text_of(content) for content in contents), key=len, default="")
    return full or text_of(entry.get("summary", ""))


def _day(entry: Any) -> str | None:
    """Day of publication as written; the parsed form would move it to another time zone."""
    for field in ("published", "created", "updated"):
        if day := stated_day(entry.get(field, "")):
            return day
    parsed = entry.get("published_parsed")
    return stated_day("{:04}-{:02}-{:02}".format(*parsed[:3])) if parsed else None


def _plain(value: str) -> str:
    return text_of(value) if _MARKUP.search(value) else " ".join(value.split())


def _one_line(error: object) -> str:
    return " ".join(str(error).split())[:120]
