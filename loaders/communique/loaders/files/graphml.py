"""GraphML, which yEd, Cytoscape, igraph and Neo4j tools read."""

import io
from typing import IO

import networkx as nx

from communique.graph import KnowledgeGraph
from communique.loaders.files.network import to_networkx


def write_graphml(graph: KnowledgeGraph, out: IO[str]) -> None:
    """Write GraphML with attribute names as key ids; the same graph gives the same text.

    Args:
        graph: What to write.
        out: Text stream that encodes as UTF-8, which the XML declaration states.
    """
    buffer = io.BytesIO()
    # not write_graphml: that one changes its writer, and with it the text, when lxml is installed
    nx.write_graphml_xml(to_networkx(graph), buffer, named_key_ids=False)
    out.write(buffer.getvalue().decode("utf-8"))
