"""The ontology as a page for people, from ``communique.ttl``."""

from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from string import Template

from rdflib import OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef
from rdflib.term import Node

from communique.ontology.iris import CQ, ONTOLOGY, PREFIXES
from communique.ontology.schema import RelationTerms, Schema

_CQ = Namespace(CQ)
_MATCHES = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch)


def render_page(ontology: Graph, schema: Schema) -> str:
    """The page in Markdown: classes, relations, properties, matches, terms of others."""
    opening = Template(files("communique.ontology").joinpath("opening.md").read_text("utf-8"))
    sections = [
        ("Entities", _classes(ontology, _below(ontology, _CQ.Entity))),
        ("Relations", _relations(ontology, schema.relations)),
        ("Statements", _statements(ontology, schema.relations)),
        ("Other classes", _classes(ontology, [_CQ.Entity, _CQ.Release, _CQ.Statement, _CQ.Status])),
        ("Statuses", _table(("status", "meaning"), _said(ontology, _statuses(ontology)))),
        ("Properties", _properties(ontology)),
        ("Matches", _matches(ontology)),
        ("Terms of others", _others(ontology)),
    ]
    about = opening.substitute(version=schema.version, ontology=ONTOLOGY, namespace=CQ)
    return "\n".join((about, *(f"## {title}\n\n{text}\n" for title, text in sections)))


def _below(ontology: Graph, above: URIRef) -> list[Node]:
    return _ordered(ontology.subjects(RDFS.subClassOf, above))


def _ordered(terms: Iterable[Node]) -> list[Node]:
    return sorted(terms, key=str)


def _statuses(ontology: Graph) -> list[Node]:
    return _ordered(ontology.subjects(RDF.type, _CQ.Status))


def _classes(ontology: Graph, classes: Iterable[Node]) -> str:
    """Each with what it is besides."""
    rows = [
        (*said, _listed(ontology.objects(term, RDFS.subClassOf)))
        for term, said in zip(classes, _said(ontology, classes), strict=True)
    ]
    return _table(("class", "meaning", "is also"), rows)


def _relations(ontology: Graph, relations: Iterable[RelationTerms]) -> str:
    rows = [
        (
            relation.name,
            f"`cq:{relation.property}`",
            ", ".join(relation.subjects),
            ", ".join(relation.objects),
            ", ".join(relation.qualifiers),
            _comment(ontology, _CQ[relation.property])
            + (" Symmetric: written in both directions." if relation.symmetric else ""),
        )
        for relation in relations
    ]
    return _table(("relation", "property", "from", "to", "qualifiers", "meaning"), rows)


def _statements(ontology: Graph, relations: Iterable[RelationTerms]) -> str:
    rows = [
        (
            f"`cq:{relation.statement}`",
            f"`cq:{relation.property}`",
            _comment(ontology, _CQ[relation.statement]),
            _listed(ontology.objects(_CQ[relation.statement], RDFS.subClassOf)),
        )
        for relation in relations
    ]
    return _table(("class", "states", "meaning", "is also"), rows)


def _properties(ontology: Graph) -> str:
    """Own properties that are no relations."""
    related = {_CQ.relatesTo, *ontology.subjects(RDFS.subPropertyOf, _CQ.relatesTo)}
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    found = {term for kind in kinds for term in ontology.subjects(RDF.type, kind)}
    own = _ordered(term for term in found - related if str(term).startswith(CQ))
    rows = [
        (
            *said,
            _listed(ontology.objects(term, RDFS.domain)),
            _listed(ontology.objects(term, RDFS.range)),
        )
        for term, said in zip(own, _said(ontology, own), strict=True)
    ]
    return _table(("property", "meaning", "of", "value"), rows)


def _matches(ontology: Graph) -> str:
    """What is near in other vocabularies; a code is written as its scheme writes it."""
    rows = []
    for above in (RDFS.subPropertyOf, *_MATCHES):
        for term, other in ontology.subject_objects(above):
            if other != _CQ.relatesTo:
                rows.append((_short(term), _short(above), _foreign(ontology, other)))
    return _table(("ours", "how", "theirs"), sorted(rows))


def _foreign(ontology: Graph, term: Node) -> str:
    inverse = ontology.value(term, OWL.inverseOf)
    if inverse is not None:
        return f"inverse of {_short(inverse)}"
    scheme = ontology.value(term, SKOS.inScheme)
    if scheme is None:
        return _short(term)
    label, notation = ontology.value(term, RDFS.label), ontology.value(term, SKOS.notation)
    return f"{_short(term)} ({ontology.value(scheme, RDFS.label)} {notation}, {label})"


def _others(ontology: Graph) -> str:
    """Terms of other vocabularies that the ontology or an export uses, by vocabulary."""
    rows = []
    for prefix, namespace in sorted(PREFIXES.items()):
        terms = sorted(
            str(term).removeprefix(namespace)
            for term in set(ontology.subjects(RDF.type))
            if str(term).startswith(namespace) and namespace != CQ
        )
        if terms:
            rows.append((f"`{prefix}:`", f"`{namespace}`", ", ".join(terms)))
    return _table(("prefix", "namespace", "terms"), rows)


def _said(ontology: Graph, terms: Iterable[Node]) -> Iterator[tuple[str, str]]:
    for term in terms:
        yield _short(term), _comment(ontology, term)


def _comment(ontology: Graph, term: Node) -> str:
    return str(ontology.value(term, RDFS.comment))


def _listed(terms: Iterable[Node]) -> str:
    return ", ".join(_short(term) for term in _ordered(terms) if isinstance(term, URIRef))


def _short(term: Node) -> str:
    for prefix, namespace in PREFIXES.items():
        if str(term).startswith(namespace):
            return f"`{prefix}:{str(term).removeprefix(namespace)}`"
    return f"`{term}`"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
