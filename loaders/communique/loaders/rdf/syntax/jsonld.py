"""Writing JSON-LD 1.1, the ontology's context within: no network is needed to read it."""

import json
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import IO, Any

import orjson

from communique.loaders.rdf.named_graph import NamedGraph
from communique.loaders.rdf.syntax.parsing import parse_object
from communique.loaders.rdf.term import STRING, Literal
from communique.ontology.iris import RDF

_TYPE = f"<{RDF}type>"


def write_json(graphs: Iterable[NamedGraph], own: Mapping[str, str], out: IO[bytes]) -> int:
    """Write graphs as one JSON-LD document, one at a time in the order given.

    Args:
        graphs: What to write.
        own: Namespaces of the export by prefix, beside those of the context.
        out: Where to.

    Returns:
        The number of quads.
    """
    context = json.loads(_context())["@context"] | dict(own)
    terms = Terms(context)
    out.write(b'{"@context": ' + orjson.dumps(context) + b',\n"@graph": [')
    count = 0
    for place, named in enumerate(graphs):
        name = orjson.dumps(terms.iri(named.iri))
        out.write((b",\n" if place else b"\n") + b'{"id": ' + name + b', "@graph": [\n')
        nodes = (orjson.dumps(terms.node(of, says)) for of, says in named.said.items())
        out.write(b",\n".join(nodes) + b"\n]}")
        count += len(named)
    out.write(b"\n]}\n")
    return count


def _context() -> str:
    """The context that the package ships."""
    return files("communique.ontology").joinpath("context.jsonld").read_text(encoding="utf-8")


class Terms:
    """Abbreviates by a context."""

    def __init__(self, context: Mapping[str, Any]) -> None:
        """Take a context of IRIs, and of definitions with ``@id``, ``@type`` and ``@language``.

        Args:
            context: By term.
        """
        self._prefixes: dict[str, str] = {}
        self._terms: dict[str, str] = {}
        self._ways: dict[str, tuple[str | None, str | None]] = {}
        for term, said in context.items():
            if isinstance(said, dict):
                self._terms[said["@id"]] = term
                self._ways[term] = said.get("@type"), said.get("@language")
            elif isinstance(said, str) and not said.startswith("@"):
                ours = said.endswith(("/", "#"))
                (self._prefixes if ours else self._terms)[said] = term

    def node(self, of: str, says: Iterable[str]) -> dict[str, Any]:
        """All that is said of one subject; both in the notation of N-Triples."""
        node: dict[str, Any] = {"id": self.iri(of[1:-1])}
        for what in says:
            predicate, _, notation = what.partition(" ")
            value = parse_object(notation)
            if predicate == _TYPE and isinstance(value, str):
                node.setdefault("type", []).append(self.term(value))
                continue
            term = self.term(predicate[1:-1])
            written = self._value(value, *self._ways.get(term, (None, None)))
            if term not in node:
                node[term] = written
            elif isinstance(node[term], list):
                node[term].append(written)
            else:
                node[term] = [node[term], written]
        return node

    def term(self, iri: str) -> str:
        """A predicate or class: by its term, else as any IRI."""
        known = self._terms.get(iri)
        if known is None:
            known = self._terms[iri] = self.iri(iri)
        return known

    def iri(self, iri: str) -> str:
        """An IRI with a prefix, if there is one for all up to its last ``/`` or ``#``."""
        end = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = self._prefixes.get(iri[:end])
        return iri if prefix is None else f"{prefix}:{iri[end:]}"

    def _value(self, value: str | Literal, type_: str | None, language: str | None) -> object:
        if isinstance(value, str):
            return self.iri(value) if type_ == "@id" else {"id": self.iri(value)}
        if value.language is not None:
            same = value.language == language
            return value.lexical if same else _literal(value.lexical, "@language", value.language)
        if value.datatype == type_:
            return value.lexical
        if value.datatype == STRING:
            plain = type_ is None and language is None
            return value.lexical if plain else {"@value": value.lexical}
        return _literal(value.lexical, "@type", self.term(value.datatype))


def _literal(lexical: str, key: str, mark: str) -> dict[str, str]:
    return {"@value": lexical, key: mark}
