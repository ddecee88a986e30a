"""RDF terms and triples as plain values, and their N-Triples form (W3C RDF 1.1 N-Triples).

An IRI is a ``str``; a literal is a :class:`Literal`. There are no blank nodes: sent twice to a
SPARQL store, they would stand there twice.
"""

import re
import unicodedata
from decimal import Decimal
from typing import NamedTuple

from communique.graph import bounds
from communique.ontology.iris import EDTF, XSD

STRING = XSD + "string"
_EDTF_LEVEL_0 = EDTF + "EDTF-level0"
_BY_LENGTH = {4: XSD + "gYear", 7: XSD + "gYearMonth", 10: XSD + "date"}
# What N-Triples forbids in a literal, and the controls that line readers trip over.
_TO_ESCAPE = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]')
_SHORT = {
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\f": "\\f",
    "\r": "\\r",
    '"': '\\"',
    "\\": "\\\\",
}


class Literal(NamedTuple):
    """A literal, its lexical form canonical: stores that rewrite literals leave it as it is.

    Attributes:
        lexical: The text.
        datatype: IRI of its type; that of a string where ``language`` is given.
        language: Tag in lower case, or None.
    """

    lexical: str
    datatype: str = STRING
    language: str | None = None


class Triple(NamedTuple):
    """A triple of an IRI, an IRI and an IRI or literal."""

    subject: str
    predicate: str
    object: str | Literal


def text(value: str) -> Literal:
    """A string in Unicode normal form C, so that stores which do not normalise find it."""
    return Literal(unicodedata.normalize("NFC", value))


def verbatim(value: str) -> Literal:
    """A string as it is: offsets and digests hold for no other form of a quote."""
    return Literal(value)


def label(value: str) -> Literal:
    """A name in English, in normal form C."""
    return Literal(unicodedata.normalize("NFC", value), language="en")


def integer(value: int) -> Literal:
    """A count or offset."""
    return Literal(str(value), XSD + "nonNegativeInteger")


def boolean(value: bool) -> Literal:
    """True or false."""
    return Literal("true" if value else "false", XSD + "boolean")


def decimal(value: float) -> Literal:
    """A number in the shortest decimal notation that gives the same float, never an exponent.

    A whole number keeps one zero after the point (canonical in XML Schema 1.0): Turtle writers
    add it anyhow.
    """
    digits = f"{Decimal(repr(float(value))):f}"
    return Literal(digits if "." in digits else f"{digits}.0", XSD + "decimal")


def period(value: str) -> Literal:
    """An ISO 8601 period in the precision stated; an interval as EDTF level 0.

    Raises:
        ValueError: It is no day, month, year or interval of two of these.
    """
    bounds(value)
    return Literal(value, _EDTF_LEVEL_0 if "/" in value else _BY_LENGTH[len(value)])


def ntriples(triple: Triple) -> str:
    """The triple as a line of N-Triples, without the line end."""
    value = triple.object
    written = f"<{value}>" if isinstance(value, str) else _literal(value)
    return f"<{triple.subject}> <{triple.predicate}> {written} ."


def _literal(literal: Literal) -> str:
    quoted = f'"{_TO_ESCAPE.sub(_escape, literal.lexical)}"'
    if literal.language:
        return f"{quoted}@{literal.language}"
    return quoted if literal.datatype == STRING else f"{quoted}^^<{literal.datatype}>"


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    return _SHORT.get(character) or f"\\u{ord(character):04X}"
