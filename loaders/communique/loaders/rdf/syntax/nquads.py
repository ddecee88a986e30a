"""Writing named graphs as N-Quads (W3C RDF 1.1 N-Quads)."""

from collections.abc import Iterable, Iterator
from typing import IO

from communique.loaders.rdf.named_graph import NamedGraph
from communique.loaders.rdf.syntax.sorting import RUN, sorted_blocks


def write_quads(graphs: Iterable[NamedGraph], out: IO[bytes], run: int = RUN) -> int:
    """Write every quad once, lines in the order of their bytes; the number of quads."""
    count = 0

    def blocks() -> Iterator[str]:
        nonlocal count
        for named in graphs:
            count += len(named)
            yield from named.quad_blocks()

    out.writelines(sorted_blocks(blocks(), run))
    return count
