"""Vectors that are the same, to the last bit, whatever else was read before or together."""

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc

from communique.extractors.model.loading import load_model
from communique.extractors.model.network.encoding import Network
from communique.extractors.model.network.factor import ROWS, WAYS, Factor, Floats, Way
from communique.extractors.model.network.multiplication import EvenOps

_TEXTS = (
    "Foreign Minister Ana Duran met her Latvian counterpart in Riga on 3 May.",
    "They did not speak of grain.",
    "A delegation of nine, " + "with an adviser from the ministry of ports, " * 90,
    "The Council condemned the attack, deplored its victims and called for calm.",
    *(f"Item {number}: vessel V{number * 7919} was inspected." for number in range(40)),
)


@pytest.fixture(scope="module")
def other() -> Language:
    """A second model, which has read nothing yet."""
    return load_model()


def _network(nlp: Language, name: str) -> Network:
    network = nlp.get_pipe(name).model  # type: ignore[attr-defined]
    return network if name == "tok2vec" else network.get_ref("tok2vec")  # type: ignore[no-any-return]


def _rows(network: Network, docs: list[Doc]) -> Floats:
    """One under the other: the entity recogniser's are an array, others a list of arrays."""
    return np.vstack(network.predict(docs))


@pytest.mark.parametrize("name", ["tok2vec", "ner"])
def test_a_document_has_the_same_vectors_in_any_company(
    loaded: Language, other: Language, name: str
) -> None:
    docs = [loaded.make_doc(text) for text in _TEXTS]
    together = _rows(_network(loaded, name), docs)

    backwards = [_rows(_network(other, name), [doc]) for doc in docs[::-1]]

    assert np.array_equal(together, np.vstack(backwards[::-1]))


def test_a_tagger_has_the_same_scores_in_any_company(loaded: Language) -> None:
    tagger = loaded.get_pipe("tagger").model  # type: ignore[attr-defined]
    docs = [loaded.make_doc(text) for text in _TEXTS]

    alone = [_rows(tagger, [doc]) for doc in docs]

    assert np.array_equal(_rows(tagger, docs), np.vstack(alone))


@pytest.mark.parametrize("count", [0, 1, ROWS - 1, ROWS, 3 * ROWS + 5])
@pytest.mark.parametrize("turned", [False, True])
def test_a_product_is_that_of_numpy(count: int, turned: bool) -> None:
    random = np.random.default_rng(count)
    left = random.standard_normal((count, 96)).astype(np.float32)
    right = random.standard_normal((96, 50)).astype(np.float32)
    given = np.ascontiguousarray(left.T) if turned else left

    product = EvenOps().gemm(given, right.T, trans1=turned, trans2=True)

    np.testing.assert_allclose(product, left @ right, rtol=1e-4, atol=1e-4)


def test_a_row_has_the_same_product_wherever_it_stands() -> None:
    random = np.random.default_rng(1)
    left = random.standard_normal((2 * ROWS + 7, 96)).astype(np.float32)
    right = random.standard_normal((96, 50)).astype(np.float32)
    out = np.empty((len(left), 50), np.float32)

    EvenOps().gemm(left, right, out=out)

    rows = [EvenOps().gemm(left[n : n + 1], right) for n in range(len(left))]
    assert np.array_equal(np.vstack(rows), out)


@pytest.mark.parametrize("way", WAYS, ids=str)
@pytest.mark.parametrize("turned", [False, True])
def test_each_way_gives_the_product(way: Way, turned: bool) -> None:
    random = np.random.default_rng(2)
    left = random.standard_normal((ROWS, 96)).astype(np.float32)
    right = random.standard_normal((96, 650)).astype(np.float32)
    out = np.empty((ROWS, 700), np.float32)[:, 50:]

    Factor(np.asfortranarray(right) if turned else right, way).multiply(left, out)

    np.testing.assert_allclose(out, left @ right, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize(("count", "width"), [(96, 288), (64, 1024), (64, 106), (300, 96), (96, 5)])
@pytest.mark.parametrize("turned", [False, True])
def test_a_row_is_the_same_in_every_place_whatever_processor_this_is(
    count: int, width: int, turned: bool
) -> None:
    random = np.random.default_rng(3)
    right = random.standard_normal((count, width)).astype(np.float32)
    factor = Factor(np.asfortranarray(right) if turned else right)
    out = np.empty((ROWS, width), np.float32)

    for row in random.standard_normal((20, count)).astype(np.float32):
        factor.multiply(np.repeat(row[None], ROWS, 0), out)
        assert np.array_equal(out, np.repeat(out[:1], ROWS, 0))
