"""The knowledge graph as rows of a property graph, and bringing a store up to date with it."""

from communique.loaders.projection.difference import difference
from communique.loaders.projection.load import Counts, LoadReport, load, report
from communique.loaders.projection.rows import entity_row, fact_row, release_row

__all__ = [
    "Counts",
    "LoadReport",
    "difference",
    "entity_row",
    "fact_row",
    "load",
    "release_row",
    "report",
]
