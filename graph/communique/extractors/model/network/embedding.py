"""What a network knows of a word by itself, kept from one document to the next."""

from collections.abc import Sequence
from typing import Any, cast

import numpy as np
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model
from thinc.types import Ints2d

from communique.extractors.model.keys import Numbers, keys_of, traits_of
from communique.extractors.model.memory import NOWHERE, Places, Rows
from communique.extractors.model.network.factor import Floats

CAPACITY = 1 << 13
"""Words kept; then the oldest make room."""
_TRAITS = ("ORTH", "NORM", "SPACY")


class Embedding:
    """The vectors of words on their own: each counted when it is first met.

    They depend on the spelling of a word, on how the tokenizer normalised it and on whether a
    blank follows; those three are what is remembered.
    """

    def __init__(self, network: Model[Any, Any], width: int) -> None:
        """Take the network that counts them, and how many values it gives for a word."""
        self._network = network
        self._rows = Rows(CAPACITY)
        self._vectors: Floats = np.empty((CAPACITY, width), np.float32)

    def of(self, docs: Sequence[Doc]) -> tuple[Floats, Places]:
        """The vectors of the distinct words of documents, and the row of each of their words."""
        traits = np.concatenate([traits_of(doc, _TRAITS) for doc in docs])
        distinct, first, places = np.unique(keys_of(traits), return_index=True, return_inverse=True)
        return self._known(docs[0].vocab, distinct, traits[first]), places

    def _known(self, vocab: Vocab, keys: Numbers, traits: Numbers) -> Floats:
        """The vectors of words by their keys, with the traits of each."""
        rows = self._rows.of(keys.tolist())
        vectors, new = self._vectors[rows], np.flatnonzero(rows == NOWHERE)
        if new.size:
            vectors[new] = self._count(vocab, traits[new])
            taken = self._rows.room(new.size)
            self._vectors[taken] = vectors[new]
            self._rows.give(taken, keys[new].tolist())
        return vectors

    def _count(self, vocab: Vocab, traits: Numbers) -> Floats:
        """The vectors of words with some traits."""
        strings, (spellings, norms, spaces) = vocab.strings, traits.T
        words = [strings[spelling] for spelling in spellings.tolist()]
        alone = Doc(vocab, words=words, spaces=spaces.astype(bool).tolist())
        alone.from_array(["NORM"], cast(Ints2d, np.ascontiguousarray(norms).reshape(-1, 1)))
        (vectors,) = self._network.predict([alone])
        found: Floats = vectors
        return found
