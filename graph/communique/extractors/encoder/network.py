"""The layers of the encoder: from pieces of texts to a vector for each mark."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np

from communique.extractors.encoder.parameters import Matrix
from communique.extractors.encoder.reading import Text

_SMALL = np.float32(1e-12)
_CUBE, _ROOT = np.float32(0.044715), np.float32(np.sqrt(2 / np.pi))


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """One layer; matrices are laid out for ``rows @ matrix``."""

    attend: Matrix
    attend_bias: Matrix
    out: Matrix
    out_bias: Matrix
    first_norm: Matrix
    first_bias: Matrix
    up: Matrix
    up_bias: Matrix
    down: Matrix
    down_bias: Matrix
    second_norm: Matrix
    second_bias: Matrix

    @classmethod
    def of(cls, arrays: Mapping[str, Matrix], number: int) -> "Layer":
        """The layer of a number."""
        return cls(*(arrays[f"layer{number}.{name}"] for name in cls.__dataclass_fields__))


class Network:
    """The encoder without its head.

    Texts stand one after the other, so that none is filled up to the length of another, and only
    attention looks at each by itself.
    """

    def __init__(self, arrays: Mapping[str, Matrix], layers: int, heads: int) -> None:
        """Take the numbers of its parts."""
        self._arrays, self._heads = arrays, heads
        self._layers = [Layer.of(arrays, number) for number in range(layers)]

    def marks(self, texts: Sequence[Text], asked: Sequence[Sequence[int]]) -> Matrix:
        """The vectors of some marks of texts, one text after the other.

        Args:
            texts: What is read.
            asked: For each text the numbers of the marks that are asked about.
        """
        starts = list(accumulate((len(text.pieces) for text in texts), initial=0))
        spans = [slice(*span) for span in pairwise(starts)]
        marks = [s + mark for s, t in zip(starts, texts, strict=False) for mark in t.marks]
        rows = self._embedded(texts, marks)
        for layer in self._layers[:-1]:
            rows = self._through(layer, rows, rows, spans, spans)
        ends = accumulate(map(len, asked), initial=0)
        heard = [
            s + t.marks[n] for s, t, some in zip(starts, texts, asked, strict=False) for n in some
        ]
        parts = [slice(*span) for span in pairwise(ends)]
        return self._through(self._layers[-1], rows[heard], rows, parts, spans)

    def _embedded(self, texts: Sequence[Text], marks: Sequence[int]) -> Matrix:
        arrays = self._arrays
        rows: Matrix = arrays["pieces"][[piece for text in texts for piece in text.pieces]]
        places = np.concatenate([np.arange(len(text.pieces)) for text in texts])
        rows = rows + arrays["places"][places]
        behind = np.concatenate([np.arange(len(t.pieces)) >= t.sentence for t in texts])
        rows += arrays["sides"][behind.astype(int)]
        sorts = np.array([sort for text in texts for sort in text.marked])
        rows[marks] += arrays["types"][sorts[:, 0]] + arrays["kinds"][sorts[:, 1]]
        return _normed(rows, arrays["norm"], arrays["norm_bias"])

    def _through(
        self,
        layer: Layer,
        asking: Matrix,
        rows: Matrix,
        asked: Sequence[slice],
        spans: Sequence[slice],
    ) -> Matrix:
        """Rows after a layer; those that ask need not be all of those that are listened to."""
        width = rows.shape[1]
        told = rows @ layer.attend[:, width:] + layer.attend_bias[width:]
        asks = asking @ layer.attend[:, :width] + layer.attend_bias[:width]
        heard = np.empty_like(asking)
        for one, other in zip(asked, spans, strict=True):
            heard[one] = self._attended(asks[one], told[other])
        rows = asking + (heard @ layer.out + layer.out_bias)
        rows = _normed(rows, layer.first_norm, layer.first_bias)
        raised = bent(rows @ layer.up + layer.up_bias)
        rows = rows + (raised @ layer.down + layer.down_bias)
        return _normed(rows, layer.second_norm, layer.second_bias)

    def _attended(self, asks: Matrix, told: Matrix) -> Matrix:
        """What each row of a text hears of all of them."""
        heads, width = self._heads, asks.shape[1]
        size = width // heads
        query = asks.reshape(-1, heads, size).transpose(1, 0, 2)
        keys, values = told.reshape(-1, 2, heads, size).transpose(1, 2, 0, 3)
        weights: Matrix = query @ keys.transpose(0, 2, 1)
        weights *= np.float32(size**-0.5)
        weights -= weights.max(axis=2, keepdims=True)
        np.exp(weights, out=weights)
        weights /= weights.sum(axis=2, keepdims=True)
        heard: Matrix = weights @ values
        return heard.transpose(1, 0, 2).reshape(-1, width)


def _normed(rows: Matrix, scale: Matrix, bias: Matrix) -> Matrix:
    """Rows with mean zero and variance one, scaled and shifted."""
    middles: Matrix = rows.mean(axis=1, keepdims=True)
    normed: Matrix = rows - middles
    spreads: Matrix = np.sqrt(np.einsum("ij,ij->i", normed, normed) / rows.shape[1] + _SMALL)
    normed *= scale
    normed /= spreads[:, None]
    normed += bias
    return normed


def bent(rows: Matrix) -> Matrix:
    """The Gaussian error linear unit, by the hyperbolic tangent."""
    bent = rows * rows
    bent *= _CUBE
    bent += 1
    bent *= rows
    bent *= _ROOT
    np.tanh(bent, out=bent)
    bent += 1
    bent *= rows
    bent *= np.float32(0.5)
    return bent
