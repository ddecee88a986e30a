"""What a network knows of a word by itself, kept from one document to the next."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from thinc.api import Model

from communique.extractors.model.convolution import Floats
from communique.extractors.model.keys import Numbers, keys_of, traits_of

CAPACITY = 30_000
"""Words kept; then the memory begins anew."""
_TRAITS = ("ORTH", "NORM", "SPACY")


class Embedding:
    """The vectors of words on their own: each counted when it is first met.

    They depend on the spelling of a word, on how the tokenizer normalised it and on whether a
    blank follows; those three are what is remembered.
    """

    def __init__(self, network: Model[Any, Any], width: int) -> None:
        """Take the network that counts them, and how many values it gives for a word."""
        self._network = network
        self._numbers: dict[int, int] = {}
        self._vectors: Floats = np.empty((CAPACITY, width), np.float32)

    def of(self, docs: Sequence[Doc]) -> Floats:
        """The vectors of all words of some documents, one after the other."""
        traits = np.concatenate([traits_of(doc, _TRAITS) for doc in docs])
        distinct, first, places = np.unique(keys_of(traits), return_index=True, return_inverse=True)
        vectors: Floats = self._known(docs, distinct, first)[places]
        return vectors

    def _known(self, docs: Sequence[Doc], keys: Numbers, first: NDArray[np.intp]) -> Floats:
        """The vectors of words by their keys, each of which stands somewhere in the documents."""
        listed = keys.tolist()
        new = [n for n, key in enumerate(listed) if key not in self._numbers]
        if not new:
            return self._vectors[[self._numbers[key] for key in listed]]
        if len(self._numbers) + len(new) > CAPACITY:
            self._numbers.clear()
            new = list(range(len(listed)))
        counted = self._count(docs, first[new])
        if len(new) > CAPACITY:
            return counted
        start = len(self._numbers)
        self._vectors[start : start + len(new)] = counted
        self._numbers |= {listed[n]: start + place for place, n in enumerate(new)}
        return self._vectors[[self._numbers[key] for key in listed]]

    def _count(self, docs: Sequence[Doc], positions: NDArray[np.intp]) -> Floats:
        """The vectors of the words at some positions, counted from the first document's start."""
        ends = np.cumsum([len(doc) for doc in docs])
        inside = np.searchsorted(ends, positions, side="right")
        tokens = [
            docs[number][int(position - ends[number])]
            for number, position in zip(inside.tolist(), positions.tolist(), strict=True)
        ]
        words, spaces = [t.text for t in tokens], [bool(t.whitespace_) for t in tokens]
        alone = Doc(docs[0].vocab, words=words, spaces=spaces)
        for copy, token in zip(alone, tokens, strict=True):
            copy.norm_ = token.norm_
        (vectors,) = self._network.predict([alone])
        found: Floats = vectors
        return found
