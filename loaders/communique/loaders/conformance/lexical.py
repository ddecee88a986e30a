"""How values must be written, so that no store rewrites them and no comparison fails."""

import re
import unicodedata
from collections.abc import Mapping

from communique.loaders.rdf.term import ADDRESS, STRING, Literal, period
from communique.ontology.iris import EDTF, NIF, RDF, XSD

_VERBATIM = f"{NIF}anchorOf"  # offsets hold for the text as it is
_LANGUAGE = f"{RDF}langString"

_FORMS: Mapping[str, str] = {
    f"{XSD}anyURI": ADDRESS,
    f"{XSD}boolean": r"true|false",
    f"{XSD}decimal": r"-?(?:0|[1-9][0-9]*)\.(?:[0-9]*[1-9]|0)",
    f"{XSD}nonNegativeInteger": r"0|[1-9][0-9]*",
}
_PERIODS = {f"{XSD}date", f"{XSD}gYearMonth", f"{XSD}gYear", f"{EDTF}EDTF-level0"}


def fault(predicate: str, literal: Literal) -> str | None:
    """What is wrong with the form of a literal, or None."""
    if literal.language is not None or literal.datatype in (STRING, _LANGUAGE):
        return _text_fault(predicate, literal)
    if literal.datatype in _PERIODS:
        return None if _is_period(literal) else "a date is a day, month or year that exists"
    form = _FORMS.get(literal.datatype)
    if form is None:
        return "a value has a datatype of the ontology"
    return None if re.fullmatch(form, literal.lexical) else "a value is written in canonical form"


def _text_fault(predicate: str, literal: Literal) -> str | None:
    if literal.language is not None and literal.language != literal.language.lower():
        return "a language tag is in lower case"
    if predicate != _VERBATIM and not unicodedata.is_normalized("NFC", literal.lexical):
        return "a text is in Unicode normal form C"
    return None


def _is_period(literal: Literal) -> bool:
    try:
        return period(literal.lexical) == f'"{literal.lexical}"^^<{literal.datatype}>'
    except ValueError:
        return False
