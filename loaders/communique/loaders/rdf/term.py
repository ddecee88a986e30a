"""RDF terms in the notation of N-Triples (W3C RDF 1.1 N-Triples), and as values.

What is written is made in notation from the start: of millions of quads no term becomes an object.
There are no blank nodes: sent twice to a SPARQL store, they would stand there twice.
"""

import re
import unicodedata
from decimal import Decimal
from typing import NamedTuple

from communique.graph import bounds
from communique.ontology.iris import EDTF, XSD

STRING = XSD + "string"
_EDTF_LEVEL_0 = f"^^<{EDTF}EDTF-level0>"
_BY_LENGTH = {4: f"^^<{XSD}gYear>", 7: f"^^<{XSD}gYearMonth>", 10: f"^^<{XSD}date>"}
_DAY = 10
ADDRESS = r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`\x7f-\x9f]+"
"""Pattern of an absolute IRI, as far as its characters go."""
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
    """A triple of an IRI, an IRI and an IRI or literal, as values."""

    subject: str
    predicate: str
    object: str | Literal


def node(iri: str) -> str:
    """An IRI."""
    return f"<{iri}>"


def text(value: str) -> str:
    """A string in Unicode normal form C, so that stores which do not normalise find it."""
    return f'"{_TO_ESCAPE.sub(_escape, unicodedata.normalize("NFC", value))}"'


def verbatim(value: str) -> str:
    """A string as it is: offsets and digests hold for no other form of a quote."""
    return f'"{_TO_ESCAPE.sub(_escape, value)}"'


def label(value: str) -> str:
    """A name in English, in normal form C."""
    return f"{text(value)}@en"


def address(value: str) -> str:
    """A web address; what a feed gives that is none stays readable as a text."""
    return f"{verbatim(value)}^^<{XSD}anyURI>" if re.fullmatch(ADDRESS, value) else text(value)


def integer(value: int) -> str:
    """A count or offset."""
    return f'"{value}"^^<{XSD}nonNegativeInteger>'


def boolean(value: bool) -> str:
    """True or false."""
    return f'"{"true" if value else "false"}"^^<{XSD}boolean>'


def decimal(value: float) -> str:
    """A number in the shortest decimal notation that gives the same float, never an exponent.

    A whole number keeps one zero after the point (canonical in XML Schema 1.0): Turtle writers
    add it anyhow.
    """
    digits = repr(float(value))
    if "e" in digits:
        digits = f"{Decimal(digits):f}"
        digits = digits if "." in digits else f"{digits}.0"
    return f'"{digits}"^^<{XSD}decimal>'


def period(value: str) -> str:
    """An ISO 8601 period in the precision stated; an interval as EDTF level 0.

    Raises:
        ValueError: It is no day, month, year or interval of two of these.
    """
    bounds(value)
    return f'"{value}"{_EDTF_LEVEL_0 if "/" in value else _BY_LENGTH[len(value)]}'


def dates(value: str) -> tuple[str, str, str]:
    """A period that is known to be one as it is stated, its first day and its last day."""
    if len(value) == _DAY:
        day = f'"{value}"{_BY_LENGTH[_DAY]}'
        return day, day, day
    first, last = (f'"{day.isoformat()}"{_BY_LENGTH[_DAY]}' for day in bounds(value))
    return period(value), first, last


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    return _SHORT.get(character) or f"\\u{ord(character):04X}"
