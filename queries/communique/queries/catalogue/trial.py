"""Trying templates of one's own on a store of nobody, to see that they run and what they return."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from communique.graph import Entity, Evidence, Fact, KnowledgeGraph, Qualifiers, Release
from communique.loaders.embedded import EmbeddedStore
from communique.loaders.projection import load
from communique.loaders.store import QueryError, Store
from communique.ontology import EntityType, Relation
from communique.queries.catalogue.template import Parameter, ParameterKind, Template

_SECONDS = 10.0
_WORDS = "Nobody"


def try_out(templates: "list[Template]") -> Iterator[tuple[Template, str]]:
    """Yield each template that the embedded store refuses or whose columns it does not return."""
    with tempfile.TemporaryDirectory() as folder:
        store = EmbeddedStore(Path(folder) / "trial.kgl")
        try:
            load(_graph(), store)
            for template in templates:
                if fault := _fault(store, template):
                    yield template, fault
        finally:
            store.close()


def _fault(store: Store, template: Template) -> str | None:
    parameters = {parameter.name: _value(parameter) for parameter in template.parameters}
    try:
        returned = store.run(template.cypher, parameters, _SECONDS).columns
    except QueryError as error:
        return f"the embedded store refuses it: {error}"
    declared = [column.name for column in template.columns]
    if missing := [name for name in declared if name not in returned]:
        return f"does not return the columns it declares: {', '.join(missing)}"
    if surplus := [name for name in returned if name not in declared]:
        return f"returns what no `// column: …` declares: {', '.join(surplus)}"
    return None


def _value(parameter: Parameter) -> object:
    match parameter.kind:
        case ParameterKind.INT:
            return int(parameter.default or 1)
        case ParameterKind.DATE_FROM | ParameterKind.DATE_TO | ParameterKind.DAY:
            return "2024-01-01"
        case ParameterKind.WORDS:
            return [_WORDS]
    return _WORDS


def _graph() -> KnowledgeGraph:
    """Two who meet."""
    release = Release("trial", _WORDS, _WORDS, _WORDS, published="2024-01-01")
    one, other = (Entity(f"person-{n}", EntityType.PERSON, f"{_WORDS} {n}") for n in (1, 2))
    evidence = (Evidence("trial", 0, len(_WORDS), _WORDS, "trial"),)
    return KnowledgeGraph.of(
        [release], [Fact(one, Relation.MEETS, other, Qualifiers(), evidence, 1.0)]
    )
