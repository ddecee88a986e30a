"""Triples under one name, in the order of their lines."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.loaders.rdf.model import Said
from communique.loaders.rdf.syntax.parsing import parse_triple
from communique.loaders.rdf.term import Triple

WITHIN = "\x00"
"""Parts the lines of a block; none of them holds this character."""

_FEW = 2  # lines of a publisher, who is said the same of in every release: they sort best alone


@dataclass(frozen=True, slots=True)
class NamedGraph:
    """Triples under one name.

    Attributes:
        iri: Its name.
        said: By subject in the notation of N-Triples, what is said of it: a predicate and an object
            each, in that notation; subjects and what is said of them in the order of their bytes,
            each once.
    """

    iri: str
    said: Mapping[str, list[str]]

    @classmethod
    def of(cls, iri: str, said: Iterable[Said]) -> "NamedGraph":
        """Put triples in order, each once."""
        gathered: dict[str, list[str]] = {}
        for of, says in said:
            gathered.setdefault(f"<{of}>", []).extend(says)
        return cls(iri, {of: _in_order(gathered[of]) for of in sorted(gathered)})

    def __len__(self) -> int:
        """The number of triples."""
        return sum(map(len, self.said.values()))

    def blocks(self) -> Iterator[str]:
        """For each subject its lines of N-Triples, in order, each with its line end."""
        return (block.replace(WITHIN, "\n") for block in self.triple_blocks())

    def triple_blocks(self) -> Iterator[str]:
        """For each subject its lines of N-Triples, in order, the last with its line end.

        Lines are parted by ``WITHIN``, so that a block is one line while blocks are sorted.
        """
        return self._blocks(" .")

    def quad_blocks(self) -> Iterator[str]:
        """As `triple_blocks`, with lines of N-Quads."""
        return self._blocks(f" <{self.iri}> .")

    @property
    def triples(self) -> Mapping[str, Triple]:
        """By their lines of N-Triples without the line end, in order."""
        lines = (f"{of} {what} ." for of, says in self.said.items() for what in says)
        return {line: parse_triple(line) for line in lines}

    @property
    def sha256(self) -> str:
        """Digest of the graph as sorted N-Triples, hexadecimal."""
        return hashlib.sha256("".join(self.blocks()).encode()).hexdigest()

    def _blocks(self, end: str) -> Iterator[str]:
        for of, says in self.said.items():
            if len(says) <= _FEW:
                yield from (f"{of} {what}{end}\n" for what in says)
            else:
                yield f"{of} " + f"{end}{WITHIN}{of} ".join(says) + f"{end}\n"


def united(graphs: Sequence[NamedGraph]) -> NamedGraph:
    """One graph of several of one name, at least one."""
    said = (Said(of[1:-1], list(says)) for graph in graphs for of, says in graph.said.items())
    return NamedGraph.of(graphs[0].iri, said)


def _in_order(says: list[str]) -> list[str]:
    return says if len(says) == 1 else sorted(set(says))
