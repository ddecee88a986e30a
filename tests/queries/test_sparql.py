"""The questions in SPARQL of the examples have the answers of the templates of their names."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote

import pytest

from communique.graph import Evidence, Fact, KnowledgeGraph, Qualifiers, Release
from communique.loaders.rdf.addresses import Addresses
from communique.loaders.rdf.dataset import named_graphs
from communique.loaders.sparql.connection import Connection
from communique.loaders.sparql.login import Login
from communique.loaders.sparql.push import push
from communique.loaders.sparql.routes import by_graph_store
from communique.loaders.sparql.sent import SentGraphs
from communique.loaders.store import Store
from communique.ontology import EntityType, Relation
from communique.ontology.iris import CQ, XSD
from communique.ontology.terms import PROPERTIES
from communique.queries.catalogue import ParameterKind, Template, template
from communique.queries.runner import run

QUESTIONS = (
    "evidence funders members most-met operation planned-meetings releases-about representatives "
    "visits-to who-met"
).split()
AT = Addresses()
RELATIONS = {f"{CQ}{local}": str(relation) for relation, local in PROPERTIES.items()}
Rows = list[tuple[str, ...]]


class Server(Protocol):
    """A running SPARQL server."""

    store: str
    auth: tuple[str, str] | None

    def empty(self) -> None: ...

    def rows(self, query: str) -> Rows: ...


@pytest.fixture(scope="module")
def graph(graph: KnowledgeGraph) -> KnowledgeGraph:
    """The small graph, with people who met again without a day, which is quite sure."""
    text = "Again\nMs Lind met Mr Malý again."
    release = Release("r4", "Again", "Ministry", text)
    quote = (Evidence("r4", 6, len(text), text[6:], "by-hand"),)
    met = next(
        fact for fact in graph.facts if fact.predicate is Relation.MEETS and fact.qualifiers.date
    )
    again = Fact(met.subject, Relation.MEETS, met.object, Qualifiers(), quote, 1.0)
    return KnowledgeGraph.of([*graph.releases, release], [*graph.facts, again])


@pytest.fixture(scope="module")
def store(graph: KnowledgeGraph, kept: Callable[[KnowledgeGraph], Store]) -> Store:
    """The same in the embedded store."""
    return kept(graph)


@pytest.fixture(scope="module", params=["oxigraph", pytest.param("fuseki", marks=pytest.mark.jena)])
def server(
    request: pytest.FixtureRequest, graph: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory
) -> Server:
    """The graph on each server."""
    found: Server = request.getfixturevalue(request.param)
    found.empty()
    sent = SentGraphs(tmp_path_factory.mktemp("pushed"), found.store)
    login = Login.of(None, *found.auth) if found.auth else None
    with Connection(found.store, login) as connection:
        push(named_graphs(graph, AT), (AT.meta_graph,), sent, by_graph_store, connection)
    return found


def sets_of_values(question: Template, graph: KnowledgeGraph) -> Iterator[dict[str, str]]:
    """Each entity that the question takes; pairs of those that some fact ties."""
    taken = [one for one in question.parameters if one.kind is ParameterKind.ENTITY]
    if len(taken) == 2:
        for fact in graph.facts:
            yield dict(zip(("first", "second"), (fact.object.id, fact.subject.id), strict=True))
        return
    (parameter,) = taken
    for entity in graph.entities:
        if entity.type in (parameter.types or EntityType):
            yield {parameter.name: entity.id}


def with_values(query: str, values: dict[str, str]) -> str:
    """The query about other entities or days than its example."""
    for name, value in values.items():
        is_day = re.fullmatch(r"\d{4}-\d\d-\d\d", value)
        term = f'"{value}"^^<{XSD}date>' if is_day else f"<{AT.base}id/{value}>"
        query, found = re.subn(
            rf"VALUES \?{name} {{[^}}]*}}", f"VALUES ?{name} {{ {term} }}", query
        )
        assert found == 1, name
    return query


def plain(value: str) -> str:
    """An id, a relation or a status in place of its IRI; numbers as Oxigraph rewrites them."""
    for kind in ("id", "release"):
        if value.startswith(f"{AT.base}{kind}/"):
            return unquote(value.removeprefix(f"{AT.base}{kind}/"))
    return RELATIONS.get(value, value.removeprefix(CQ)).removesuffix(".0")


def columns_of(query: str) -> list[str]:
    """What a query selects, by name: a variable, or what follows AS in parentheses."""
    select = query[query.index("SELECT") : query.index("WHERE")]
    return [
        name.removeprefix("AS ?").removeprefix("?").removesuffix(")")
        for name in re.findall(r"AS \?\w+\)|(?<=\s)\?\w+(?![\w)])", select)
    ]


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_has_the_same_answers_in_sparql(
    root: Path, graph: KnowledgeGraph, store: Store, server: Server, name: str
) -> None:
    query = (root / "examples" / "sparql" / f"{name}.rq").read_text(encoding="utf-8")
    columns = columns_of(query)
    answered = 0

    for values in sets_of_values(template(name), graph):
        told = run(store, template(name), values).rows
        expected = sorted(
            tuple("" if row[column] is None else plain(str(row[column])) for column in columns)
            for row in told
        )
        found = server.rows(with_values(query, values))
        assert sorted(tuple(map(plain, row)) for row in found) == expected, values
        answered += bool(expected)

    assert answered > 0


@pytest.mark.parametrize(
    ("values", "met"),
    [
        ({"since": "2024-03-05"}, ["Edvin Roos"]),
        ({"until": "2024-03-04"}, ["Mara Lind"]),
        ({"since": "2024-03-05", "until": "2024-03-31"}, []),
        ({"since": "2024-04-30"}, ["Edvin Roos"]),  # some day of April
    ],
    ids=str,
)
def test_a_period_counts_months_by_their_days(
    root: Path, server: Server, values: dict[str, str], met: list[str]
) -> None:
    query = (root / "examples" / "sparql" / "who-met.rq").read_text(encoding="utf-8")

    rows = server.rows(with_values(query, {"entity": "person-ondrej-maly"} | values))

    assert [row[columns_of(query).index("met")] for row in rows] == met


def test_every_example_is_asked(root: Path) -> None:
    assert sorted(path.stem for path in (root / "examples" / "sparql").iterdir()) == QUESTIONS
