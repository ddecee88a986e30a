"""Where things of the knowledge graph are found on the web of data: their IRIs."""

import re
from dataclasses import dataclass
from urllib.parse import quote

from communique.graph import Entity, Evidence, Fact
from communique.ontology.iris import DEFAULT_BASE, PREFIXES, WIKIDATA

_BASE = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]*:"
    r"(?://[^/?#:@\x00-\x20<>\"{}|^`\\]|(?<!http:)(?<!https:)[^/?#:\x00-\x20<>\"{}|^`\\]+:)"
    r"[^\x00-\x20<>\"{}|^`\\]*[/#]",
    re.IGNORECASE,
)
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]+")
_OWN_PREFIXES = {"e": "id", "st": "statement", "rel": "release", "g": "graph", "pub": "publisher"}
_OF_RELEASE = "release-"
_UNRESERVED = re.compile(r"[A-Za-z0-9_.~-]+")


@dataclass(frozen=True, slots=True)
class Addresses:
    """Makes IRIs below a base.

    Ids go in percent-encoded as UTF-8, every character but the unreserved ones of RFC 3986: two ids
    never share an IRI, and no id breaks one.

    Attributes:
        base: An absolute IRI that names a host or, as URNs do, a namespace, and ends in ``/`` or
            ``#``.
    """

    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        """Reject a base that is no absolute IRI, or to which nothing can be appended."""
        if not _BASE.fullmatch(self.base):
            raise ValueError(
                f"{self.base!r} is no absolute IRI with a host (https://data.example.org/) or a "
                "namespace (urn:example:) that ends in '/' or '#'"
            )

    @property
    def dataset(self) -> str:
        """The export as a whole."""
        return f"{self.base}dataset"

    @property
    def entities_graph(self) -> str:
        """The named graph of names and types."""
        return f"{self.base}graph/entities"

    @property
    def meta_graph(self) -> str:
        """The named graph that describes the export."""
        return f"{self.base}graph/meta"

    @property
    def prefixes(self) -> dict[str, str]:
        """Namespaces by the prefixes under which files abbreviate them."""
        return PREFIXES | self.own_prefixes

    @property
    def own_prefixes(self) -> dict[str, str]:
        """Those of them that are below the base."""
        return {name: f"{self.base}{path}/" for name, path in _OWN_PREFIXES.items()}

    def release_graph(self, release: str) -> str:
        """The named graph of all that one release states."""
        return f"{self.base}graph/{_OF_RELEASE}{_encoded(release)}"

    def record_graph(self, release: str) -> str:
        """The named graph of a release as a ledger holds it."""
        return f"{self.base}graph/record-{_encoded(release)}"

    @property
    def judgements_graph(self) -> str:
        """The named graph of what people have said about who is who."""
        return f"{self.base}graph/judgements"

    def record(self, release: str, table: str, place: int) -> str:
        """A row of the record of a release."""
        return f"{self.base}record/{_encoded(release)}/{table}/{place}"

    def judgement(self, place: int) -> str:
        """A judgement, by its place among all."""
        return f"{self.base}judgement/{place}"

    def entity(self, entity: Entity) -> str:
        """An entity."""
        return f"{self.base}id/{_encoded(entity.id)}"

    def release(self, release: str) -> str:
        """A release, by its id."""
        return f"{self.base}release/{_encoded(release)}"

    def publisher(self, source: str) -> str:
        """Who issued a release, by the name that the feed gives."""
        return f"{self.base}publisher/{_encoded(source)}"

    def distribution(self, name: str) -> str:
        """A file of the export, by its name."""
        return f"{self.base}distribution/{_encoded(name)}"

    def extraction(self, extractor: str) -> str:
        """What an extractor did, by its name and version."""
        return f"{self.base}extraction/{_encoded(extractor)}"

    def software(self, name: str) -> str:
        """A program, by its name and version."""
        return f"{self.base}software/{_encoded(name)}"

    def statement(self, fact: Fact) -> str:
        """A fact as a node; its key is a hash of its content."""
        return f"{self.base}statement/{fact.key}"

    def phrase(self, evidence: Evidence) -> str:
        """A quote, by its offsets in code points (fragment of RFC 5147)."""
        return f"{self.release(evidence.release)}#char={evidence.start},{evidence.end}"


def is_release_graph(graph: str) -> bool:
    """Whether a named graph is of a release, under whatever base."""
    return graph.rpartition("graph/")[2].startswith(_OF_RELEASE)


def is_iri(value: str) -> bool:
    """Whether a text is an absolute IRI that can be written."""
    return _IRI.fullmatch(value) is not None


def wikidata(item: str) -> str:
    """An item of Wikidata."""
    return WIKIDATA + _encoded(item)


def _encoded(id_: str) -> str:
    return id_ if _UNRESERVED.fullmatch(id_) else quote(id_, safe="")
