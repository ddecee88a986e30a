"""``communique cypher``: a query of one's own that only reads."""

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.console import counted, say, say_document, say_json, say_table, warn
from communique.cli.questions.parameters import Parameters, read_typed_parameters
from communique.cli.questions.query import Form, Format, chosen
from communique.cli.workspace import AsJson, Data, StoreFile, Workspace
from communique.cli.wrong_use import WrongUseError

if TYPE_CHECKING:
    from communique.queries.free import FreeAnswer

EPILOG = """\
communique cypher "MATCH (p:Person)-\\[m:MEETS]-(q:Person) RETURN p.name, q.name, m.date LIMIT 10"

communique cypher "MATCH (n:Entity) WHERE n.name = \\$name RETURN n" --param name=Kosovo --json

communique cypher "MATCH ()-\\[r]->() WHERE r.support >= \\$n RETURN r.key" -p n:=2 --format csv

communique cypher - < query.cypher
"""


def cypher(
    context: typer.Context,
    query: Annotated[str, typer.Argument(metavar="QUERY", help="Cypher, or - for standard input.")],
    *,
    param: Parameters = None,
    limit: Annotated[
        int, typer.Option("--limit", min=1, metavar="ROWS", help="Most rows that are shown.")
    ] = 1000,
    timeout: Annotated[
        float, typer.Option("--timeout", min=0.1, metavar="SECONDS", help="Longest time.")
    ] = 30.0,
    form: Form = None,
    data: Data = None,
    store: StoreFile = None,
    as_json: AsJson = False,
) -> None:
    """Run a Cypher query that only reads.

    Its clauses are MATCH, OPTIONAL MATCH, WHERE, WITH, UNWIND, RETURN, UNION, ORDER BY, SKIP,
    LIMIT and CALL of a subquery or of a procedure that reads. What writes, and LOAD CSV, is refused
    before the store has it.

    --param NAME=VALUE gives a text, --param NAME:=JSON a number, true, false, null, a list or a
    map: n:=5, ids:='["a", "b"]'.
    """
    from communique.queries.free import ask_freely
    from communique.queries.guard import strangers

    form = chosen(form, as_json=as_json)
    text = _given() if query == "-" else query
    values = read_typed_parameters(param)
    with Workspace.of(context, data, store).reading() as opened:
        found = ask_freely(opened, text, values, most=limit, timeout=timeout)
    _say(found, form)
    for hint in strangers(text):
        warn(hint)
    if found.cut:
        warn(f"there are more than {counted(limit, 'row')}; --limit shows more")


def _given() -> str:
    try:
        return sys.stdin.read()
    except UnicodeDecodeError as error:
        raise WrongUseError("the query in standard input is no UTF-8") from error


def _say(found: "FreeAnswer", form: Format) -> None:
    match form:
        case Format.JSON:
            say_json([dict(row) for row in found.rows])
        case Format.CSV:
            say_document(found.to_csv())
        case Format.MARKDOWN:
            say_document(found.to_markdown())
        case _:
            say_table(found.columns, ([_shown(value) for value in row] for row in found.values()))
            say(counted(len(found.rows), "row"))


def _shown(value: object) -> str:
    """A value in a cell: nodes and relationships by what they are, not by all that they hold."""
    from communique.queries.answers.cells import LIST_SEPARATOR, cell

    if isinstance(value, list):
        return LIST_SEPARATOR.join(_shown(item) for item in value)
    if isinstance(value, dict) and isinstance(value.get("properties"), dict):
        return _element(value, value["properties"])
    if isinstance(value, dict) and value.keys() == {"nodes", "relationships"}:
        return LIST_SEPARATOR.join(_shown(item) for item in _alternating(value))
    return cell(value)


def _element(value: Mapping[str, object], properties: Mapping[str, object]) -> str:
    """A node as ``Anna Kask (Person)``, a relationship as ``MEETS 2024-05-03``."""
    if isinstance(labels := value.get("labels"), list):
        name = properties.get("name") or properties.get("headline") or properties.get("id") or ""
        return f"{name} ({':'.join(label for label in labels if label != 'Entity')})"
    return " ".join(map(str, filter(None, [value.get("type"), properties.get("date")])))


def _alternating(path: Mapping[str, list[object]]) -> list[object]:
    """Nodes and relationships of a path in turn."""
    nodes, relationships = path["nodes"], path["relationships"]
    between = [item for pair in zip(nodes, relationships, strict=False) for item in pair]
    return [*between, *nodes[-1:]]
