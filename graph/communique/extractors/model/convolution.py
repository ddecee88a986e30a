"""The layers of a network that see a word beside its neighbours, counted in NumPy."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

from communique.extractors.model.multiplication import product

Floats = NDArray[np.float32]
Places = NDArray[np.intp]

_VARIANCE = np.float32(1e-8)
"""What thinc adds to a variance before it divides by its root."""
_SIDES = 3
"""A word, the one before and the one after."""
_ROWS = 512
"""Words that go through all layers together, always so many: see ``multiplication``.

What they need stays in the processor's cache.
"""
_SHAPE = ("expand_window", "maxout", "layernorm", "dropout")


@dataclass(frozen=True, slots=True)
class _Layer:
    """A window of three words, the best of some sums of them, and its distance from their mean.

    Attributes:
        weights: A row for each value of the three words, a column for each sum; sums that compete
            stand a whole width apart.
        bias: Of each sum.
        gain: By which a distance from the mean is multiplied.
        shift: What is added to it.
    """

    weights: Floats
    bias: Floats
    gain: Floats
    shift: Floats

    def best(self, sums: Floats) -> Floats:
        """The best of the sums that compete, normalised."""
        width = len(self.gain)
        best = np.maximum(sums[:, :width], sums[:, width : 2 * width])
        for piece in range(2, sums.shape[1] // width):
            np.maximum(best, sums[:, piece * width : (piece + 1) * width], out=best)
        best -= np.add.reduce(best, axis=1, keepdims=True) / np.float32(width)
        variance = np.einsum("ij,ij->i", best, best)[:, None] / np.float32(width) + _VARIANCE
        best *= variance ** np.float32(-0.5)
        best *= self.gain
        best += self.shift
        return best


@dataclass(frozen=True, slots=True)
class _Heard:
    """What the first layer hears of distinct words.

    Attributes:
        words: Their vectors.
        before: What each adds to the sums of the word behind it.
        own: What it adds to its own, the bias with it.
        after: What it adds to those of the word in front of it.
    """

    words: Floats
    before: Floats
    own: Floats
    after: Floats


class Convolution:
    """The encoder of a published model: residual layers over windows of three words."""

    def __init__(self, layers: Sequence[_Layer], width: int) -> None:
        """Take the layers in order, and how many values a word has."""
        self.width = width
        self._layers = tuple(layers)

    @classmethod
    def of(cls, encoder: Model[Any, Any]) -> "Convolution | None":
        """The same sums as those of an encoder, if its layers are those this class knows."""
        if not encoder.name.startswith("with_array(") or not encoder.layers:
            return None
        chained = encoder.layers[0]
        layers = [_layer(layer) for layer in chained.layers]
        known = [layer for layer in layers if layer is not None]
        if not known or len(known) < len(layers) or encoder.attrs["pad"] != len(known):
            return None
        return cls(known, len(known[0].gain))

    def encode(self, words: Floats, places: Places, lengths: Sequence[int]) -> list[Floats]:
        """The vectors of documents that follow each other in an array, each on its own.

        Between documents lie as many empty rows as there are layers, so that none hears another.
        All are cut into stretches of the same number of rows. Those at the ends of a stretch, which
        do not hear all of their neighbours, are counted in two.

        Args:
            words: The vectors of the distinct words.
            places: For each word of the documents its row among the distinct ones.
            lengths: Words of each document.
        """
        pad = len(self._layers)
        inner = _ROWS - 2 * pad
        stretches = -(-(len(places) + pad * len(lengths)) // inner)
        padded = np.full(stretches * inner + 2 * pad, len(words), np.intp)
        spans, start = list[tuple[int, int]](), 0
        for number, length in enumerate(lengths):
            first = start + pad * (number + 1)
            padded[first : first + length] = places[start : start + length]
            spans.append((first, first + length))
            start += length
        found = np.empty((len(padded), self.width), np.float32)
        heard, window = self._heard(words), np.zeros((_ROWS, _SIDES * self.width), np.float32)
        for begun in range(0, stretches * inner, inner):
            stretch = self._run(heard, padded[begun : begun + _ROWS], window)
            found[begun + pad : begun + pad + inner] = stretch[pad:-pad]
        return [found[first:last] for first, last in spans]

    def _heard(self, words: Floats) -> _Heard:
        """What the first layer hears of distinct words, an empty row below them.

        A word adds the same to the sums of its neighbours wherever it stands, so that it is
        multiplied once for each side and not once for each place.
        """
        first, width = self._layers[0], self.width
        rows = np.concatenate([words, np.zeros((1, width), np.float32)])
        sides = [product(rows, first.weights[n * width : (n + 1) * width]) for n in range(_SIDES)]
        sides[1] += first.bias
        return _Heard(rows, *sides)

    def _run(self, heard: _Heard, places: Places, window: Floats) -> Floats:
        """Put words through all layers; the window is space to work in."""
        width = self.width
        rows, sums = heard.words[places], heard.own.take(places, axis=0)
        sums[1:] += heard.before.take(places[:-1], axis=0)
        sums[:-1] += heard.after.take(places[1:], axis=0)
        rows += self._layers[0].best(sums)
        for layer in self._layers[1:]:
            window[1:, :width] = rows[:-1]
            window[:, width : 2 * width] = rows
            window[:-1, 2 * width :] = rows[1:]
            np.matmul(window, layer.weights, out=sums)
            sums += layer.bias
            rows += layer.best(sums)
        return rows


def _layer(residual: Model[Any, Any]) -> _Layer | None:
    """What a residual layer multiplies by and adds, if it is built as in the published models."""
    if not residual.name.startswith("residual("):
        return None
    leaves = [node for node in residual.walk(order="dfs_pre") if not node.layers]
    if tuple(leaf.name for leaf in leaves) != _SHAPE or leaves[0].attrs["window_size"] != 1:
        return None
    maxout, norm = leaves[1], leaves[2]
    weights = cast(Floats, maxout.get_param("W"))
    width, pieces, values = weights.shape
    if pieces < 2 or values != _SIDES * width:  # noqa: PLR2004
        return None
    apart = weights.transpose(1, 0, 2).reshape(pieces * width, values)
    bias, gain, shift = maxout.get_param("b"), norm.get_param("G"), norm.get_param("b")
    return _Layer(
        np.ascontiguousarray(apart.T),
        np.ascontiguousarray(cast(Floats, bias).T).reshape(-1),
        cast(Floats, gain),
        cast(Floats, shift),
    )
