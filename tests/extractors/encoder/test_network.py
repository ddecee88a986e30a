"""The layers know how far apart two pieces stand, if the file tells what that counts."""

from collections.abc import Callable, Sequence

import numpy as np

from communique.extractors.encoder.network import Network
from communique.extractors.encoder.parameters import Matrix, Parameters
from communique.extractors.encoder.reading import Text

Make = Callable[..., Parameters]
CLASSES, NEVER = 32, -1e4
BEHIND = 16
"""Classes of what stands at or before a piece; as many follow for what stands behind it."""


def _vectors(parameters: Parameters, distances: Matrix | None, *pieces: Sequence[int]) -> Matrix:
    arrays = dict(parameters.arrays)
    if distances is not None:
        arrays["distances"] = distances
    network = Network(arrays, parameters.card["layers"], parameters.card["heads"])
    texts = [Text(some, len(some), [1], [(0, 0)], {0: 0}, {0: (0, 0)}) for some in pieces]
    return network.marks(texts, [[0]] * len(texts))


def test_distances_that_count_the_same_change_nothing(parameters: Make) -> None:
    pieces = list(range(4, 30))

    alike = np.full((CLASSES, 2), 3.0, np.float32)

    assert np.allclose(
        _vectors(parameters(), alike, pieces), _vectors(parameters(), None, pieces), atol=1e-4
    )


def test_what_is_too_far_behind_is_not_heard(parameters: Make) -> None:
    deaf = np.zeros((CLASSES, 2), np.float32)
    deaf[BEHIND:] = NEVER
    pieces = list(range(4, 30))

    short, long = _vectors(parameters(), deaf, pieces[:4], pieces)
    hearing, all_of_it = _vectors(parameters(), None, pieces[:4], pieces)

    assert np.allclose(short, long, atol=1e-4)
    assert not np.allclose(hearing, all_of_it, atol=1e-2)


def test_distances_from_eight_pieces_on_share_classes(parameters: Make) -> None:
    last = np.zeros((CLASSES, 2), np.float32)
    last[CLASSES - 1] = NEVER  # 91 pieces and more behind
    pieces = [*range(4, 30)] * 6

    near, far = _vectors(parameters(), last, pieces[:90], pieces)

    assert np.allclose(near, _vectors(parameters(), None, pieces[:90]), atol=1e-4)
    assert not np.allclose(far, _vectors(parameters(), None, pieces), atol=1e-4)
