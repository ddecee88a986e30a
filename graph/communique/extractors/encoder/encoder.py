"""The encoder: reads the sentences with pairs that the scorer is unsure of, and judges these."""

from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from communique.extractors.encoder.file import FILE, EncoderFileError
from communique.extractors.encoder.head import Ends, Head, marks_of
from communique.extractors.encoder.network import Network
from communique.extractors.encoder.parameters import Matrix, Parameters, read_parameters
from communique.extractors.encoder.reading import KINDS, TYPES, Text, TextReader
from communique.extractors.scoring.candidates import Pair
from communique.extractors.scoring.references import Passage
from communique.extractors.scoring.weights import RELATIONS

_TOGETHER = 2048
"""Pieces that go through the network at a time: 40 MB."""
_GRAIN = 64
"""Judgements are rounded to so small a part, so that how numbers are added up tells nothing."""

_SURE = 1e-6

Part = tuple[Text, list[Ends]]


class Encoder:
    """Judges pairs by the words of their sentences; what it says depends on the release alone.

    Attributes:
        least: The probability from which the scorer is unsure of a statement.
        most: The probability up to which it is.
        digest: Of its file.
    """

    def __init__(self, parameters: Parameters) -> None:
        """Take what it has learned.

        Its card says when it is asked (``least``, ``most``), and by what the scorer's own logit
        counts beside its judgement (``trust``).
        """
        card, arrays = parameters.card, parameters.arrays
        self.least, self.most = float(card["least"]), float(card["most"])
        self.digest = parameters.digest
        self._trust = float(card["trust"])
        self._reader = TextReader(parameters.pieces)
        self._network = Network(arrays, int(card["layers"]), int(card["heads"]))
        self._head = Head(arrays, len(TYPES), len(KINDS))

    def advise(self, pairs: Sequence[tuple[Passage, Pair]], likely: Matrix) -> Matrix:
        """What to add to the logit of each pair of one release in each relation.

        Nothing is added where the scorer is sure, and sentences of which it is are not read.

        Args:
            pairs: The pairs, sentence by sentence.
            likely: For each of them how likely the scorer holds each relation to be; 0 where it is
                not asked about.
        """
        unsure = (likely >= self.least) & (likely <= self.most) & _allowed(pairs)
        added = np.zeros(likely.shape, np.float32)
        asked = np.flatnonzero(unsure.any(axis=1))
        if len(asked):
            judged = self._judged([pairs[number] for number in asked.tolist()])
            judged += (self._trust - 1) * _logits(likely[asked])
            parts = np.rint(judged * _GRAIN) / _GRAIN
            added[asked] = np.where(unsure[asked], parts, 0)
        return added

    def _judged(self, pairs: Sequence[tuple[Passage, Pair]]) -> Matrix:
        parts: list[Part] = []
        for _, some in groupby(pairs, key=lambda pair: id(pair[0])):
            asked = list(some)
            ends = [(left, right) for _, (left, right, _) in asked]
            text = self._reader.read(asked[0][0], set(chain.from_iterable(ends)))
            parts.append((text, ends))
        return np.concatenate([self._through(some) for some in _together(parts)])

    def _through(self, parts: Sequence[Part]) -> Matrix:
        texts, ends = [text for text, _ in parts], [some for _, some in parts]
        marks = [marks_of(text, pairs) for text, pairs in parts]
        return self._head.judged(self._network.marks(texts, marks), texts, ends)


def _logits(likely: Matrix) -> Matrix:
    kept = np.clip(likely, _SURE, 1 - _SURE)
    logits: Matrix = np.log(kept / (1 - kept))
    return logits


def _allowed(pairs: Sequence[tuple[Passage, Pair]]) -> NDArray[np.bool_]:
    """Which relations the vocabulary allows for each pair."""
    allowed = np.zeros((len(pairs), len(RELATIONS)), np.bool_)
    for number, (_, pair) in enumerate(pairs):
        allowed[number, list(pair[2])] = True
    return allowed


def _together(parts: Sequence[Part]) -> Iterator[list[Part]]:
    """Yield texts that go through the network at a time."""
    some: list[Part] = []
    size = 0
    for part in parts:
        if some and size + len(part[0].pieces) > _TOGETHER:
            yield some
            some, size = [], 0
        some.append(part)
        size += len(part[0].pieces)
    if some:
        yield some


def read_encoder(path: Path | None = None) -> Encoder:
    """The encoder of the package, or of a file.

    Raises:
        EncoderFileError: Its file is missing, broken, or of another form.
    """
    parameters = read_parameters(path)
    try:
        return Encoder(parameters)
    except (KeyError, TypeError, ValueError) as error:
        raise EncoderFileError(path or FILE, f"is broken ({error!r})") from error
