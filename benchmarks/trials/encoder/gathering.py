"""Releases that nobody has annotated: their candidates, with what the scorer holds of them."""

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import chain
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from communique.extractors.encoder.reading import Text, TextReader
from communique.extractors.model import load_model
from communique.extractors.press import PressExtractor
from communique.extractors.scoring.candidates import Pair, candidate, features, pairs
from communique.extractors.scoring.features.sight import Sight
from communique.extractors.scoring.references import Passage
from communique.extractors.scoring.weights import RELATIONS, Weights, read_weights
from communique.feeds import SkippedInput, read_releases
from communique.training.learner import RAREST, rows_of, stacked
from trials.encoder.samples import Sample

LIKELY = 0.02
"""The probability from which every candidate is kept."""
_PASSAGE, _SHARED = 12, 7
_ONE_OF = 4
"""Of the others one of so many is kept, and stands for as many."""

Numbers = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Gathered:
    """Candidates that nobody has judged.

    Attributes:
        names: Their features.
        rows: Candidates by features.
        worth: How many candidates each stands for.
        likely: What the scorer holds of each, candidates by relations; nan where the vocabulary
            does not allow it.
        samples: The sentences, with the rows of their candidates.
        releases: How many releases they are of.
    """

    names: Sequence[str]
    rows: csr_matrix
    worth: NDArray[np.int8]
    likely: Numbers
    samples: Sequence[Sample]
    releases: int


@dataclass(frozen=True, slots=True, eq=False)
class _Kept:
    """The kept candidates of one release.

    Attributes:
        names: Their features, in the order in which they come up.
        features: Those of each candidate, as numbers of the names.
        worth: How many candidates each stands for.
        likely: What the scorer holds of each.
        sentences: What the encoder reads, with the places of the ends.
    """

    names: Sequence[str]
    features: Sequence[NDArray[np.int32]]
    worth: NDArray[np.int8]
    likely: Numbers
    sentences: Sequence[tuple[Text, NDArray[np.int16]]]


class _Gatherer:
    """Reads releases with the rules and weights of the package."""

    def __init__(self, weights: Weights, vocabulary: dict[str, int]) -> None:
        self._weights = weights
        self._extractor = PressExtractor(load_model())
        self._reader = TextReader(vocabulary)

    def read(self, path: Path) -> _Kept | None:
        """The kept candidates of a file; None if it is no release."""
        found = [item for item in read_releases([path]) if not isinstance(item, SkippedInput)]
        if not found:
            return None
        script = self._extractor.parsed(found[0])
        reading = self._extractor.read(script)
        features_of = self._extractor.feature_reader(script, reading)
        chance = random.Random(path.name)  # noqa: S311
        index: dict[str, int] = {}
        kept: list[tuple[NDArray[np.int32], int, Numbers]] = []
        sentences: list[tuple[Text, NDArray[np.int16]]] = []
        for passage in reading.passages:
            sight, ends = Sight.of(passage), list[Pair]()
            for pair in pairs(passage):
                names = dict.fromkeys(features(features_of, sight, candidate(passage, pair)))
                likely = self._likely(names, pair)
                worth = 1 if np.nanmax(likely) >= LIKELY else _ONE_OF
                if worth == 1 or chance.random() * _ONE_OF < 1:
                    numbers = [index.setdefault(name, len(index)) for name in names]
                    kept.append((np.array(numbers, np.int32), worth, likely))
                    ends.append(pair)
            if ends:
                sentences.append(self._sentence(passage, ends))
        return _Kept(
            tuple(index),
            [numbers for numbers, _, _ in kept],
            np.array([worth for _, worth, _ in kept], np.int8),
            np.array([likely for _, _, likely in kept], np.float32).reshape(-1, len(RELATIONS)),
            sentences,
        )

    def _likely(self, names: Iterable[str], pair: Pair) -> Numbers:
        likely: Numbers = self._weights.probabilities(self._weights.total(names)[None])[0]
        allowed = np.zeros(len(RELATIONS), np.bool_)
        allowed[list(pair[2])] = True
        return np.where(allowed, likely, np.float32(np.nan))

    def _sentence(self, passage: Passage, ends: Sequence[Pair]) -> tuple[Text, NDArray[np.int16]]:
        return self._reader.read(passage), np.array([pair[:2] for pair in ends], np.int16)


_gatherer: list[_Gatherer] = []
"""That of a process of the pool."""


def _start(vocabulary: dict[str, int]) -> None:
    weights = read_weights()
    if weights is None:
        raise ValueError("the package has no weights to judge by")
    _gatherer.append(_Gatherer(weights, vocabulary))


def _read(path: Path) -> _Kept | None:
    return _gatherer[0].read(path)


def without(paths: Sequence[Path], unseen: Sequence[str]) -> list[Path]:
    """The files that share no passage worth the name with texts that nothing may be learned from.

    Twelve words in a row are a passage; a file that has a seventh of a text's is left out.
    """
    passages = [_passages(text) for text in unseen]
    kept: list[Path] = []
    for path in paths:
        own = _passages(path.read_text(encoding="utf-8", errors="replace"))
        if all(len(own & others) * _SHARED <= len(others) for others in passages):
            kept.append(path)
    return kept


def _passages(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[n : n + _PASSAGE]) for n in range(len(words) - _PASSAGE + 1)}


def gather(paths: Sequence[Path], vocabulary: dict[str, int], processes: int = 2) -> Gathered:
    """Read releases, and have the scorer of the package judge their candidates."""
    pool = ProcessPoolExecutor(processes, get_context("spawn"), _start, (vocabulary,))
    with pool:
        found = [kept for kept in pool.map(_read, paths, chunksize=8) if kept is not None]
    names = _names(found)
    columns = {name: number for number, name in enumerate(names)}
    rows = list(chain.from_iterable(rows_of(kept.names, kept.features, columns) for kept in found))
    return Gathered(
        names,
        stacked(rows, len(names)),
        np.concatenate([kept.worth for kept in found]),
        np.concatenate([kept.likely for kept in found]),
        list(_samples(found)),
        len(found),
    )


def _names(found: Sequence[_Kept]) -> list[str]:
    """The features that count: those of the weights, and those that several releases have."""
    counts = Counter(chain.from_iterable(kept.names for kept in found))
    weights = read_weights()
    known = weights.index.keys() if weights else ()
    return sorted({name for name, count in counts.items() if count >= RAREST}.union(known))


def _samples(found: Sequence[_Kept]) -> Iterator[Sample]:
    row = 0
    for text, ends in chain.from_iterable(kept.sentences for kept in found):
        yield Sample(False, row, text, ends)
        row += len(ends)
