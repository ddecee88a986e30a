"""Writing Turtle and TriG (W3C RDF 1.1), subject by subject."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import IO

from communique.loaders.rdf.named_graph import NamedGraph
from communique.loaders.rdf.syntax.reification import CLOSE, OPEN
from communique.loaders.rdf.syntax.sorting import RUN, by_subject, sorted_blocks
from communique.ontology.iris import RDF

_TYPE = f"<{RDF}type>"
# What a local name may hold without an escape; others are written in full.
_LOCAL = re.compile(r"(?:[A-Za-z0-9_]|%[0-9A-F]{2})(?:[A-Za-z0-9_-]|%[0-9A-F]{2})*|")
_KEPT = 10_000  # abbreviated IRIs


MOST = 2000
"""Triples of a subject that Turtle gathers; more are written as if of another."""


class Abbreviation:
    """Writes IRIs with prefixes."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        """Take namespaces by prefix; each ends in ``/`` or ``#``."""
        self._prefixes = {namespace: prefix for prefix, namespace in prefixes.items()}
        self._known: dict[str, str] = {}

    def head(self) -> str:
        """The declarations, by prefix."""
        pairs = sorted((prefix, namespace) for namespace, prefix in self._prefixes.items())
        return "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in pairs)

    def subject(self, of: str, says: Iterable[str], indent: str = "") -> str:
        """All that is said of one subject, what it is first; both in notation of N-Triples."""
        by_predicate: dict[str, list[str]] = {}
        for what in says:
            predicate, _, object_ = what.partition(" ")
            by_predicate.setdefault(predicate, []).append(self._object(object_))
        types = by_predicate.pop(_TYPE, None)
        lines = [f"a {', '.join(types)}"] if types else []
        lines.extend(
            f"{self._known_iri(predicate)} {', '.join(values)}"
            for predicate, values in by_predicate.items()
        )
        return f"{indent}{self.iri(of)} " + f" ;\n{indent}    ".join(lines) + " .\n"

    def iri(self, node: str) -> str:
        """An IRI in the notation of N-Triples, with a prefix if there is one."""
        end = max(node.rfind("/"), node.rfind("#")) + 1
        prefix = self._prefixes.get(node[1:end])
        local = node[end:-1]
        if prefix is None or not _LOCAL.fullmatch(local):
            return node
        return f"{prefix}:{local}"

    def _known_iri(self, node: str) -> str:
        """As `iri`, for what is named again and again."""
        known = self._known.get(node)
        if known is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            known = self._known[node] = self.iri(node)
        return known

    def _object(self, value: str) -> str:
        if value[-1] != ">":  # a string
            return value
        if value[0] == '"':
            lexical, _, datatype = value.rpartition("^^")
            return f"{lexical}^^{self._known_iri(datatype)}"
        if value.startswith(OPEN):
            terms = value.removeprefix(OPEN).removesuffix(CLOSE).split(" ")
            return f"{OPEN}{' '.join(map(self.iri, terms))}{CLOSE}"
        return self._known_iri(value)


def write_union(
    graphs: Iterable[NamedGraph], prefixes: Mapping[str, str], out: IO[bytes], run: int = RUN
) -> int:
    """Write the triples of all graphs as Turtle, each once, subjects in the order of their bytes.

    Returns:
        The number of triples.
    """
    short = Abbreviation(prefixes)
    out.write(short.head().encode())
    count = 0
    blocks = (block for named in graphs for block in named.triple_blocks())
    for of, lines in by_subject(sorted_blocks(blocks, run), MOST):
        says = [line.removesuffix(" .") for line in lines]
        count += len(says)
        out.write(f"\n{short.subject(of, says)}".encode())
    return count


def write_trig(graphs: Iterable[NamedGraph], prefixes: Mapping[str, str], out: IO[bytes]) -> int:
    """Write graphs as TriG, one at a time in the order given.

    Returns:
        The number of quads.
    """
    short = Abbreviation(prefixes)
    out.write(short.head().encode())
    count = 0
    for named in graphs:
        out.write(f"\n{short.iri(f'<{named.iri}>')} {{\n".encode())
        out.writelines(_block(named, short))
        out.write(b"}\n")
        count += len(named)
    return count


def _block(named: NamedGraph, short: Abbreviation) -> Iterator[bytes]:
    for of, says in named.said.items():
        yield short.subject(of, says, "  ").encode()
