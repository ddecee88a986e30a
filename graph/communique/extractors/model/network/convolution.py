"""The layers of a network that see a word beside its neighbours, counted in NumPy."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, cast

import numpy as np
from thinc.api import Model

from communique.extractors.model.memory import Places
from communique.extractors.model.network.factor import ROWS, Factor, Floats
from communique.extractors.model.network.multiplication import product

_VARIANCE = np.float32(1e-8)
"""What thinc adds to a variance before it divides by its root."""
_SIDES = 3
"""A word, the one before and the one after."""
_PRODUCTS = 4
"""Products for two words side by side."""
_SUMMED = 3
"""Two words' sums, and what is added to both."""
_ROWS = 2 * ROWS
"""Words that go through all layers together, always so many and even: see ``factor``.

What they need stays in the processor's cache.
"""
_TWO = np.float32(2)
_SHAPE = ("expand_window", "maxout", "layernorm", "dropout")


@dataclass(frozen=True, slots=True)
class _Layer:
    """A window of three words, the best of some sums of them, and its distance from their mean.

    Attributes:
        sides: For the word before, the word itself and the one after a matrix with a row for each
            value of the word and a column for each sum; sums that compete stand a whole width
            apart.
        shared: What is multiplied for two words at once: see ``_Pairs``.
        bias: Of each sum.
        gain: By which a distance from the mean is multiplied.
        shift: What is added to it.
    """

    sides: tuple[Factor, Factor, Factor]
    shared: tuple[Factor, Factor, Factor, Factor]
    bias: Floats
    gain: Floats
    shift: Floats

    def best(self, sums: Floats) -> Floats:
        """The best of the sums that compete, normalised."""
        width = len(self.gain)
        found = np.maximum(sums[..., :width], sums[..., width : 2 * width])
        for piece in range(2, sums.shape[-1] // width):
            np.maximum(found, sums[..., piece * width : (piece + 1) * width], out=found)
        best = found.reshape(-1, width)
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


class _Pairs:
    """Windows of words two by two, in four products instead of six, and space to count them in.

    For the words a, b, c, d in a row and the matrices p, q, r of the one before, the word itself
    and the one after, the sums of b and c are (Winograd's least number of products)

    - b: (a - c) p + s + t
    - c: (d - b) r + s - t, with s = (b + c) (p + q + r) / 2 and t = (c - b) (p - q + r) / 2

    The words with even numbers stand in front of those with odd ones.
    """

    def __init__(self, layer: _Layer) -> None:
        """Take a layer that has as many values and sums as all."""
        way, width, sums = layer.shared[0].way, len(layer.gain), len(layer.bias)
        self._high = np.zeros((_PRODUCTS, way.rows, width), np.float32)
        self._wide = np.empty((_SUMMED, way.rows, sums + 2 * way.margin), np.float32)
        self._sums = way.inner(self._wide)

    def count(self, layer: _Layer, rows: Floats) -> Floats:
        """The sums of a layer for all words, even and odd ones; overwritten by the next ones."""
        even, odd = rows[:ROWS], rows[ROWS:]
        before, both, apart, after = self._high[:, :ROWS]
        np.subtract(odd[:-1], odd[1:], out=before[1:])
        np.add(even, odd, out=both)
        np.subtract(odd, even, out=apart)
        np.subtract(even[1:], even[:-1], out=after[:-1])
        first, second, product = self._sums
        for number, place in ((0, 0), (3, 1), (1, 2)):
            layer.shared[number].fill(self._high[number], self._wide[place])
        product += layer.bias
        first += product
        second += product
        layer.shared[2].fill(self._high[2], self._wide[2])
        first += product
        second -= product
        return self._sums[:2]


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

        Between documents lie as many empty rows as there are layers, so that none hears another,
        and one more where the next would begin at an odd row. All are cut into stretches of the
        same number of rows. Those at the ends of a stretch, which do not hear all of their
        neighbours, are counted in two.

        Args:
            words: The vectors of the distinct words.
            places: For each word of the documents its row among the distinct ones.
            lengths: Words of each document.
        """
        pad = len(self._layers) + len(self._layers) % 2
        inner = _ROWS - 2 * pad
        spans = _spans(lengths, pad)
        stretches = -(-(spans[-1][1] - pad) // inner)
        padded = np.full(stretches * inner + 2 * pad, len(words), np.intp)
        for (first, last), end in zip(spans, accumulate(lengths), strict=True):
            padded[first:last] = places[end - (last - first) : end]
        found = np.empty((len(padded), self.width), np.float32)
        heard, pairs = self._heard(words), _Pairs(self._layers[0])
        for begun in range(0, stretches * inner, inner):
            rows = self._run(heard, padded[begun : begun + _ROWS], pairs)[:, pad // 2 : -pad // 2]
            found[begun + pad : begun + pad + inner] = rows.swapaxes(0, 1).reshape(inner, -1)
        return [found[first:last] for first, last in spans]

    def _heard(self, words: Floats) -> _Heard:
        """What the first layer hears of distinct words, an empty row below them.

        A word adds the same to the sums of its neighbours wherever it stands, so that it is
        multiplied once for each side and not once for each place.
        """
        first = self._layers[0]
        rows = np.concatenate([words, np.zeros((1, self.width), np.float32)])
        sides = [product(rows, side) for side in first.sides]
        sides[1] += first.bias
        return _Heard(rows, *sides)

    def _run(self, heard: _Heard, places: Places, pairs: _Pairs) -> Floats:
        """The words of a stretch behind all layers: those with even numbers, and the odd ones."""
        even, odd = places[::2], places[1::2]
        apart = np.concatenate([even, odd])
        rows, sums = heard.words[apart], heard.own.take(apart, axis=0)
        sums[1 : len(even)] += heard.before.take(odd[:-1], axis=0)
        sums[len(even) :] += heard.before.take(even, axis=0)
        sums[: len(even)] += heard.after.take(odd, axis=0)
        sums[len(even) : -1] += heard.after.take(even[1:], axis=0)
        rows += self._layers[0].best(sums)
        for layer in self._layers[1:]:
            rows += layer.best(pairs.count(layer, rows))
        halves: Floats = rows.reshape(2, len(even), self.width)
        return halves


def _spans(lengths: Sequence[int], pad: int) -> list[tuple[int, int]]:
    """Where each document stands among empty rows, at an even one."""
    spans, first = list[tuple[int, int]](), pad
    for length in lengths:
        spans.append((first, first + length))
        first += length + length % 2 + pad
    return spans


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
    before, own, after = np.ascontiguousarray(apart.T).reshape(_SIDES, width, -1)
    first, last = Factor(before), Factor(after)
    both = Factor((before + own + after) / _TWO), Factor((before - own + after) / _TWO)
    return _Layer(
        (first, Factor(own), last),
        (first, *both, last),
        np.ascontiguousarray(cast(Floats, bias).T).reshape(-1),
        cast(Floats, gain),
        cast(Floats, shift),
    )
