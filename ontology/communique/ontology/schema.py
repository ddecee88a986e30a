"""What ``communique.ttl`` says of entity types, relations and statuses."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files

from rdflib import OWL, RDF, RDFS, Graph, Namespace, URIRef
from rdflib.term import Node

from communique.ontology.iris import CQ, ONTOLOGY, SCHEMA

ONTOLOGY_FILE = "communique.ttl"

_CQ = Namespace(CQ)
_SCHEMA = Namespace(SCHEMA)


@dataclass(frozen=True, slots=True)
class RelationTerms:
    """One relation with the terms that write it; names are local names of the ontology, sorted.

    Attributes:
        name: Its name in the program (``PART_OF``).
        property: The property of the direct triple (``partOf``).
        statement: The class of its statements (``Inclusion``).
        subjects: Entity types that its subject may have.
        objects: Entity types that its object may have.
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


def ontology_graph(turtle: str) -> Graph:
    """The ontology as triples."""
    return Graph().parse(data=turtle, format="turtle")


def read_schema(turtle: str) -> Schema:
    """Read the vocabulary out of the ontology.

    Raises:
        ValueError: The ontology has no version, or a relation lacks the types of an end or one
            class of statements.
    """
    graph = ontology_graph(turtle)
    version = graph.value(URIRef(ONTOLOGY), OWL.versionInfo)
    if version is None:
        raise ValueError(f"{ONTOLOGY} has no owl:versionInfo")
    properties = graph.subjects(RDFS.subPropertyOf, _CQ.relatesTo)
    return Schema(
        str(version),
        _entity_types(graph),
        _names(graph.subjects(RDF.type, _CQ.Status)),
        tuple(sorted((_relation(graph, term) for term in properties), key=lambda r: r.name)),
    )


def read_comments(turtle: str) -> Mapping[str, str]:
    """What the ontology says of each of its terms in plain words, by local name, sorted."""
    graph = ontology_graph(turtle)
    said = graph.subject_objects(RDFS.comment)
    return dict(sorted((str(term).removeprefix(CQ), str(comment)) for term, comment in said))


def relation_name(local: str) -> str:
    """Name of a relation in the program, from the local name of its property."""
    return re.sub(r"(?=[A-Z])", "_", local).upper()


def _entity_types(graph: Graph) -> tuple[str, ...]:
    """The classes of entities that have none below them."""
    classes = set(graph.subjects(RDFS.subClassOf, _CQ.Entity))
    return _names(term for term in classes if (None, RDFS.subClassOf, term) not in graph)


def _relation(graph: Graph, term: Node) -> RelationTerms:
    (local,) = _names([term])
    statements = _names(graph.subjects(_CQ.statesRelation, term))
    if len(statements) != 1:
        raise ValueError(f"{local} needs one class of statements and has {len(statements)}")
    return RelationTerms(
        name=relation_name(local),
        property=local,
        statement=statements[0],
        subjects=_ends(graph, term, _SCHEMA.domainIncludes),
        objects=_ends(graph, term, _SCHEMA.rangeIncludes),
        qualifiers=_names(graph.objects(term, _CQ.takesQualifier)),
        symmetric=(term, RDF.type, OWL.SymmetricProperty) in graph,
    )


def _ends(graph: Graph, term: Node, side: URIRef) -> tuple[str, ...]:
    """The entity types listed for one end of a relation."""
    listed = _names(graph.objects(term, side))
    if not listed:
        raise ValueError(f"{term} has no {side}")
    return listed


def _names(terms: Iterable[Node]) -> tuple[str, ...]:
    """Local names of our own terms, sorted."""
    return tuple(sorted(str(term).removeprefix(CQ) for term in terms))
