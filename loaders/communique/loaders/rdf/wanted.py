"""What of a graph is written as RDF, and how."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from communique.loaders.rdf.addresses import is_iri
from communique.ontology.iris import DEFAULT_BASE

if TYPE_CHECKING:
    from communique.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Making:
    """How an export came about, for its description; what is None or empty is not told.

    Attributes:
        issued: Day of the export.
        licence: IRI of the licence that it is given out under.
        software: Name and version of the program.
        extractors: Name and version of what read each release, by its id.
    """

    issued: date | None = None
    licence: str | None = None
    software: str | None = None
    extractors: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Reject a licence that is no IRI."""
        if self.licence is not None and not is_iri(self.licence):
            raise ValueError(f"the licence {self.licence!r} is no absolute IRI")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of a graph is written, and how.

    Attributes:
        base: Where IRIs of entities, statements, releases and graphs begin; ends in ``/`` or ``#``.
        evidence_text: Whether the words of quotes are written, and not only offsets (titles always
            are).
        making: What the description tells of how the export came about.
        rdf12: Whether a statement node reifies its triple as RDF 1.2 has it, and not by three
            triples; few tools read that yet.
        ledger: What is written beside the graph as it was recorded, so that a ledger can be made of
            it; nothing if None.
    """

    base: str = DEFAULT_BASE
    evidence_text: bool = True
    making: Making = field(default_factory=Making)
    rdf12: bool = False
    ledger: "Ledger | None" = None

    def __post_init__(self) -> None:
        """Reject a ledger without its words."""
        if self.ledger is not None and not self.evidence_text:
            raise ValueError(
                "a ledger has the whole texts of its releases, so the words of quotes cannot be "
                "left out beside it; choose one of the two"
            )
