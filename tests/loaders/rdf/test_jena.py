"""What Jena reads in every syntax that is written, one Java for all files."""

import gzip
import io
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from communique.graph import KnowledgeGraph
from communique.loaders.rdf import Syntax, Wanted, write_rdf

pytestmark = pytest.mark.jena

Jena = Callable[..., "subprocess.CompletedProcess[str]"]

FILES = {
    "graph.nq": (Syntax.NQUADS, Wanted()),
    "graph.nq.gz": (Syntax.NQUADS, Wanted()),
    "graph.trig": (Syntax.TRIG, Wanted()),
    "graph.ttl": (Syntax.TURTLE, Wanted()),
    "graph.jsonld": (Syntax.JSONLD, Wanted()),
    "graph-12.nq": (Syntax.NQUADS, Wanted(rdf12=True)),
    "graph-12.trig": (Syntax.TRIG, Wanted(rdf12=True)),
    "graph-12.ttl": (Syntax.TURTLE, Wanted(rdf12=True)),
}


def test_jena_reads_as_many_quads_as_were_written_and_finds_nothing_to_warn_of(
    graph: KnowledgeGraph, jena: Jena, tmp_path: Path
) -> None:
    written = {}
    for name, (syntax, wanted) in FILES.items():
        out = io.BytesIO()
        written[name] = write_rdf(graph, out, syntax, wanted)
        content = out.getvalue()
        (tmp_path / name).write_bytes(gzip.compress(content) if name.endswith("gz") else content)

    told = jena("riot", "--check", "--strict", "--count", *(tmp_path / name for name in FILES))

    counts = re.findall(r"(graph\S*) +: (?:Quads|Triples) = ([\d,]+)", told.stdout + told.stderr)
    assert told.returncode == 0
    assert {name: int(count.replace(",", "")) for name, count in counts} == written
    assert not re.search("WARN|ERROR", told.stdout + told.stderr)
