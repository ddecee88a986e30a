"""Statement nodes in RDF 1.1 and as reifiers in RDF 1.2, and the way between.

In RDF 1.1 a statement node names subject, predicate and object by three triples; in RDF 1.2 the
same node reifies a triple term. Nothing else differs, and nothing is lost either way.
"""

from collections.abc import Callable, Sequence

from communique.loaders.rdf.named_graph import NamedGraph
from communique.ontology.iris import RDF

_SUBJECT, _PREDICATE, _OBJECT = (f"<{RDF}{name}> " for name in ("subject", "predicate", "object"))
REIFIES = f"<{RDF}reifies> "
"""The predicate of RDF 1.2, with the space before its object."""
OPEN, CLOSE = "<<( ", " )>>"
"""What a triple term stands between."""


def reified(graph: NamedGraph) -> NamedGraph:
    """The graph with each statement node as a reifier of its triple."""
    return _rewritten(graph, _to_reifier)


def unreified(graph: NamedGraph) -> NamedGraph:
    """The graph in RDF 1.1: what `reified` was given."""
    return _rewritten(graph, _to_node)


def _rewritten(graph: NamedGraph, rewrite: Callable[[Sequence[str]], list[str]]) -> NamedGraph:
    return NamedGraph(graph.iri, {of: rewrite(says) for of, says in graph.said.items()})


def _to_reifier(says: Sequence[str]) -> list[str]:
    ends = [
        [what.removeprefix(predicate) for what in says if what.startswith(predicate)]
        for predicate in (_SUBJECT, _PREDICATE, _OBJECT)
    ]
    if any(len(end) != 1 for end in ends):
        return list(says)
    rest = [what for what in says if not what.startswith((_SUBJECT, _PREDICATE, _OBJECT))]
    term = " ".join(end for (end,) in ends)
    return sorted([*rest, f"{REIFIES}{OPEN}{term}{CLOSE}"])


def _to_node(says: Sequence[str]) -> list[str]:
    terms = [what for what in says if what.startswith(REIFIES)]
    if len(terms) != 1:
        return list(says)
    term = terms[0].removeprefix(REIFIES + OPEN).removesuffix(CLOSE)
    subject, predicate, object_ = term.split(" ", 2)
    rest = [what for what in says if what != terms[0]]
    return sorted([*rest, _SUBJECT + subject, _PREDICATE + predicate, _OBJECT + object_])
