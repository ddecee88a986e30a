"""GraphML, which yEd, Cytoscape, igraph and Neo4j tools read."""

import io
from typing import IO

import networkx as nx

from communique.graph import KnowledgeGraph
from communique.loaders.files.network import to_networkx


def write_graphml(graph: KnowledgeGraph, out: IO[str], *, evidence_text: bool = True) -> None:
    """Write GraphML with attribute names as key ids; the same graph gives the same text.

    Args:
        graph: What to write.
        out: Text stream that encodes as UTF-8, which the XML declaration states.
        evidence_text: Whether edges have the words of the quotes.
    """
    network = to_networkx(graph, evidence_text=evidence_text)
    buffer = io.BytesIO()
    # not write_graphml: that one changes its writer, and with it the text, when lxml is installed
    nx.write_graphml_xml(network, buffer, named_key_ids=False)
    out.write(buffer.getvalue().decode("utf-8"))
