"""The knowledge graph in rdflib, as a dataset to work with."""

from datetime import date
from typing import TYPE_CHECKING

from communique.graph import KnowledgeGraph
from communique.loaders.rdf.addresses import Addresses
from communique.loaders.rdf.dataset import named_graphs
from communique.loaders.rdf.term import STRING, Literal, Triple
from communique.ontology.iris import DEFAULT_BASE

if TYPE_CHECKING:
    from rdflib import Dataset, URIRef
    from rdflib import Literal as RdflibLiteral


def to_rdflib(
    graph: KnowledgeGraph,
    *,
    base: str = DEFAULT_BASE,
    evidence_text: bool = True,
    issued: date | None = None,
) -> "Dataset":
    """The quads that :func:`~communique.loaders.rdf.write_nquads` writes, in memory.

    Queries over the dataset see all its graphs at once. It takes over a gigabyte for a million
    quads; write files for more. Arguments and errors are those of the writer.
    """
    from rdflib import Dataset, URIRef

    dataset = Dataset(default_union=True)
    at = Addresses(base)
    for prefix, namespace in at.prefixes.items():
        dataset.bind(prefix, namespace, override=True, replace=True)
    for named in named_graphs(graph, at, evidence_text=evidence_text, issued=issued):
        part = dataset.graph(URIRef(named.iri))
        for triple in named.triples.values():
            part.add(_rdflib(triple))
    return dataset


def _rdflib(triple: Triple) -> "tuple[URIRef, URIRef, URIRef | RdflibLiteral]":
    from rdflib import URIRef

    return URIRef(triple.subject), URIRef(triple.predicate), _node(triple.object)


def _node(value: str | Literal) -> "URIRef | RdflibLiteral":
    from rdflib import Literal as RdflibLiteral
    from rdflib import URIRef

    if isinstance(value, str):
        return URIRef(value)
    if value.language:
        return RdflibLiteral(value.lexical, lang=value.language)
    if value.datatype == STRING:
        return RdflibLiteral(value.lexical)
    return RdflibLiteral(value.lexical, datatype=URIRef(value.datatype), normalize=False)
