"""JSON Lines: a release a line."""

import json
import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any, BinaryIO

from communique.feeds.decoding import decode
from communique.feeds.newswire import draft
from communique.feeds.publication import stated_day
from communique.feeds.reader import LARGEST_DOCUMENT, Draft, SkippedInput, read_whole
from communique.graph import UnreadableFeedError

LONGEST_LINE = 16 * 1024 * 1024
"""Bytes of the longest line; a release of the largest size fits, every character escaped."""

_MOST_VALUES = 4_000_000
"""Brackets of a JSON file that is read as a whole; each is up to 100 bytes in memory."""
_OBJECT = re.compile(rb"\s*(?:\{\s*[\"}]|\[\s*\{)")
_LINES = frozenset({".jsonl", ".ndjson"})


class RecordReader:
    """Reads JSON Lines, and a JSON file with one object or a list of them.

    Fields: ``title``, ``text`` (title included) or ``body``, ``source``, ``published`` or
    ``date``, ``url``; others are ignored. What ``communique export`` calls ``documents.jsonl``
    comes back with the same texts.
    """

    def accepts(self, head: bytes, path: PurePath) -> bool:
        """Take what begins with a JSON object or a list of objects."""
        return bool(_OBJECT.match(head)) or path.suffix.lower() in _LINES

    def read(self, content: BinaryIO, path: str) -> Iterator[Draft | SkippedInput]:
        """Yield a release for each object, in order; a bad line is skipped alone."""
        first = content.readline(LONGEST_LINE)
        content.seek(0)
        if _is_object(first) or PurePath(path).suffix.lower() in _LINES:
            yield from _lines(content, path)
            return
        text = decode(read_whole(content, path, LARGEST_DOCUMENT), path)
        if text.count("{") + text.count("[") > _MOST_VALUES:
            raise UnreadableFeedError(path, "holds too many objects; write one a line (JSON Lines)")
        try:
            found = json.loads(text)
        except RecursionError as error:
            raise UnreadableFeedError(path, "is JSON nested too deep; mend or remove it") from error
        except ValueError as error:
            raise UnreadableFeedError(path, f"is no JSON ({error}); mend or remove it") from error
        for number, record in enumerate(found if isinstance(found, list) else [found], 1):
            yield _draft(record, path, f"record {number}")


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _lines(content: BinaryIO, path: str) -> Iterator[Draft | SkippedInput]:
    number = 0
    while line := content.readline(LONGEST_LINE):
        number += 1
        if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            while (rest := content.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
                pass
            size = LONGEST_LINE // (1024 * 1024)
            yield SkippedInput(path, None, f"line {number} is longer than {size} MB; split it")
        elif line.strip():
            yield _line(line, path, number)


def _line(line: bytes, path: str, number: int) -> Draft | SkippedInput:
    try:
        record = json.loads(decode(line, path))
    except UnreadableFeedError as error:
        return SkippedInput(path, None, f"line {number} {error.reason}")
    except (ValueError, RecursionError) as error:
        return SkippedInput(path, None, f"line {number} is no JSON ({error}); mend or remove it")
    return _draft(record, path, f"line {number}")


def _draft(record: Any, path: str, place: str) -> Draft | SkippedInput:
    if not isinstance(record, dict):
        return SkippedInput(path, None, f"{place} is no JSON object")
    title, text, body = (_string(record, key) for key in ("title", "text", "body"))
    if not (text or body).strip():
        return SkippedInput(path, title.strip() or None, f"{place} has no text or body")
    source, url = _string(record, "source"), _string(record, "url") or None
    day = stated_day(_string(record, "published")) or stated_day(_string(record, "date"))
    if not text.strip() or not (as_read := _with_own_title(text.strip(), title.strip(), path)):
        return Draft.composed(title, body or text, source, day, url)
    return _as_read(as_read, title.strip(), source, day, url)


def _with_own_title(text: str, title: str, path: str) -> Draft | SkippedInput | None:
    """The text read as a release, or None if the title beside it is no part of it."""
    read = draft(text, path)
    headed = text.startswith((f"{title}\n", f"{title}\r"))
    return read if not title or headed or read.title == title else None


def _as_read(
    read: Draft | SkippedInput, title: str, source: str, day: str | None, url: str | None
) -> Draft | SkippedInput:
    """A text that has its title line; the fields beside it say more than its own header lines."""
    if isinstance(read, SkippedInput):
        return read
    return Draft(
        title or read.title,
        read.text,
        source.strip() or read.source,
        read.body,
        day or read.published,
        url or read.url,
    )


def _string(record: dict[str, Any], key: str) -> str:
    value = record.get(key)
    if not isinstance(value, str):
        return ""
    # JSON may escape half a surrogate pair, which is no character and has no UTF-8.
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
