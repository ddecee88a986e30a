"""Text out of bytes."""

import codecs
import logging
import re

from charset_normalizer import from_bytes

from communique.graph import UnreadableFeedError

SAMPLE = 64 * 1024
"""Bytes that are looked at to tell the encoding."""

_LOG = logging.getLogger(__name__)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CODE_PAGES = ["cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257"]
_KINDS = (
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_SHARE = 0.02
_UTF16_SHARE = 0.3
_SHORTEST_UTF16 = 8


def decode(data: bytes, path: str, declared: str | None = None) -> str:
    """Decode a text file, without its byte order mark; line ends stay as they are.

    Strict UTF-8 goes first, then UTF-16, then what the file declares, then the Windows code page
    that fits best. Anything but UTF-8 is logged.

    Args:
        data: All bytes of the file.
        path: Its name for messages.
        declared: Encoding that the file says it has.

    Raises:
        UnreadableFeedError: The file holds no text.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    if encoding := utf16_without_mark(data):
        return _noted(data.decode(encoding, "replace"), path, encoding)
    _refuse_binary(data, path)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        sample = data[max(0, error.start - SAMPLE // 2) :][:SAMPLE]
    encoding = _known(declared) or _code_page(sample)
    return _noted(data.decode(encoding, "replace"), path, encoding)


def utf16_without_mark(data: bytes) -> str | None:
    """Name the encoding of Latin text in UTF-16 that has no byte order mark."""
    head = data[: SAMPLE - SAMPLE % 2]
    half = len(head) // 2
    if len(head) < _SHORTEST_UTF16:
        return None
    high_last, high_first = head[1::2].count(0), head[0::2].count(0)
    little = high_last > high_first
    encoding = "utf-16-le" if little else "utf-16-be"
    if max(high_last, high_first) <= _UTF16_SHARE * half or min(high_last, high_first):
        return None
    # Numbers in binary files have zero bytes too, but read as text they show control characters.
    return None if _CONTROL.search(head.decode(encoding, "ignore").encode()) else encoding


def head_in_utf8(head: bytes) -> bytes:
    """The first bytes of a file for a look at its kind, in UTF-8 and without byte order mark."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(name, "ignore").encode("utf-8", "ignore")
    if encoding := utf16_without_mark(head):
        return head.decode(encoding, "ignore").encode("utf-8", "ignore")
    return head


def _refuse_binary(data: bytes, path: str) -> None:
    kind = next((name for mark, name in _KINDS if data.startswith(mark)), None)
    head = data[:SAMPLE]
    if kind or b"\0" in head or len(_CONTROL.findall(head)) > _CONTROL_SHARE * len(head):
        told = f" ({kind})" if kind else ""
        raise UnreadableFeedError(
            path, f"is binary{told}, not text; save it as text, HTML or PDF first"
        )


def _known(encoding: str | None) -> str | None:
    try:
        name = codecs.lookup(encoding or "").name
    except LookupError:
        return None
    # Browsers read "latin-1" as its superset, and so does everybody who declares it.
    return {"utf-8": None, "iso8859-1": "cp1252"}.get(name, name)


def _code_page(sample: bytes) -> str:
    matches = list(from_bytes(sample, cp_isolation=_CODE_PAGES, preemptive_behaviour=False))
    if not matches:
        return "cp1252"
    # Short texts fit several code pages equally well; then the Western one is meant.
    best = (match for match in matches if match.chaos <= matches[0].chaos)
    western = any("cp1252" in match.could_be_from_charset for match in best)
    return "cp1252" if western else matches[0].encoding


def _noted(text: str, path: str, encoding: str) -> str:
    _LOG.info("%s is not UTF-8; read as %s", path, encoding)
    return text
