"""The knowledge graph of a ledger, and whether the ledger is as it was recorded."""

import logging
from dataclasses import dataclass

from communique.builder.counting import Counting
from communique.builder.deciding import decide
from communique.builder.facts import merge
from communique.graph import KnowledgeGraph
from communique.identity import Resolution
from communique.ledger import Ledger, Mismatch
from communique.pool import collector_paused

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Projection:
    """A knowledge graph with how it came about.

    Attributes:
        graph: Releases, canonical entities and facts.
        resolution: Which entities were taken for one, and why.
        dropped: Statements left out because both their ends are one entity.
        counting: Which releases count.
        contradicted: Facts left out, offices that were guessed and that other releases contradict.
    """

    graph: KnowledgeGraph
    resolution: Resolution
    dropped: int
    counting: Counting
    contradicted: int = 0


def project(ledger: Ledger) -> KnowledgeGraph:
    """The knowledge graph of everything a ledger holds, of each release in the text that counts.

    The same ledger gives the same graph, whatever the order in which it was filled; but of two
    editions of a release the later loaded counts, if their days do not tell.

    Raises:
        LedgerError: The ledger cannot be read.
    """
    return project_with_decisions(ledger).graph


def project_with_decisions(ledger: Ledger) -> Projection:
    """As ``project``, with the identity decisions."""
    with ledger.snapshot(), collector_paused():
        counting, resolution = decide(ledger)
        told = counting.told(ledger.statements_by_release())
        merged = merge(told, resolution.entities)
        graph = KnowledgeGraph.of(counting.releases(ledger), merged.facts)
    _log.info(
        "%d releases give %d entities and %d facts; %d statements relate an entity to itself, "
        "%d guessed offices are contradicted by other releases",
        len(graph.releases),
        len(graph.entities),
        len(graph.facts),
        merged.dropped,
        merged.contradicted,
    )
    return Projection(graph, resolution, merged.dropped, counting, merged.contradicted)


def verify(ledger: Ledger) -> list[Mismatch]:
    """Every quote, text and row of a ledger that is not as it was recorded; empty if all is well.

    Raises:
        LedgerError: The file cannot be read at all.
    """
    with ledger.snapshot():
        return list(ledger.mismatches())
