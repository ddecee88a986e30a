"""Writing the graph to files that other programs read: Gephi, yEd, spreadsheets, importers."""

from communique.loaders.files.ftm import write_ftm
from communique.loaders.files.gexf import write_gexf
from communique.loaders.files.graphml import write_graphml
from communique.loaders.files.neo4j_csv import write_neo4j_csv
from communique.loaders.files.network import to_networkx
from communique.loaders.files.stix import write_stix
from communique.loaders.files.tables import write_csv

__all__ = [
    "to_networkx",
    "write_csv",
    "write_ftm",
    "write_gexf",
    "write_graphml",
    "write_neo4j_csv",
    "write_stix",
]
