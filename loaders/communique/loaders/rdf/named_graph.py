"""Triples under one name, in the order of their lines."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from communique.loaders.rdf.model import Said
from communique.loaders.rdf.syntax.parsing import parse_triple
from communique.loaders.rdf.term import Triple


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
        return cls(iri, {of: sorted(set(gathered[of])) for of in sorted(gathered)})

    def __len__(self) -> int:
        """The number of triples."""
        return sum(map(len, self.said.values()))

    def blocks(self) -> Iterator[str]:
        """For each subject its lines of N-Triples, in order."""
        return self._lines(" .\n")

    def quads(self) -> Iterator[str]:
        """For each subject its lines of N-Quads, in order."""
        return self._lines(f" <{self.iri}> .\n")

    @property
    def triples(self) -> Mapping[str, Triple]:
        """By their lines of N-Triples without the line end, in order."""
        lines = (f"{of} {what} ." for of, says in self.said.items() for what in says)
        return {line: parse_triple(line) for line in lines}

    @property
    def sha256(self) -> str:
        """Digest of the graph as sorted N-Triples, hexadecimal."""
        digest = hashlib.sha256()
        for block in self.blocks():
            digest.update(block.encode())
        return digest.hexdigest()

    def _lines(self, end: str) -> Iterator[str]:
        for of, says in self.said.items():
            yield f"{of} " + f"{end}{of} ".join(says) + end
