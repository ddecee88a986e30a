"""What of a graph is written as RDF, and how."""

from dataclasses import dataclass
from datetime import date

from communique.ledger import Ledger
from communique.ontology.iris import DEFAULT_BASE


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of a graph is written, and how.

    Attributes:
        base: Where IRIs of entities, statements, releases and graphs begin; ends in ``/`` or ``#``.
        evidence_text: Whether the words of quotes are written, and not only offsets (titles always
            are).
        issued: Day of the export, for the description; left out without it.
        rdf12: Whether a statement node reifies its triple as RDF 1.2 has it, and not by three
            triples; few tools read that yet.
        ledger: What is written beside the graph as it was recorded, so that a ledger can be made of
            it; nothing if None.
    """

    base: str = DEFAULT_BASE
    evidence_text: bool = True
    issued: date | None = None
    rdf12: bool = False
    ledger: Ledger | None = None

    def __post_init__(self) -> None:
        """Reject a ledger without its words."""
        if self.ledger is not None and not self.evidence_text:
            raise ValueError("a ledger has the texts of its releases; leave out neither or both")
