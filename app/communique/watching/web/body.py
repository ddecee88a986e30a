"""The body of an answer, unpacked within limits."""

import zlib
from collections.abc import AsyncIterator

from communique.watching.web.failure import FetchError

_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS
_PLAIN = frozenset({"", "identity"})
_PACKED = frozenset({"gzip", "x-gzip", "deflate"})
ACCEPTED = "gzip"
"""The encoding that is asked for."""


async def body_of(pieces: AsyncIterator[bytes], encoding: str, limit: int) -> bytes:
    """All of a body; no more than the limit is ever held, however small it comes.

    Args:
        pieces: As they come over the wire.
        encoding: The header ``Content-Encoding``.
        limit: Bytes, unpacked.

    Raises:
        FetchError: It is larger, packed in another way, or no such package, or not all of one.
    """
    kind = encoding.strip().lower()
    if kind in _PLAIN:
        return await _gathered(pieces, limit)
    if kind not in _PACKED:
        raise FetchError(f"is packed as {kind[:40]}, which nobody asked for")
    unpacked, unpacker = bytearray(), zlib.decompressobj(_GZIP_OR_ZLIB)
    async for piece in pieces:
        _unpack(unpacker, piece, unpacked, limit)
    if not unpacker.eof:
        raise FetchError("was broken off in the middle")
    return bytes(unpacked)


async def _gathered(pieces: AsyncIterator[bytes], limit: int) -> bytes:
    body = bytearray()
    async for piece in pieces:
        body += piece
        _check(len(body), limit)
    return bytes(body)


def _unpack(unpacker: "zlib._Decompress", piece: bytes, unpacked: bytearray, limit: int) -> None:
    try:
        unpacked += unpacker.decompress(piece, limit + 1 - len(unpacked))
    except zlib.error as error:
        raise FetchError(f"is no {ACCEPTED}, as it says it is ({error})") from error
    _check(len(unpacked), limit)
    if len(unpacker.unused_data) > limit:
        raise FetchError(too_large(limit))


def _check(size: int, limit: int) -> None:
    if size > limit:
        raise FetchError(too_large(limit))


def too_large(limit: int) -> str:
    """The reason for a body over the limit."""
    return f"is larger than {limit / 1_000_000:g} MB; --largest sets the limit"
