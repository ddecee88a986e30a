"""The serialiser of pyoxigraph, for comparison."""

from collections.abc import Iterable, Iterator
from typing import IO

import pyoxigraph as ox

from communique.loaders.rdf.named_graph import NamedGraph

FORMATS = {"nquads": ox.RdfFormat.N_QUADS, "trig": ox.RdfFormat.TRIG}


def write(graphs: Iterable[NamedGraph], out: IO[bytes], syntax: str) -> int:
    """Write graphs; the number of quads."""
    counted = _Counted(_quads(graphs))
    ox.serialize(counted, out, format=FORMATS[syntax])
    return counted.count


class _Counted:
    """Counts what goes by."""

    def __init__(self, quads: Iterator[ox.Quad]) -> None:
        self._quads, self.count = quads, 0

    def __iter__(self) -> Iterator[ox.Quad]:
        for quad in self._quads:
            self.count += 1
            yield quad


def _quads(graphs: Iterable[NamedGraph]) -> Iterator[ox.Quad]:
    for named in graphs:
        graph = ox.NamedNode(named.iri)
        for of, says in named.said.items():
            subject = ox.NamedNode(of[1:-1])
            for what in says:
                predicate, _, value = what.partition(" ")
                yield ox.Quad(subject, ox.NamedNode(predicate[1:-1]), _term(value), graph)


def _term(value: str) -> ox.NamedNode | ox.Literal:
    if value[0] == "<":
        return ox.NamedNode(value[1:-1])
    lexical, _, rest = value.rpartition('"')
    if rest.startswith("^^"):
        return ox.Literal(lexical[1:], datatype=ox.NamedNode(rest[3:-1]))
    return ox.Literal(lexical[1:], language=rest[1:] or None)
