"""Sketches: the few shingles of a release by which near-duplicates are found among many.

A release is sketched when it is recorded. The shingles are sampled by their hash (A. Broder, On the
resemblance and containment of documents, 1997), so that two sketches show how far one text is
contained in the other, also when one of them was cut off.
"""

import zlib

import numpy as np
from numpy.typing import NDArray

from communique.editions.text.wording import SHINGLE, words

SAMPLING = 4
"""One shingle of so many is kept."""
LEAST = 8
"""Shingles that are kept of a short text, if it has so many: those with the smallest hashes."""

Sketch = NDArray[np.uint32]
"""Hashes of the shingles that were kept, each once, ascending."""

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


def sketch(body: str) -> Sketch:
    """The sketch of the body of a release; the same in every run and on every machine."""
    hashes = _hashes(words(body))
    sampled = hashes[hashes % np.uint32(SAMPLING) == 0]
    return np.union1d(sampled, hashes[:LEAST])


def to_bytes(hashes: Sketch) -> bytes:
    """A sketch as it is stored."""
    return hashes.astype("<u4").tobytes()


def from_bytes(stored: bytes) -> Sketch:
    """The sketch that was stored."""
    return np.frombuffer(stored, dtype="<u4").astype(np.uint32)


def _hashes(folded: list[str]) -> Sketch:
    """The hashes of all shingles, each once, ascending."""
    codes = np.array([zlib.crc32(word.encode()) for word in folded], dtype=np.uint64)
    width = min(SHINGLE, len(codes))
    if not width:
        return np.empty(0, dtype=np.uint32)
    mixed = np.zeros(len(codes) - width + 1, dtype=np.uint64)
    for place in range(width):
        mixed = (mixed + codes[place : len(codes) - width + 1 + place]) * _MULTIPLIER
        mixed ^= mixed >> np.uint64(29)
    return np.unique((mixed >> np.uint64(32)).astype(np.uint32))
