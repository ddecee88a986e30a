"""Networks of word vectors that remember words: the same vectors as before, to rounding."""

import numpy as np
import pytest
from spacy.language import Language
from spacy.ml.models import MaxoutWindowEncoder, MultiHashEmbed, build_Tok2Vec_model
from spacy.tokens import Doc
from spacy.vocab import Vocab

from communique.extractors.model.network import embedding
from communique.extractors.model.network.encoding import Network, quickened
from communique.extractors.model.network.factor import Floats

TEXTS = (
    "Foreign Minister Ana Duran met her Latvian counterpart in Riga.",
    "They didn't.",
    "",
    "Talks " * 700,
    "Foreign Minister Ana Duran met her Latvian counterpart in Riga. They talked  about grain.",
)


def _network(nlp: Language, name: str) -> Network:
    network = nlp.get_pipe(name).model  # type: ignore[attr-defined]
    return network if name == "tok2vec" else network.get_ref("tok2vec")  # type: ignore[no-any-return]


def _vectors(nlp: Language, name: str) -> Floats:
    docs = [nlp.make_doc(text) for text in TEXTS]
    return np.vstack(_network(nlp, name).predict(docs))


@pytest.mark.parametrize("name", ["tok2vec", "ner"])
def test_words_have_the_vectors_of_the_published_model(
    loaded: Language, published: Language, name: str
) -> None:
    expected = _vectors(published, name)

    for _ in range(2):  # met, and remembered
        np.testing.assert_allclose(_vectors(loaded, name), expected, atol=1e-4)


@pytest.mark.parametrize("capacity", [1, 8])
def test_in_a_full_memory_the_oldest_make_room(
    published: Language, monkeypatch: pytest.MonkeyPatch, capacity: int
) -> None:
    monkeypatch.setattr(embedding, "CAPACITY", capacity)
    network = _network(published, "tok2vec")
    docs = [published.make_doc(text) for text in TEXTS]

    vectors = quickened(network).predict(docs)

    np.testing.assert_allclose(np.vstack(vectors), np.vstack(network.predict(docs)), atol=1e-4)


def _wide(window: int) -> Network:
    embed = MultiHashEmbed(8, ["NORM"], [50], include_static_vectors=False)
    return build_Tok2Vec_model(embed, MaxoutWindowEncoder(8, window, 2, 2))


@pytest.mark.parametrize(("window", "kept"), [(1, False), (2, True)])
def test_a_network_of_another_shape_is_left_alone(window: int, kept: bool) -> None:
    network = _wide(window)
    network.initialize(X=[Doc(Vocab(), words=["talks"])])

    assert (quickened(network) is network) is kept
