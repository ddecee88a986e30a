"""Changing inputs at random, the same way for the same seed."""

import random
from collections.abc import Sequence

LONGEST = 6000
"""Bytes of an input that grows byte by byte."""
REPEATED = 20_000
"""Bytes of an input in which a piece is repeated."""
REPEATS = 24
"""One of so many mutations repeats a piece."""
PHRASE = 7
"""Words of the longest phrase that is strung together."""


class Mutator:
    """Changes inputs: bytes, pieces, words of a dictionary, and one piece over and over."""

    def __init__(self, words: Sequence[bytes], prose: Sequence[bytes], seed: int) -> None:
        """Take the dictionary, and the words that phrases are made of."""
        self._words, self._prose = words, prose
        self._random = random.Random(seed)  # noqa: S311  # to be repeated

    def __call__(self, data: bytes, other: bytes = b"") -> bytes:
        """A changed input."""
        if self._random.randrange(REPEATS) == 0:
            return self.repeated(data)
        for _ in range(self._random.randint(1, 4)):
            data = self._random.choice((self._flip, self._insert, self._cut, self._copy))(data)
        return (data + other)[:LONGEST] if self._random.randrange(8) == 0 else data[:LONGEST]

    def repeated(self, data: bytes) -> bytes:
        """An input with one of its pieces, a word or a phrase so often that it becomes long."""
        start, end = self._span(data)
        own = [data[start:end]] if end > start else []
        piece = self._random.choice([*own, self._word(), self._phrase()])
        return data[:start] + piece * (REPEATED // max(1, len(piece))) + data[end:]

    def _phrase(self) -> bytes:
        words = self._random.choices(self._prose, k=self._random.randint(1, PHRASE))
        return b" ".join((*words, b""))

    def _word(self) -> bytes:
        return self._random.choice(self._words)

    def _span(self, data: bytes) -> tuple[int, int]:
        start = self._random.randint(0, len(data))
        return start, min(len(data), start + self._random.choice((1, 2, 4, 16, 64, 256)))

    def _flip(self, data: bytes) -> bytes:
        start, _ = self._span(data)
        return data[:start] + bytes([self._random.randrange(256)]) + data[start + 1 :]

    def _insert(self, data: bytes) -> bytes:
        start, _ = self._span(data)
        return data[:start] + self._word() + data[start:]

    def _cut(self, data: bytes) -> bytes:
        start, end = self._span(data)
        return data[:start] + data[end:]

    def _copy(self, data: bytes) -> bytes:
        (start, end), (place, _) = self._span(data), self._span(data)
        return data[:place] + data[start:end] + data[place:]
