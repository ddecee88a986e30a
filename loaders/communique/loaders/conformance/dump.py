"""A dump of N-Quads: its quads, a store of them that answers SPARQL, and faults of writing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import BlankNode, Dataset, NamedNode, Quad, RdfFormat, Store, parse
from pyoxigraph import Literal as OxigraphLiteral

from communique.loaders.conformance.lexical import fault
from communique.loaders.conformance.violation import Violation
from communique.loaders.rdf.term import Literal


@dataclass(frozen=True, slots=True)
class Dump:
    """What stood in a file.

    Attributes:
        quads: Its quads as they are written.
        store: The same to ask; it makes one integer of all that are equal.
        faults: What is wrong in how it is written.
    """

    quads: Dataset
    store: Store
    faults: tuple[Violation, ...]

    @classmethod
    def read(cls, path: Path) -> "Dump":
        """Read a file of N-Quads; what comes after an error of syntax is not read."""
        faults: list[Violation] = []
        quads = Dataset(_checked(_quads(path, faults), faults))
        faults.extend(_order(path))
        store = Store()
        store.bulk_extend(quads)
        return cls(quads, store, tuple(faults))


def _quads(path: Path, faults: list[Violation]) -> Iterator[Quad]:
    quads = parse(path=str(path), format=RdfFormat.N_QUADS)
    while True:
        try:
            quad = next(quads, None)
        except SyntaxError as error:
            faults.append(
                Violation("", f"line {error.lineno}", "a line is a quad", value=error.msg)
            )
            return
        if quad is None:
            return
        yield quad


def _checked(quads: Iterable[Quad], faults: list[Violation]) -> Iterator[Quad]:
    for quad in quads:
        faults.extend(_faults(quad))
        yield quad


def _faults(quad: Quad) -> Iterator[Violation]:
    graph = quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""
    if not graph:
        yield Violation("", str(quad.subject), "a quad has the name of its graph")
    if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
        yield Violation(graph, str(quad.subject), "there are no blank nodes")
    if isinstance(quad.object, OxigraphLiteral):
        literal = _literal(quad.object)
        wrong = fault(quad.predicate.value, literal)
        if wrong is not None:
            node, path = str(quad.subject).strip("<>"), quad.predicate.value
            yield Violation(graph, node, wrong, path, str(quad.object))


def _literal(literal: OxigraphLiteral) -> Literal:
    return Literal(literal.value, literal.datatype.value, literal.language)


def _order(path: Path) -> Iterator[Violation]:
    """The first line that does not come after the one before; then the file is not sorted."""
    before = b""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line <= before:
                wanted = "lines are in the order of their bytes, each once"
                yield Violation("", f"line {number}", wanted)
                return
            before = line
