"""Whether RDF keeps to the ontology: lexical forms, SHACL shapes, and rules across graphs.

The extra ``communique[rdf-check]`` brings what it needs.
"""

from communique.loaders.conformance.check import check, check_file
from communique.loaders.conformance.violation import Violation

__all__ = ["Violation", "check", "check_file"]
