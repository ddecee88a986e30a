"""The layers of the encoder: from pieces of texts to a vector for each mark."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from communique.extractors.encoder.parameters import Matrix
from communique.extractors.encoder.reading import Text

_SMALL = np.float32(1e-12)
_EXACT, _FARTHEST = 8, 128
"""Distances in pieces below which each counts by itself, and from which on all count the same."""
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


@dataclass(frozen=True, slots=True, eq=False)
class _View:
    """Which rows ask for what they hear of a text, which are those of the text.

    Attributes:
        asks: Those that ask.
        hears: Those that are listened to.
        near: What is added to the heed that either pays the other: heads by asking by heard; None
            where the file does not tell.
    """

    asks: slice
    hears: slice
    near: Matrix | None

    def of(self, asks: slice, places: Sequence[int]) -> "_View":
        """The view of some places of the text."""
        return _View(asks, self.hears, None if self.near is None else self.near[:, places])


class Network:
    """The encoder without its head.

    Texts stand one after the other, so that none is filled up to the length of another, and only
    attention looks at each by itself. It knows how far apart two pieces stand if the file tells
    what that counts (as MPNet does), else only the places of pieces do.
    """

    def __init__(self, arrays: Mapping[str, Matrix], layers: int, heads: int) -> None:
        """Take the numbers of its parts."""
        self._arrays, self._heads = arrays, heads
        self._distances = arrays.get("distances")
        self._layers = [Layer.of(arrays, number) for number in range(layers)]

    def marks(self, texts: Sequence[Text], asked: Sequence[Sequence[int]]) -> Matrix:
        """The vectors of some marks of texts, one text after the other.

        Args:
            texts: What is read.
            asked: For each text the numbers of the marks that are asked about.
        """
        starts = list(accumulate((len(text.pieces) for text in texts), initial=0))
        spans = [slice(*span) for span in pairwise(starts)]
        views = [
            _View(span, span, self._near(len(text.pieces)))
            for span, text in zip(spans, texts, strict=True)
        ]
        marks = [s + mark for s, t in zip(starts, texts, strict=False) for mark in t.marks]
        rows = self._embedded(texts, marks)
        for layer in self._layers[:-1]:
            rows = self._through(layer, rows, rows, views)
        ends = pairwise(accumulate(map(len, asked), initial=0))
        places = [[t.marks[n] for n in some] for t, some in zip(texts, asked, strict=True)]
        heard = [s + place for s, some in zip(starts, places, strict=False) for place in some]
        last = [v.of(slice(*e), some) for v, e, some in zip(views, ends, places, strict=True)]
        return self._through(self._layers[-1], rows[heard], rows, last)

    def _near(self, length: int) -> Matrix | None:
        """What it counts how far apart two pieces of a text stand: heads by pieces by pieces."""
        if self._distances is None:
            return None
        places = np.arange(length)
        away = self._distances[_classes(np.arange(1 - length, length))].T
        near: Matrix = away[:, places[:, None] - places + length - 1]
        return near

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
        views: Sequence["_View"],
    ) -> Matrix:
        """Rows after a layer; those that ask need not be all of those that are listened to."""
        width = rows.shape[1]
        told = rows @ layer.attend[:, width:] + layer.attend_bias[width:]
        asks = asking @ layer.attend[:, :width] + layer.attend_bias[:width]
        heard = np.empty_like(asking)
        for view in views:
            heard[view.asks] = self._attended(asks[view.asks], told[view.hears], view.near)
        rows = asking + (heard @ layer.out + layer.out_bias)
        rows = _normed(rows, layer.first_norm, layer.first_bias)
        raised = bent(rows @ layer.up + layer.up_bias)
        rows = rows + (raised @ layer.down + layer.down_bias)
        return _normed(rows, layer.second_norm, layer.second_bias)

    def _attended(self, asks: Matrix, told: Matrix, near: Matrix | None) -> Matrix:
        """What each row of a text hears of all of them."""
        heads, width = self._heads, asks.shape[1]
        size = width // heads
        query = asks.reshape(-1, heads, size).transpose(1, 0, 2)
        keys, values = told.reshape(-1, 2, heads, size).transpose(1, 2, 0, 3)
        weights: Matrix = query @ keys.transpose(0, 2, 1)
        weights *= np.float32(size**-0.5)
        if near is not None:
            weights += near
        weights -= weights.max(axis=2, keepdims=True)
        np.exp(weights, out=weights)
        weights /= weights.sum(axis=2, keepdims=True)
        heard: Matrix = weights @ values
        return heard.transpose(1, 0, 2).reshape(-1, width)


def _classes(away: NDArray[np.intp]) -> NDArray[np.intp]:
    """The class of how far before (negative) or behind each other two pieces stand.

    Small distances have one each, larger ones share theirs, from ``_FARTHEST`` on all.
    """
    far = np.abs(away)
    share = np.log(np.maximum(far, 1) / _EXACT) / np.log(_FARTHEST / _EXACT)
    rough = np.minimum(_EXACT + (share * _EXACT).astype(np.intp), 2 * _EXACT - 1)
    classes: NDArray[np.intp] = np.where(far < _EXACT, far, rough) + 2 * _EXACT * (away < 0)
    return classes


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
