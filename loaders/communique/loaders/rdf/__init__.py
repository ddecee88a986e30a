"""The knowledge graph as RDF: sorted N-Quads for stores, Turtle for people, rdflib for programs."""

from communique.loaders.rdf.description import File
from communique.loaders.rdf.view import to_rdflib
from communique.loaders.rdf.wanted import Making, Wanted
from communique.loaders.rdf.writing import (
    Syntax,
    write_nquads,
    write_rdf,
    write_record,
    write_turtle,
)
from communique.ontology.iris import DEFAULT_BASE

__all__ = [
    "DEFAULT_BASE",
    "File",
    "Making",
    "Syntax",
    "Wanted",
    "to_rdflib",
    "write_nquads",
    "write_rdf",
    "write_record",
    "write_turtle",
]
