"""Reading lines of N-Triples and N-Quads (W3C RDF 1.1) that have no blank nodes."""

import re
from typing import NamedTuple

from communique.loaders.rdf.term import STRING, Literal, Triple

_IRI = r'<([^\x00-\x20<>"{}|^`]*)>'
_LITERAL = rf'"((?:[^"\\\n\r]|\\.)*)"(?:@([A-Za-z]+(?:-[A-Za-z0-9]+)*)|\^\^{_IRI})?'
_LINE = re.compile(
    rf"[ \t]*{_IRI}[ \t]*{_IRI}[ \t]*(?:{_IRI}|{_LITERAL})[ \t]*(?:{_IRI}[ \t]*)?\.[ \t]*(?:#.*)?"
)
_ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_SHORT = {
    "b": "\b",
    "t": "\t",
    "n": "\n",
    "f": "\f",
    "r": "\r",
    '"': '"',
    "'": "'",
    "\\": "\\",
}


class Quad(NamedTuple):
    """A triple with the name of its graph, None for the graph without a name."""

    subject: str
    predicate: str
    object: str | Literal
    graph: str | None


def parse_quad(line: str) -> Quad:
    """The quad of a line, without its line end.

    Raises:
        ValueError: It is no line of N-Quads, or has a blank node.
    """
    match = _LINE.fullmatch(line)
    if match is None:
        raise ValueError(f"{line[:120]!r} is no quad without blank nodes")
    subject, predicate, node, lexical, language, datatype, graph = match.groups()
    return Quad(
        _unescaped(subject),
        _unescaped(predicate),
        _object(node, lexical, language, datatype),
        None if graph is None else _unescaped(graph),
    )


def parse_triple(line: str) -> Triple:
    """The triple of a line of N-Triples, without its line end.

    Raises:
        ValueError: It is none, or has a blank node.
    """
    return Triple(*parse_quad(line)[:3])


def parse_object(notation: str) -> str | Literal:
    """The IRI or literal in the notation that `term` gives."""
    if notation[0] == "<":
        return _unescaped(notation[1:-1])
    # a quote in a literal is escaped, so the last one ends it
    lexical, _, mark = notation.rpartition('"')
    datatype = mark[3:-1] if mark.startswith("^^") else None
    return _object(None, lexical[1:], mark[1:] if mark.startswith("@") else None, datatype)


def _object(
    node: str | None, lexical: str | None, language: str | None, datatype: str | None
) -> str | Literal:
    if node is not None:
        return _unescaped(node)
    value = _unescaped(lexical or "")
    if language is not None:
        return Literal(value, language=language.lower())
    return Literal(value, STRING if datatype is None else _unescaped(datatype))


def _unescaped(value: str) -> str:
    return _ESCAPED.sub(_character, value) if "\\" in value else value


def _character(match: re.Match[str]) -> str:
    four, eight, short = match.groups()
    if short is None:
        return chr(int(four or eight, 16))
    if short not in _SHORT:
        raise ValueError(f"\\{short} is no escape")
    return _SHORT[short]
