"""Feeds in UTF-8, whatever the server and the file say of their encoding."""

import codecs
import re

_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_DECLARED = re.compile(rb"(\A\s*<\?xml[^>]{0,200}?)\s+encoding\s*=\s*([\"'])[\w.:-]{1,40}\2")
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def in_utf8(body: bytes, content_type: str) -> bytes:
    """A text in UTF-8, if it can be told how it is encoded; else as it is.

    What is UTF-8 throughout and not ASCII alone is UTF-8, whatever is declared: no other encoding
    looks so by chance. Anything else is in the encoding of the server's header, if the file
    declares none, or one that it cannot have been written in; RFC 7303 puts the header first
    always, but servers have one header for all their files.

    Args:
        body: A feed, a page or a text.
        content_type: The header ``Content-Type``.
    """
    if body.startswith(_MARKS):
        return body
    if body.isascii():
        return body
    if _is_in(body, "utf-8"):
        return _DECLARED.sub(rb"\1", body, count=1)
    declared, header = _DECLARED.search(body), _HEADER.search(content_type)
    own = _name(declared[0]) if declared else None
    if header is None or (own is not None and own != "utf-8" and _is_in(body, own)):
        return body
    try:
        text = body.decode(header[1])
    except (LookupError, ValueError):
        return body
    return _DECLARED.sub(rb"\1", text.encode(), count=1)


def _name(declaration: bytes) -> str:
    return declaration.rpartition(b"=")[2].strip(b" \t\r\n\"'").decode("ascii", "replace").lower()


def _is_in(body: bytes, encoding: str) -> bool:
    try:
        body.decode(encoding)
    except (LookupError, ValueError):
        return False
    return True
