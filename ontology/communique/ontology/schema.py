"""What ``communique.ttl`` says of entity types, relations and statuses."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files

from rdflib import OWL, RDF, RDFS, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from communique.ontology.iris import CQ, ONTOLOGY

ONTOLOGY_FILE = "communique.ttl"

_CQ = Namespace(CQ)


@dataclass(frozen=True, slots=True)
class RelationTerms:
    """One relation with the terms that write it; names are local names of the ontology, sorted.

    Attributes:
        name: Its name in the program (``PART_OF``).
        property: The property of the direct triple (``partOf``).
        statement: The class of its statements (``Inclusion``).
        subjects: Entity types in its domain.
        objects: Entity types in its range.
        qualifiers: Qualifiers it takes.
        symmetric: Whether it says the same with its ends exchanged.
    """

    name: str
    property: str
    statement: str
    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    qualifiers: tuple[str, ...]
    symmetric: bool


@dataclass(frozen=True, slots=True)
class Schema:
    """The vocabulary as the ontology declares it, every tuple sorted.

    Attributes:
        version: Version of the ontology.
        entity_types: Local names of the entity classes.
        statuses: Local names of the statuses.
        relations: By name.
    """

    version: str
    entity_types: tuple[str, ...]
    statuses: tuple[str, ...]
    relations: tuple[RelationTerms, ...]


def ontology_text() -> str:
    """The ontology in Turtle, as it is shipped."""
    return files("communique.ontology").joinpath(ONTOLOGY_FILE).read_text(encoding="utf-8")


def read_schema(turtle: str) -> Schema:
    """Read the vocabulary out of the ontology.

    Raises:
        ValueError: The ontology has no version, or a relation lacks its domain, range or one
            class of statements.
    """
    graph = Graph().parse(data=turtle, format="turtle")
    version = graph.value(URIRef(ONTOLOGY), OWL.versionInfo)
    if version is None:
        raise ValueError(f"{ONTOLOGY} has no owl:versionInfo")
    properties = graph.subjects(RDFS.subPropertyOf, _CQ.relatesTo)
    return Schema(
        str(version),
        _names(graph.subjects(RDFS.subClassOf, _CQ.Entity)),
        _names(graph.subjects(RDF.type, _CQ.Status)),
        tuple(sorted((_relation(graph, term) for term in properties), key=lambda r: r.name)),
    )


def read_comments(turtle: str) -> Mapping[str, str]:
    """What the ontology says of each of its terms in plain words, by local name, sorted."""
    graph = Graph().parse(data=turtle, format="turtle")
    said = graph.subject_objects(RDFS.comment)
    return dict(sorted((str(term).removeprefix(CQ), str(comment)) for term, comment in said))


def relation_name(local: str) -> str:
    """Name of a relation in the program, from the local name of its property."""
    return re.sub(r"(?=[A-Z])", "_", local).upper()


def _relation(graph: Graph, term: Node) -> RelationTerms:
    (local,) = _names([term])
    statements = _names(graph.subjects(_CQ.statesRelation, term))
    if len(statements) != 1:
        raise ValueError(f"{local} needs one class of statements and has {len(statements)}")
    return RelationTerms(
        name=relation_name(local),
        property=local,
        statement=statements[0],
        subjects=_classes(graph, term, RDFS.domain),
        objects=_classes(graph, term, RDFS.range),
        qualifiers=_names(graph.objects(term, _CQ.takesQualifier)),
        symmetric=(term, RDF.type, OWL.SymmetricProperty) in graph,
    )


def _classes(graph: Graph, term: Node, side: URIRef) -> tuple[str, ...]:
    """The classes of a domain or range: one, or a union."""
    declared = graph.value(term, side, any=False)
    if declared is None:
        raise ValueError(f"{term} has no {side}")
    union = graph.value(declared, OWL.unionOf)
    return _names([declared] if union is None else Collection(graph, union))


def _names(terms: Iterable[Node]) -> tuple[str, ...]:
    """Local names of our own terms, sorted."""
    return tuple(sorted(str(term).removeprefix(CQ) for term in terms))
