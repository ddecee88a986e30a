"""RDF in its syntaxes."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from communique.graph import KnowledgeGraph
from communique.workspace.exports.options import Options
from communique.workspace.exports.target import COMPRESSED, to_file

if TYPE_CHECKING:
    from communique.loaders.rdf import Syntax, Wanted

MANIFEST = ".dcat.ttl"
"""What the name of a catalogue record ends in, after the name of the file."""


def nquads(graph: KnowledgeGraph, path: Path | None, options: Options) -> tuple[Path, ...]:
    """Sorted N-Quads."""
    from communique.loaders.rdf import Syntax

    return _write(graph, path, Syntax.NQUADS, options)


def trig(graph: KnowledgeGraph, path: Path | None, options: Options) -> tuple[Path, ...]:
    """The named graphs with prefixes, for people too."""
    from communique.loaders.rdf import Syntax

    return _write(graph, path, Syntax.TRIG, options)


def turtle(graph: KnowledgeGraph, path: Path | None, options: Options) -> tuple[Path, ...]:
    """The union of all graphs as Turtle."""
    from communique.loaders.rdf import Syntax

    return _write(graph, path, Syntax.TURTLE, options)


def jsonld(graph: KnowledgeGraph, path: Path | None, options: Options) -> tuple[Path, ...]:
    """The named graphs as JSON."""
    from communique.loaders.rdf import Syntax

    return _write(graph, path, Syntax.JSONLD, options)


def wanted(options: Options) -> "Wanted":
    """What the options say of RDF."""
    from communique.loaders.rdf import Making, Wanted

    making = options.making or Making()
    return Wanted(options.base, options.evidence_text, making, options.rdf12, options.ledger)


def _write(
    graph: KnowledgeGraph, path: Path | None, syntax: "Syntax", options: Options
) -> tuple[Path, ...]:
    from communique.loaders.rdf import File, write_rdf, write_record

    asked = wanted(options)
    if options.manifest and path is None:
        raise ValueError("a catalogue record stands beside a file; name one with -o FILE")
    counts: list[int] = []
    written = to_file(path, lambda out: counts.append(write_rdf(graph, out, syntax, asked)))
    if path is None or not options.manifest:
        return written
    with path.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    compressed = path.suffix == COMPRESSED
    size = path.stat().st_size
    file = File(path.name, syntax.media_type, size, digest, sum(counts), compressed)
    beside = path.with_name(f"{path.name}{MANIFEST}")
    return written + to_file(beside, lambda out: write_record(graph, out, file, asked))
