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
    """What is told of an export, piece by piece while its graphs go by.

    The pieces are parts of one graph, the meta graph; no triple is in two of them.
    """

    def __init__(self, at: Addresses, issued: date | None = None) -> None:
        """Begin with no graph.

        Args:
            at: Where things are.
            issued: Day of the export; left out without it.
        """
        self._at, self._issued = at, issued
        self._triples = 0

    def of_graph(self, named: NamedGraph, topic: str | None = None) -> NamedGraph:
        """A graph with its size and digest, by which a push knows what has changed.

        Args:
            named: The graph.
            topic: What it is about.
        """
        says = [_IS_DATASET, f"{_TRIPLES}{integer(len(named))}", f"{_DIGEST}{text(named.sha256)}"]
        if topic is not None:
            says.append(f"{_TOPIC}<{topic}>")
        self._triples += len(named)
        return self._piece(
            Said(self._at.dataset, [f"{_SUBSET}<{named.iri}>"]), Said(named.iri, says)
        )

    def of_all(self, entities: int) -> NamedGraph:
        """The export; ``void:triples`` counts the triples of all graphs, the pieces included."""
        piece = self._piece(self._dataset(entities))
        total = Said(self._at.dataset, [f"{_TRIPLES}{integer(self._triples + 1)}"])
        return NamedGraph.of(piece.iri, [self._dataset(entities), total])

    def _piece(self, *said: Said) -> NamedGraph:
        piece = NamedGraph.of(self._at.meta_graph, said)
        self._triples += len(piece)
        return piece

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
