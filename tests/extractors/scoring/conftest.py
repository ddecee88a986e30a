"""A release as the rules have read it, and weights over the features that it has."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pytest

from communique.extractors.press import PressExtractor
from communique.extractors.reading.script import Script
from communique.extractors.rules import Reading
from communique.extractors.scoring.candidates import Candidate, candidates, features
from communique.extractors.scoring.features import FeatureReader
from communique.extractors.scoring.features.sight import Sight
from communique.extractors.scoring.references import Passage
from communique.extractors.scoring.weights import RELATIONS, Weights
from communique.graph import Release

BODY = (
    "Foreign Minister Ana Duran of Estonia will meet Minister Carl Berg of Latvia in Riga on "
    "20 May 2024.\n\nThe two ministers will also attend the Baltic Forum. Estonia supports "
    "Operation HARBOUR, which Europol leads."
)


@dataclass(frozen=True, slots=True)
class News:
    """A release that rules have read."""

    script: Script
    reading: Reading
    reader: FeatureReader

    def pairs(self) -> list[tuple[Passage, Candidate]]:
        """All candidates, in order."""
        return [(p, candidate) for p in self.reading.passages for candidate in candidates(p)]

    def features(self, candidate: Candidate) -> list[str]:
        """All features of a candidate."""
        return features(self.reader, Sight.of(candidate.passage), candidate)


@pytest.fixture(scope="session")
def news(extractor: PressExtractor, release: Callable[..., Release]) -> News:
    script = extractor.parsed(release(BODY, source="Ministry of Foreign Affairs of Estonia"))
    reading = extractor.read(script)
    return News(script, reading, extractor.feature_reader(script, reading))


@pytest.fixture(scope="session")
def weigh() -> Callable[[Sequence[str]], Weights]:
    """Weights drawn by chance for these features."""

    def weigh(names: Sequence[str]) -> Weights:
        index = {name: row for row, name in enumerate(sorted(set(names)))}
        drawn = np.random.default_rng(5).normal(size=(len(index), len(RELATIONS)))
        ones, zeros = (np.full(len(RELATIONS), n, np.float32) for n in (1, 0))
        return Weights({}, index, drawn.astype(np.float32), zeros, ones, zeros)

    return weigh
