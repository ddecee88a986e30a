"""The knowledge graph as named graphs: one for each release, one for entities, one about them all.

A graph is the unit of replacing and taking back: what two releases state stands in both of their
graphs, so that taking one back leaves the other's.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from communique.graph import Evidence, Fact, KnowledgeGraph, Release
from communique.loaders.rdf.addresses import Addresses
from communique.loaders.rdf.model import TYPE, entity_triples, fact_triples, release_triples
from communique.loaders.rdf.term import Literal, Triple, integer, label, ntriples, period
from communique.ontology.iris import CQ, DCAT, DCT, FOAF, ONTOLOGY, VOID
from communique.ontology.terms import VERSION


@dataclass(frozen=True, slots=True)
class NamedGraph:
    """Triples under one name.

    Attributes:
        iri: Its name.
        triples: By their lines of N-Triples, sorted by line.
    """

    iri: str
    triples: Mapping[str, Triple]

    @classmethod
    def of(cls, iri: str, triples: Iterable[Triple]) -> "NamedGraph":
        """Put triples in order, each once."""
        lines = {ntriples(triple): triple for triple in triples}
        return cls(iri, {line: lines[line] for line in sorted(lines)})

    @property
    def sha256(self) -> str:
        """Digest of the graph as sorted N-Triples, hexadecimal."""
        digest = hashlib.sha256()
        for line in self.triples:
            digest.update(f"{line}\n".encode())
        return digest.hexdigest()


def named_graphs(
    graph: KnowledgeGraph, at: Addresses, *, evidence_text: bool = True, issued: date | None = None
) -> Iterator[NamedGraph]:
    """Yield the graphs of the releases in the order of their ids, of the entities, and about all.

    One release graph is held at a time. A release that only evidence names has a graph too.

    Args:
        graph: What to export.
        at: Where things are.
        evidence_text: Whether to write the words of the quotes and not only their offsets.
        issued: Day of the export, for the description; left out without it.
    """
    meta = list(_dataset_triples(graph, at, issued))
    total = 0
    for named in _content(graph, at, evidence_text):
        meta.extend(_graph_triples(named, at))
        total += len(named.triples)
        yield named
    about = set(meta)
    about.add(Triple(at.dataset, VOID + "triples", integer(total + len(about) + 1)))
    yield NamedGraph.of(at.meta_graph, about)


def _content(graph: KnowledgeGraph, at: Addresses, evidence_text: bool) -> Iterator[NamedGraph]:
    known: dict[str, list[Release]] = defaultdict(list)
    for release in graph.releases:
        known[release.id].append(release)
    told = _by_release(graph.facts)
    for id_ in sorted(known.keys() | told.keys()):
        triples = [triple for release in known[id_] for triple in release_triples(release, at)]
        for fact, quotes in told[id_]:
            triples.extend(fact_triples(fact, quotes, at, evidence_text=evidence_text))
        yield NamedGraph.of(at.release_graph(id_), triples)
    entities = (triple for entity in graph.entities for triple in entity_triples(entity, at))
    yield NamedGraph.of(at.entities_graph, entities)


def _by_release(facts: Iterable[Fact]) -> dict[str, list[tuple[Fact, list[Evidence]]]]:
    """The facts each release states, each with the quotes from that release."""
    told: dict[str, list[tuple[Fact, list[Evidence]]]] = defaultdict(list)
    for fact in facts:
        quotes: dict[str, list[Evidence]] = defaultdict(list)
        for quote in fact.evidence:
            quotes[quote.release].append(quote)
        for release, its_quotes in quotes.items():
            told[release].append((fact, its_quotes))
    return told


def _dataset_triples(graph: KnowledgeGraph, at: Addresses, issued: date | None) -> Iterator[Triple]:
    """The export as a whole (VoID, DCAT); ``void:triples`` counts the triples of all its graphs."""
    iri = at.dataset
    yield Triple(iri, TYPE, VOID + "Dataset")
    yield Triple(iri, TYPE, DCAT + "Dataset")
    yield Triple(iri, DCT + "title", label("Statements of press releases"))
    yield Triple(iri, DCT + "conformsTo", f"{ONTOLOGY}/{VERSION}")
    yield Triple(iri, VOID + "vocabulary", CQ)
    yield Triple(iri, VOID + "entities", integer(len(graph.entities)))
    for release in graph.releases:
        yield Triple(at.release_graph(release.id), FOAF + "primaryTopic", at.release(release.id))
    if issued is not None:
        yield Triple(iri, DCT + "issued", period(issued.isoformat()))


def _graph_triples(named: NamedGraph, at: Addresses) -> Iterator[Triple]:
    """One graph with its size and digest, by which a push knows what has changed."""
    yield Triple(at.dataset, VOID + "subset", named.iri)
    yield Triple(named.iri, TYPE, VOID + "Dataset")
    yield Triple(named.iri, VOID + "triples", integer(len(named.triples)))
    yield Triple(named.iri, CQ + "graphDigest", Literal(named.sha256))
