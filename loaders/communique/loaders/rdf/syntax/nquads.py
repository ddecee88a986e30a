"""Writing named graphs as N-Quads (W3C RDF 1.1 N-Quads)."""

from collections.abc import Iterable
from typing import IO

from communique.loaders.rdf.named_graph import NamedGraph
from communique.loaders.rdf.syntax.sorting import RUN, merged, sorted_blocks


def write_quads(graphs: Iterable[NamedGraph], out: IO[bytes], run: int = RUN) -> int:
    """Write every quad once, lines in the order of their bytes; the number of quads."""
    count = 0
    blocks = (block.encode() for named in graphs for block in named.quads())
    for group in sorted_blocks(blocks, run):
        block = merged(group)
        count += block.count(b"\n")
        out.write(block)
    return count
