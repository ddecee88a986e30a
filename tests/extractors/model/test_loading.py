"""The language model as the program loads it."""

from spacy.language import Language
from thinc.api import Model

TEXT = "Estonia's Foreign Minister Ana Duran met her Latvian counterpart in Riga on 3 May 2024."


def test_numpy_multiplies_for_every_layer(loaded: Language) -> None:
    networks = [getattr(component, "model", None) for _, component in loaded.pipeline]
    layers = [layer for n in networks if isinstance(n, Model) for layer in n.walk()]

    assert layers
    assert not any(getattr(layer.ops, "use_blis", False) for layer in layers)


def test_it_reads_as_the_published_one(loaded: Language, published: Language) -> None:
    ours, theirs = loaded(TEXT), published(TEXT)

    assert ours.to_json() == theirs.to_json()
