"""Whether every term of a dump is one of the ontology, by which a partner can look it up."""

from collections.abc import Iterator

from pyoxigraph import NamedNode, QuerySolutions, Store
from rdflib import RDF

from communique.loaders.conformance.violation import Violation
from communique.ontology.iris import PREFIXES
from communique.ontology.schema import ontology_graph, ontology_text

# Languages that every reader knows, and that OWL forbids to declare.
_BUILT_IN = tuple(PREFIXES[prefix] for prefix in ("owl", "rdf", "rdfs", "xsd"))
_USED = (
    "SELECT DISTINCT ?term WHERE { GRAPH ?graph { ?subject ?term ?object } }",
    "SELECT DISTINCT ?term WHERE { GRAPH ?graph { ?subject a ?term } }",
    "SELECT DISTINCT ?term WHERE {"
    " GRAPH ?graph { ?subject ?property ?object } BIND (DATATYPE(?object) AS ?term)"
    " FILTER (BOUND(?term)) }",
)


def undeclared_terms(store: Store) -> Iterator[Violation]:
    """Yield the properties, classes and datatypes that the ontology does not declare, sorted."""
    declared = {str(term) for term in ontology_graph(ontology_text()).subjects(RDF.type)}
    for term in sorted(_terms(store) - declared):
        if not term.startswith(_BUILT_IN):
            yield Violation("", term, "a term is declared in the ontology")


def _terms(store: Store) -> set[str]:
    found: set[str] = set()
    for query in _USED:
        solutions = store.query(query)
        assert isinstance(solutions, QuerySolutions)  # noqa: S101  # they are SELECT queries
        terms = (solution["term"] for solution in solutions)
        found.update(term.value for term in terms if isinstance(term, NamedNode))
    return found
