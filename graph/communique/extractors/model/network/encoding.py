"""Networks of word vectors that remember words and count their sums in NumPy."""

from collections.abc import Callable, Sequence
from typing import Any

from spacy.tokens import Doc
from thinc.api import Model, NumpyOps

from communique.extractors.model.network.convolution import Convolution
from communique.extractors.model.network.embedding import Embedding
from communique.extractors.model.network.factor import Floats

_PARTS = {"embed", "encode"}
"""What a network of word vectors calls its two halves."""

Network = Model[Any, Any]


def quickened(network: Network) -> Network:
    """A network in which every network of word vectors is one that gives the same in less time.

    Those built in another way than the published models', and any on a graphics card, stay.
    """
    for node in list(network.walk()):
        quick = _quick(node)
        if quick is None:
            continue
        if node is network:
            return quick
        network.replace_node(node, quick)
    return network


def _quick(node: Network) -> Network | None:
    if not set(node.ref_names) >= _PARTS or not isinstance(node.ops, NumpyOps):
        return None
    convolution = Convolution.of(node.get_ref("encode"))
    if convolution is None:
        return None
    embedding = Embedding(node.get_ref("embed"), convolution.width)

    def forward(
        model: Network, docs: Sequence[Doc], is_train: bool
    ) -> tuple[list[Floats], Callable[..., Any]]:
        if is_train or not any(map(len, docs)):
            return model.layers[0](docs, is_train)
        lengths = [len(doc) for doc in docs]
        return convolution.encode(*embedding.of(docs), lengths), _no_way_back

    dims = {name: node.maybe_get_dim(name) for name in node.dim_names}
    return Model(f"quick({node.name})", forward, dims=dims, layers=[node], refs=_refs(node))


def _refs(node: Network) -> dict[str, Network | None]:
    return {name: node.get_ref(name) for name in node.ref_names}


def _no_way_back(*_: object) -> None:
    raise RuntimeError("a network that only predicts was asked to learn")
