"""The knowledge graph of a ledger, and whether the ledger is as it was recorded."""

import logging
from dataclasses import dataclass

from communique.builder.facts import merge
from communique.graph import KnowledgeGraph
from communique.identity import Resolution, resolve
from communique.ledger import Ledger, Mismatch

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Projection:
    """A knowledge graph with how it came about.

    Attributes:
        graph: Releases, canonical entities and facts.
        resolution: Which entities were taken for one, and why.
        dropped: Statements left out because both their ends are one entity.
    """

    graph: KnowledgeGraph
    resolution: Resolution
    dropped: int


def project(ledger: Ledger) -> KnowledgeGraph:
    """The knowledge graph of everything a ledger holds.

    The same ledger gives the same graph, whatever the order in which it was filled.

    Raises:
        LedgerError: The ledger cannot be read.
    """
    return project_with_decisions(ledger).graph


def project_with_decisions(ledger: Ledger) -> Projection:
    """As ``project``, with the identity decisions."""
    with ledger.snapshot():
        resolution = resolve(
            ledger.statements_by_release(), ledger.arrivals(), ledger.judgements.all()
        )
        merged = merge(ledger.statements_by_release(), resolution.entities)
        graph = KnowledgeGraph.of(ledger.releases(), merged.facts)
    _log.info(
        "%d releases give %d entities and %d facts; %d statements relate an entity to itself",
        len(graph.releases),
        len(graph.entities),
        len(graph.facts),
        merged.dropped,
    )
    return Projection(graph, resolution, merged.dropped)


def verify(ledger: Ledger) -> list[Mismatch]:
    """Every quote, text and row of a ledger that is not as it was recorded; empty if all is well.

    Raises:
        LedgerError: The file cannot be read at all.
    """
    with ledger.snapshot():
        return list(ledger.mismatches())
