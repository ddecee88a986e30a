"""An answer as a networkx graph."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from communique.graph import Entity, Fact
from communique.ontology import EntityType
from communique.queries.catalogue import Column, ColumnKind

if TYPE_CHECKING:
    import networkx as nx

    from communique.queries.answers.answer import Answer

_MEASURES = frozenset({ColumnKind.TEXT, ColumnKind.DATE, ColumnKind.INT, ColumnKind.NUMBER})
_SUBJECT, _RELATION, _OBJECT = "subject_id", "relation", "object_id"


def network_of(answer: "Answer") -> "nx.MultiDiGraph[str]":
    """Entities of an answer as nodes by id, and its facts as edges by key.

    Nodes have ``name`` and ``type``; where rows quote nothing and each is about another entity,
    nodes also have what their row says. Edges have ``relation``, the qualifiers that are
    stated (date, status, role, place, event, amount), ``quote``, ``release``, and with evidence
    ``confidence`` and ``support``. Without evidence only rows that are facts (with subject,
    relation and object) give edges.
    """
    import networkx as nx  # noqa: PLC0415  # takes longer to load than a question to answer

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        template=answer.template, question=answer.question
    )
    for id_, name in _entities(answer):
        graph.add_node(id_, name=name, type=_type(id_))
    for id_, measures in _measures(answer).items():
        graph.nodes[id_].update(measures)
    if answer.facts is None:
        for row in answer:
            if all(row.get(name) for name in (_SUBJECT, _RELATION, _OBJECT)):
                ends = str(row[_SUBJECT]), str(row[_OBJECT])
                graph.add_edge(*ends, **_stated(row, answer.columns))
        return graph
    _add(graph, (fact for facts in answer.facts for fact in facts))
    return graph


def network_of_facts(facts: Iterable[Fact]) -> "nx.MultiDiGraph[str]":
    """Facts as edges by key, their ends as nodes by id, with the attributes of an answer's."""
    import networkx as nx  # noqa: PLC0415  # as above

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    _add(graph, facts)
    return graph


def _add(graph: "nx.MultiDiGraph[str]", facts: Iterable[Fact]) -> None:
    for fact in facts:
        for end in (fact.subject, fact.object):
            graph.add_node(end.id, **_of(end))
        graph.add_edge(fact.subject.id, fact.object.id, key=fact.key, **_said(fact))


def _entities(answer: "Answer") -> Iterator[tuple[str, str]]:
    """Ids and names of who is asked about and who is in the rows."""
    for named in answer.named.values():
        yield named.id, named.name
    for column in (column for column in answer.columns if column.kind is ColumnKind.ENTITY):
        label = column.name.removesuffix("_id") if column.name != "id" else "name"
        for row in answer:
            if id_ := row.get(column.name):
                yield str(id_), str(row.get(label) or id_)


def _measures(answer: "Answer") -> Mapping[str, Mapping[str, object]]:
    """What rows say of their one entity, by its id; nothing if they quote, or several do."""
    if any(column.kind is ColumnKind.QUOTE for column in answer.columns):
        return {}
    ids = [column for column in answer.columns if column.kind is ColumnKind.ENTITY]
    if len(ids) != 1:
        return {}
    (id_,) = ids
    label = id_.name.removesuffix("_id")
    shown = [
        c.name for c in answer.columns if c.kind in _MEASURES and c.name not in {label, "name"}
    ]
    rows = {
        str(row[id_.name]): {name: row[name] for name in shown if row.get(name) is not None}
        for row in answer
        if row.get(id_.name)
    }
    return rows if len(rows) == len(answer) else {}


def _stated(row: Mapping[str, object], columns: Iterable[Column]) -> dict[str, Any]:
    """What a row says of its fact, without its ends."""
    ends = {"subject", _SUBJECT, "object", _OBJECT}
    return {
        column.name: row[column.name]
        for column in columns
        if column.name not in ends
        and column.kind is not ColumnKind.KEYS
        and row.get(column.name) is not None
    }


def _of(entity: Entity) -> dict[str, object]:
    return {"name": entity.name, "type": str(entity.type)}


def _said(fact: Fact) -> dict[str, object]:
    return {
        "relation": str(fact.predicate),
        **fact.qualifiers.stated(),
        "quote": fact.evidence[0].text,
        "release": fact.evidence[0].release,
        "confidence": fact.confidence,
        "support": fact.support,
    }


def _type(id_: str) -> str:
    """The type of an entity by its id, which begins with it."""
    kind = id_.partition("-")[0]
    return next((str(type_) for type_ in EntityType if type_.casefold() == kind), "")
