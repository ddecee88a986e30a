"""Writing the knowledge graph as N-Quads (W3C RDF 1.1 N-Quads)."""

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import date
from itertools import islice
from typing import IO

from communique.graph import KnowledgeGraph
from communique.loaders.rdf.addresses import Addresses
from communique.loaders.rdf.dataset import named_graphs
from communique.ontology.iris import DEFAULT_BASE

RUN = 100_000
"""Lines sorted in memory at a time, about 30 MB; more are merged from temporary files."""


def write_nquads(
    graph: KnowledgeGraph,
    out: IO[bytes],
    *,
    base: str = DEFAULT_BASE,
    evidence_text: bool = True,
    issued: date | None = None,
) -> int:
    """Write every quad once, lines in the order of their bytes: same graph, same file.

    Args:
        graph: What to export.
        out: Where to; it is not closed.
        base: Where IRIs of entities, statements, releases and graphs begin; ends in ``/`` or ``#``.
        evidence_text: Whether to write the words of quotes, not only offsets (titles always are).
        issued: Day of the export, for the description; left out without it.

    Returns:
        The number of quads.

    Raises:
        ValueError: The base is no such IRI.
    """
    graphs = named_graphs(graph, Addresses(base), evidence_text=evidence_text, issued=issued)
    lines = (f"{line[:-1]}<{named.iri}> .\n".encode() for named in graphs for line in named.triples)
    count = 0
    for line in sorted_lines(lines):
        out.write(line)
        count += 1
    return count


def sorted_lines(lines: Iterable[bytes], run: int = RUN) -> Iterator[bytes]:
    """Yield the lines in the order of their bytes, twice ``run`` of them in memory."""
    source = iter(lines)
    with ExitStack() as files:
        runs: list[Iterable[bytes]] = []
        last = sorted(islice(source, run))
        while following := sorted(islice(source, run)):
            file = files.enter_context(tempfile.TemporaryFile())
            file.writelines(last)
            file.seek(0)
            runs.append(file)
            last = following
        yield from heapq.merge(*runs, last)
