"""The traits of words as numbers, and one number for all of them, by which a word is remembered."""

from collections.abc import Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

Numbers = NDArray[np.uint64]

_FACTORS = np.array([1, 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], np.uint64)
"""Odd factors, so that the same number in another column counts for something else."""


def keys_of(traits: Numbers) -> Numbers:
    """A number for each row of up to four numbers; spaCy's own are hashes of 64 bits too."""
    keys: Numbers = np.bitwise_xor.reduce(traits * _FACTORS[: traits.shape[1]], axis=1)
    return keys


def traits_of(doc: Doc, names: Sequence[str]) -> Numbers:
    """A row for each word of a document, a column for each trait."""
    return cast(Numbers, doc.to_array(list(names)))
