"""Checking a dump of N-Quads as partners will."""

from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from communique.graph import ExtraMissingError, KnowledgeGraph
from communique.loaders.conformance.violation import Violation
from communique.loaders.rdf import Syntax, Wanted, write_rdf

_PACKAGES = ("pyoxigraph", "pyshacl")


def check(graph: KnowledgeGraph, wanted: Wanted | None = None) -> tuple[Violation, ...]:
    """What would be wrong in an export of the graph.

    Args:
        graph: What would be exported.
        wanted: How. RDF 1.2 is checked as the RDF 1.1 that says the same.

    Returns:
        The faults, sorted; none if it conforms.

    Raises:
        ExtraMissingError: The packages that check are not installed.
        ValueError: The base is no absolute IRI that ends in ``/`` or ``#``.
    """
    _need_packages()
    plain = replace(wanted or Wanted(), rdf12=False)
    with TemporaryDirectory(prefix="communique-") as folder:
        path = Path(folder) / "graph.nq"
        with path.open("wb") as out:
            write_rdf(graph, out, Syntax.NQUADS, plain)
        return check_file(path)


def check_file(path: Path) -> tuple[Violation, ...]:
    """What is wrong in a file of sorted N-Quads, which is held in memory.

    Lexical forms come first: shapes compare values and cannot compare a day that is none, so they
    pass over graphs with such a fault. What is no N-Quads at all is checked up to there only.

    Returns:
        The faults, sorted, each once; none if it conforms.

    Raises:
        ExtraMissingError: The packages that check are not installed.
    """
    _need_packages()
    return tuple(sorted(dict.fromkeys(_violations(path))))


def _need_packages() -> None:
    missing = [name for name in _PACKAGES if find_spec(name) is None]
    if missing:
        raise ExtraMissingError(
            f"checking RDF needs the extra communique[rdf-check] ({', '.join(missing)} cannot be "
            'found); install it with: pip install "communique[rdf-check]"'
        )


def _violations(path: Path) -> Iterator[Violation]:
    from communique.loaders.conformance.dump import Dump
    from communique.loaders.conformance.integrity import broken_rules
    from communique.loaders.conformance.shacl import broken_shapes
    from communique.loaders.conformance.vocabulary import undeclared_terms

    dump = Dump.read(path)
    yield from dump.faults
    yield from undeclared_terms(dump.store)
    yield from broken_rules(dump.store)
    unfit = {fault.graph for fault in dump.faults}
    yield from broken_shapes(dump.quads, without=unfit)
