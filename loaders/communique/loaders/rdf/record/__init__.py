"""What a ledger holds as named graphs, and back: one graph for each release, one of judgements.

Beside the graphs that partners read these are for the project itself: every text, statement and
quote as it was recorded, nothing normalised or merged, so that a ledger can be made of them. Each
row of the ledger is a node, each of its columns a property, as in the W3C's Direct Mapping.
"""

from communique.loaders.rdf.record.reading import NoRecordError, Unrestorable, read_records
from communique.loaders.rdf.record.restoring import Restored, holds_quads, restore
from communique.loaders.rdf.record.writing import judgement_graph, record_graph

__all__ = [
    "NoRecordError",
    "Restored",
    "Unrestorable",
    "holds_quads",
    "judgement_graph",
    "read_records",
    "record_graph",
    "restore",
]
