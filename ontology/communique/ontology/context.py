"""The JSON-LD context of exports, from the ontology.

Own terms are written plain (``meets``), terms of others with their prefix (``rdfs:label``): a term
that another vocabulary brings later takes no name away.
"""

import json
from collections.abc import Iterator
from importlib.resources import files

from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.term import Node

from communique.ontology.iris import CQ, PREFIXES

CONTEXT_FILE = "context.jsonld"

Definition = str | dict[str, str]

_RDF, _RDFS, _OWL, _XSD = (PREFIXES[prefix] for prefix in ("rdf", "rdfs", "owl", "xsd"))
_LINK = {"@type": "@id"}
_ENGLISH = {"@language": "en"}
# What no ontology may declare: OWL reserves the names.
_BUILT_IN = {
    f"{_OWL}sameAs": _LINK,
    f"{_RDF}object": _LINK,
    f"{_RDF}predicate": _LINK,
    f"{_RDF}subject": _LINK,
    f"{_RDFS}label": _ENGLISH,
    f"{_RDFS}seeAlso": _LINK,
}
_PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
_CODES = URIRef(PREFIXES["skos"] + "Concept"), URIRef(PREFIXES["skos"] + "ConceptScheme")


def context_text() -> str:
    """The context as it is shipped, a JSON document."""
    return files("communique.ontology").joinpath(CONTEXT_FILE).read_text(encoding="utf-8")


def render_context(ontology: Graph) -> str:
    """The context as a JSON document: prefixes, then terms in the order of their names."""
    context: dict[str, object] = {"@version": 1.1, "id": "@id", "type": "@type"}
    context |= PREFIXES
    context |= dict(sorted(_definitions(ontology)))
    return json.dumps({"@context": context}, indent=2, ensure_ascii=False) + "\n"


def _definitions(ontology: Graph) -> Iterator[tuple[str, Definition]]:
    for iri, how in _BUILT_IN.items():
        yield _term(iri), {"@id": iri, **how}
    for kind in (OWL.Class, OWL.NamedIndividual):
        for term in ontology.subjects(RDF.type, kind):
            if str(term).startswith(CQ) and not _is_code(ontology, term):
                yield _term(str(term)), str(term)
    for kind in _PROPERTIES:
        for term in ontology.subjects(RDF.type, kind):
            how = _values(ontology, term, kind)
            if how or str(term).startswith(CQ):
                yield _term(str(term)), {"@id": str(term), **how}


def _is_code(ontology: Graph, term: Node) -> bool:
    return any((term, RDF.type, kind) in ontology for kind in _CODES)


def _values(ontology: Graph, term: Node, kind: Node) -> dict[str, str]:
    """How the values of a property are abbreviated; not at all if they are of several types."""
    if kind == OWL.ObjectProperty:
        return _LINK
    written = ontology.value(term, URIRef(f"{CQ}writtenAs")) or ontology.value(term, RDFS.range)
    if written is None:
        return {}
    if written == RDFS.Resource:
        return _LINK
    if written == RDF.langString:
        return _ENGLISH
    # a string without a type is one already, and a coerced boolean need not be spelt as JSON's
    return {} if written == URIRef(f"{_XSD}string") else {"@type": str(written)}


def _term(iri: str) -> str:
    if iri.startswith(CQ):
        return iri.removeprefix(CQ)
    prefix, namespace = next(item for item in PREFIXES.items() if iri.startswith(item[1]))
    return f"{prefix}:{iri.removeprefix(namespace)}"
