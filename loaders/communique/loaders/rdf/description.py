"""The graph about the export: its parts with their sizes and digests, and how it came about.

As VoID and DCAT know data sets and PROV activities.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.graph import Particulars
from communique.loaders.rdf.addresses import Addresses
from communique.loaders.rdf.model import A, Said
from communique.loaders.rdf.named_graph import NamedGraph
from communique.loaders.rdf.term import integer, label, period, text
from communique.loaders.rdf.wanted import Making
from communique.ontology.iris import (
    CQ,
    DCAT,
    DCT,
    FOAF,
    MEDIA_TYPES,
    ONTOLOGY,
    PROV,
    RDFS,
    SPDX,
    VOID,
    XSD,
)
from communique.ontology.terms import VERSION

_IS_DATASET = f"{A}<{VOID}Dataset>"
_TRIPLES, _SUBSET = f"<{VOID}triples> ", f"<{VOID}subset> "
_DIGEST, _TOPIC = f"<{CQ}graphDigest> ", f"<{FOAF}primaryTopic> "
_GENERATED, _SOURCE = f"<{PROV}wasGeneratedBy> ", f"<{DCT}source> "
_LABEL = f"<{RDFS}label> "


@dataclass(frozen=True, slots=True)
class File:
    """A file that an export was written to.

    Attributes:
        name: Its name, without folders.
        media_type: Of its content, as ``application/n-quads``.
        size: Bytes.
        sha256: Digest of its bytes, hexadecimal.
        triples: Triples or quads in it.
        compressed: Whether it is compressed by gzip.
    """

    name: str
    media_type: str
    size: int
    sha256: str
    triples: int
    compressed: bool = False

    def said(self, at: Addresses) -> Iterator[Said]:
        """The file as a distribution of the export, for catalogues (DCAT, SPDX)."""
        iri = at.distribution(self.name)
        yield Said(at.dataset, [f"<{DCAT}distribution> <{iri}>"])
        yield Said(at.dataset, [f"{_TRIPLES}{integer(self.triples)}"])
        says = [
            f"{A}<{DCAT}Distribution>",
            f"<{DCT}title> {text(self.name)}",
            f"<{DCAT}accessURL> <{at.dataset}>",
            f"<{DCAT}mediaType> <{MEDIA_TYPES}{self.media_type}>",
            f"<{DCAT}byteSize> {integer(self.size)}",
            f"<{SPDX}checksum> <{iri}/checksum>",
        ]
        if self.compressed:
            says.append(f"<{DCAT}compressFormat> <{MEDIA_TYPES}application/gzip>")
        yield Said(iri, says)
        digest = f'"{self.sha256}"^^<{XSD}hexBinary>'
        yield Said(
            f"{iri}/checksum",
            [
                f"{A}<{SPDX}Checksum>",
                f"<{SPDX}algorithm> <{SPDX}checksumAlgorithm_sha256>",
                f"<{SPDX}checksumValue> {digest}",
            ],
        )


class Description:
    """What is told of an export, piece by piece while its graphs go by.

    The pieces are parts of one graph, the meta graph; no triple is in two of them.
    """

    def __init__(self, at: Addresses, making: Making) -> None:
        """Begin with no graph.

        Args:
            at: Where things are.
            making: How the export came about.
        """
        self._at, self._making = at, making
        self._triples = 0
        self._releases = 0
        self._sources: set[str] = set()
        self._extractors: set[str] = set()

    def of_release(
        self, named: NamedGraph, id_: str, releases: Sequence[Particulars]
    ) -> NamedGraph:
        """The graph of a release, with what it is about and which run of an extractor read it.

        Args:
            named: The graph.
            id_: Id of the release.
            releases: The release itself; none if only evidence names it.
        """
        self.note(id_, releases)
        says = [f"{_TOPIC}<{self._at.release(id_)}>"] if releases else []
        extractor = self._making.extractors.get(id_)
        if extractor is not None:
            says.append(f"{_GENERATED}<{self._at.extraction(extractor)}>")
        return self.of_graph(named, says)

    def note(self, id_: str, releases: Sequence[Particulars]) -> None:
        """Count a release, its sources and what read it."""
        self._releases += bool(releases)
        self._sources.update(source for one in releases for source in one.sources)
        if id_ in self._making.extractors:
            self._extractors.add(self._making.extractors[id_])

    def of_graph(self, named: NamedGraph, says: Iterable[str] = ()) -> NamedGraph:
        """A graph with its size and digest, by which a push knows what has changed.

        Args:
            named: The graph.
            says: What else is said of it.
        """
        known = [_IS_DATASET, f"{_TRIPLES}{integer(len(named))}", f"{_DIGEST}{text(named.sha256)}"]
        self._triples += len(named)
        return self._piece(
            [
                Said(self._at.dataset, [f"{_SUBSET}<{named.iri}>"]),
                Said(named.iri, [*known, *says]),
            ]
        )

    def said(self, entities: int) -> list[Said]:
        """The export without its graphs and their number of triples, and how it came about."""
        return [Said(self._at.dataset, list(self._dataset(entities))), *self._runs()]

    def of_all(self, entities: int) -> NamedGraph:
        """The export; ``void:triples`` counts the triples of all graphs, the pieces included."""
        said = self.said(entities)
        self._piece(said)
        total = Said(self._at.dataset, [f"{_TRIPLES}{integer(self._triples + 1)}"])
        return NamedGraph.of(self._at.meta_graph, [*said, total])

    def _piece(self, said: Iterable[Said]) -> NamedGraph:
        piece = NamedGraph.of(self._at.meta_graph, said)
        self._triples += len(piece)
        return piece

    def _dataset(self, entities: int) -> Iterator[str]:
        yield _IS_DATASET
        yield f"{A}<{DCAT}Dataset>"
        yield f"<{DCT}title> {label('Statements of press releases')}"
        yield f"<{DCT}conformsTo> <{ONTOLOGY}/{VERSION}>"
        yield f"<{VOID}vocabulary> <{CQ}>"
        yield f"<{VOID}entities> {integer(entities)}"
        yield f"<{VOID}documents> {integer(self._releases)}"
        for source in self._sources:
            yield f"{_SOURCE}<{self._at.publisher(source)}>"
        if self._making.issued is not None:
            yield f"<{DCT}issued> {period(self._making.issued.isoformat())}"
        if self._making.licence is not None:
            yield f"<{DCT}license> <{self._making.licence}>"
        if self._making.software is not None:
            yield f"<{PROV}wasAttributedTo> <{self._at.software(self._making.software)}>"

    def _runs(self) -> Iterator[Said]:
        """The extractors that read the releases, and the program that wrote the export."""
        for extractor in sorted(self._extractors):
            says = [f"{A}<{PROV}Activity>", f"{_LABEL}{label(extractor)}"]
            yield Said(self._at.extraction(extractor), says)
        software = self._making.software
        if software is not None:
            says = [f"{A}<{PROV}SoftwareAgent>", f"{_LABEL}{label(software)}"]
            yield Said(self._at.software(software), says)
