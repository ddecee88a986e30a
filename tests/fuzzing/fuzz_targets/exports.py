"""Graphs with hostile names in every format: what is written is read back by others' parsers."""

import csv
import json
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pyoxigraph
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis.database import InMemoryExampleDatabase
from rdf_graphs import knowledge_graphs

from communique.graph import KnowledgeGraph, Release
from communique.workspace.exports import Format, Options, export

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_RDF = {
    Format.NQUADS: pyoxigraph.RdfFormat.N_QUADS,
    Format.TRIG: pyoxigraph.RdfFormat.TRIG,
    Format.TURTLE: pyoxigraph.RdfFormat.TURTLE,
    Format.JSONLD: pyoxigraph.RdfFormat.JSON_LD,
}


def networks(data: bytes) -> None:
    """GEXF and GraphML are XML with a node for each entity."""
    _drawn(_networks)(data)


def tables(data: bytes) -> None:
    """CSV has a row for each thing and no formula; JSON formats are JSON."""
    _drawn(_tables)(data)


def rdf(data: bytes) -> None:
    """The RDF formats parse, and those with named graphs hold the same quads."""
    _drawn(_rdf)(data)


@cache
def _drawn(check: Callable[[KnowledgeGraph], None]) -> Callable[[bytes], object]:
    """A check of graphs as one of the bytes that they are drawn from."""

    @hypothesis_settings(deadline=None, database=InMemoryExampleDatabase())
    @given(knowledge_graphs())
    def drawn(graph: KnowledgeGraph) -> None:
        check(graph)

    return drawn.hypothesis.fuzz_one_input  # type: ignore[attr-defined, no-any-return]


def _networks(graph: KnowledgeGraph) -> None:
    for form in (Format.GEXF, Format.GRAPHML):
        root = ElementTree.fromstring(_written(graph, form))  # noqa: S314  # our own text
        nodes = [part for part in root.iter() if part.tag.endswith("}node")]
        assert len(nodes) == len(graph.entities)


def _tables(graph: KnowledgeGraph) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for form in (Format.CSV, Format.NEO4J_CSV):
            for path in export(graph, form, Path(folder) / form):
                if path.suffix == ".csv":
                    _check_table(path)
        rows = _rows(Path(folder) / Format.CSV / "entities.csv")
        assert len(rows) == len(graph.entities) + 1
    for form in (Format.STATEMENTS, Format.FTM):
        lines = _written(graph, form).decode().split("\n")[:-1]
        assert all(isinstance(json.loads(line), dict) for line in lines)
    assert json.loads(_written(graph, Format.STIX))["type"] == "bundle"
    assert b"</html>" in _written(graph, Format.HTML)


def _check_table(path: Path) -> None:
    head, *rows = _rows(path)
    assert all(len(row) == len(head) for row in rows), path.name
    if path.parent.name == Format.CSV:
        cells = [cell for row in rows for cell in row]
        assert not [cell for cell in cells if cell.startswith(_FORMULA)]


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, strict=True))


def _rdf(graph: KnowledgeGraph) -> None:
    held = {form: set(pyoxigraph.parse(_written(graph, form), read)) for form, read in _RDF.items()}
    assert held[Format.NQUADS] == held[Format.TRIG]
    assert len(held[Format.JSONLD]) == len(held[Format.NQUADS])


def _written(graph: KnowledgeGraph, form: Format) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        options = Options(read=_reading(graph))
        path, *_ = export(graph, form, Path(folder) / "graph", options)
        return path.read_bytes()


def _reading(graph: KnowledgeGraph) -> Callable[[str], Release]:
    """Gives the releases of a graph, each with a quote of it as its text."""
    quotes = {quote.release: quote.text for fact in graph.facts for quote in fact.evidence}
    known = {release.id: release for release in graph.releases}

    def read(id_: str) -> Release:
        return Release(id_, known[id_].title, known[id_].source, quotes.get(id_, id_))

    return read
