"""GEXF, which Gephi opens with a timeline."""

from typing import IO
from xml.etree.ElementTree import tostring

from networkx.readwrite.gexf import GEXFWriter

from communique.graph import KnowledgeGraph
from communique.loaders.files.network import to_networkx


def write_gexf(graph: KnowledgeGraph, out: IO[str]) -> None:
    """Write GEXF 1.2 with the days on which facts hold; the same graph gives the same text.

    The modification date of the file is the day of the newest release, not today.

    Args:
        graph: What to write.
        out: Text stream that encodes as UTF-8, which the XML declaration states.
    """
    network = to_networkx(graph)
    for _, _, key, attributes in network.edges(keys=True, data=True):
        attributes["id"] = key
    writer = GEXFWriter(prettyprint=True, version="1.2draft")
    writer.add_graph(network)
    (meta,) = writer.xml.iterfind("meta")
    del meta.attrib["lastmodifieddate"]  # networkx sets it to today
    if published := max((release.published or "" for release in graph.releases), default=""):
        meta.set("lastmodifieddate", published)
    writer.indent(writer.xml)
    out.write("<?xml version='1.0' encoding='utf-8'?>\n")
    out.write(tostring(writer.xml, encoding="unicode"))
