"""The graph about the export: its parts with their sizes and digests (VoID, DCAT)."""

from datetime import date

from communique.loaders.rdf.addresses import Addresses
from communique.loaders.rdf.model import A, Said
from communique.loaders.rdf.named_graph import NamedGraph
from communique.loaders.rdf.term import integer, label, period, text
from communique.ontology.iris import CQ, DCAT, DCT, FOAF, ONTOLOGY, VOID
from communique.ontology.terms import VERSION

_IS_DATASET = f"{A}<{VOID}Dataset>"
_TRIPLES, _SUBSET = f"<{VOID}triples> ", f"<{VOID}subset> "
_DIGEST, _TOPIC = f"<{CQ}graphDigest> ", f"<{FOAF}primaryTopic> "


class Description:
    """What is told of an export, gathered while its graphs go by."""

    def __init__(self, at: Addresses, issued: date | None = None) -> None:
        """Begin with no graph.

        Args:
            at: Where things are.
            issued: Day of the export; left out without it.
        """
        self._at, self._issued = at, issued
        self._graphs: list[Said] = []
        self._triples = 0

    def add(self, named: NamedGraph, topic: str | None = None) -> None:
        """Note a graph, and what it is about, by which a push knows what has changed."""
        triples = len(named)
        says = [_IS_DATASET, f"{_TRIPLES}{integer(triples)}", f"{_DIGEST}{text(named.sha256)}"]
        if topic is not None:
            says.append(f"{_TOPIC}<{topic}>")
        self._graphs.append(Said(named.iri, says))
        self._triples += triples

    def graph(self, entities: int) -> NamedGraph:
        """The description; ``void:triples`` counts the triples of all graphs, this one included."""
        of = self._dataset(entities)
        of.says.extend(f"{_SUBSET}<{graph.of}>" for graph in self._graphs)
        said = [*self._graphs, of]
        total = self._triples + sum(len(one.says) for one in said) + 1
        return NamedGraph.of(
            self._at.meta_graph, [*said, Said(of.of, [f"{_TRIPLES}{integer(total)}"])]
        )

    def _dataset(self, entities: int) -> Said:
        says = [
            _IS_DATASET,
            f"{A}<{DCAT}Dataset>",
            f"<{DCT}title> {label('Statements of press releases')}",
            f"<{DCT}conformsTo> <{ONTOLOGY}/{VERSION}>",
            f"<{VOID}vocabulary> <{CQ}>",
            f"<{VOID}entities> {integer(entities)}",
        ]
        if self._issued is not None:
            says.append(f"<{DCT}issued> {period(self._issued.isoformat())}")
        return Said(self._at.dataset, says)
