"""The table of formats: what each is for and what writes it."""

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from communique.graph import KnowledgeGraph
from communique.workspace.exports import networks, own, partners, rdf, tables
from communique.workspace.exports.options import Options

Write = Callable[[KnowledgeGraph, Path | None, Options], tuple[Path, ...]]


class Format(StrEnum):
    """What can be written."""

    STATEMENTS = "statements"
    NQUADS = "nquads"
    TRIG = "trig"
    TURTLE = "turtle"
    JSONLD = "jsonld"
    GEXF = "gexf"
    GRAPHML = "graphml"
    CSV = "csv"
    NEO4J_CSV = "neo4j-csv"
    FTM = "ftm"
    STIX = "stix"
    OPENCTI = "opencti"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Way:
    """How a format is written.

    Attributes:
        what: What it is and for whom, in a few words.
        write: Writes the graph to a file, or a folder, or to standard output if there is no path;
            gives what it has written, the path asked for first.
        takes: Options that it takes, by their names in Python.
        folder: Whether it is a folder of several files, which needs a name.
    """

    what: str
    write: Write
    takes: Set[str] = frozenset()
    folder: bool = False


_WORDS: Final = frozenset({"evidence_text"})
_RDF: Final = _WORDS | {"base", "licence", "manifest"}
_STIX: Final = _WORDS | {"base"}
_PAGE: Final = frozenset({"focus", "depth", "since", "limit"})


FORMATS: Mapping[Format, Way] = {
    Format.STATEMENTS: Way(
        "facts with evidence as JSON Lines, documents.jsonl beside a file", own.statements
    ),
    Format.NQUADS: Way(
        "RDF for triple stores, a named graph for each release",
        rdf.nquads,
        _RDF | {"rdf12", "ledger"},
    ),
    Format.TRIG: Way("the same graphs, shorter and for people to read", rdf.trig, _RDF | {"rdf12"}),
    Format.TURTLE: Way(
        "RDF for tools without named graphs, and for people", rdf.turtle, _RDF | {"rdf12"}
    ),
    Format.JSONLD: Way(
        "RDF for programs that read JSON, with its context within", rdf.jsonld, _RDF
    ),
    Format.GEXF: Way("network for Gephi", networks.gexf, _WORDS),
    Format.GRAPHML: Way("network for yEd, Cytoscape, Gephi Lite", networks.graphml, _WORDS),
    Format.CSV: Way("folder of tables for spreadsheets", tables.csv, _WORDS, folder=True),
    Format.NEO4J_CSV: Way(
        "folder for neo4j-admin database import (docs/neo4j.md)", tables.neo4j_csv, folder=True
    ),
    Format.FTM: Way("FollowTheMoney for Aleph, OpenAleph, OpenSanctions", partners.ftm, _WORDS),
    Format.STIX: Way("STIX 2.1 bundle in objects of the standard", partners.stix, _STIX),
    Format.OPENCTI: Way("the same with the events of OpenCTI", partners.opencti, _STIX),
    Format.HTML: Way("one page to look at, without a network", own.html, _PAGE),
}
"""Every format, in the order in which help lists them."""


def export(
    graph: KnowledgeGraph, form: Format, path: Path | None, options: Options | None = None
) -> tuple[Path, ...]:
    """Write the graph to a file, or to standard output; some formats are folders.

    A file whose name ends in ``.gz`` is compressed.

    Returns:
        What was written, the file asked for first; nothing for standard output.

    Raises:
        UnwritableFileError: The file cannot be written, or is a ledger or a store.
        ValueError: An option has a value that is none, or a folder has no name.
    """
    return FORMATS[form].write(graph, path, options or Options())


def check_options(form: Format, given: Mapping[str, str]) -> None:
    """Refuse an option that the format has no use for, instead of passing over it.

    Args:
        form: The format.
        given: Names of options as in `Way.takes`, with how the caller writes them.

    Raises:
        ValueError: One of them is for other formats.
    """
    for name, written in given.items():
        takers = [str(other) for other, way in FORMATS.items() if name in way.takes]
        if form not in takers:
            raise ValueError(f"{written} is for {', '.join(takers)}, not for {form}")
