"""GEXF, which Gephi opens with a timeline."""

from typing import IO
from xml.etree.ElementTree import Element, tostring

from networkx.readwrite.gexf import GEXFWriter

from communique.graph import KnowledgeGraph
from communique.loaders.files.network import allowed, to_networkx


def write_gexf(graph: KnowledgeGraph, out: IO[str], *, evidence_text: bool = True) -> None:
    """Write GEXF 1.2 with the days on which facts hold; the same graph gives the same text.

    The modification date of the file is the day of the newest release, not today.

    Args:
        graph: What to write.
        out: Text stream that encodes as UTF-8, which the XML declaration states.
        evidence_text: Whether edges have the words of the quotes.
    """
    network = to_networkx(graph, evidence_text=evidence_text)
    for _, _, key, attributes in network.edges(keys=True, data=True):
        attributes["id"] = key
    writer = GEXFWriter(prettyprint=True, version="1.2draft")
    writer.add_graph(network)
    _sign(writer.xml, max((release.published or "" for release in graph.releases), default=""))
    _leave_out_keys(writer.xml)
    writer.indent(writer.xml)
    out.write("<?xml version='1.0' encoding='utf-8'?>\n")
    out.write(tostring(writer.xml, encoding="unicode"))


def _sign(gexf: Element, published: str) -> None:
    """Say who wrote it and when, in place of networkx's own name and version, and today."""
    (meta,) = gexf.iterfind("meta")
    (creator,) = meta.iterfind("creator")
    creator.text = "communique"
    del meta.attrib["lastmodifieddate"]
    if published:
        meta.set("lastmodifieddate", allowed(published))


def _leave_out_keys(gexf: Element) -> None:
    """Take out networkx's column of keys, which the ids of the edges are already."""
    for columns in gexf.iter("attributes"):
        for column in columns.findall("attribute[@title='networkx_key']"):
            columns.remove(column)
            for values in gexf.iterfind(".//edge/attvalues"):
                for value in values.findall(f"attvalue[@for='{column.get('id')}']"):
                    values.remove(value)
