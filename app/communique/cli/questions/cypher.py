"""``communique cypher``: a query of one's own that only reads."""

import json
import sys
from typing import Annotated

import typer

from communique.cli.console import counted, say, say_json, say_table
from communique.cli.questions.parameters import Parameters, read_parameters
from communique.cli.workspace import AsJson, Data, StoreFile, Workspace

EPILOG = """\
communique cypher "MATCH (p:Person)-\\[m:MEETS]-(q:Person) RETURN p.name, q.name, m.date LIMIT 10"

communique cypher "MATCH (n:Entity) WHERE n.name = \\$name RETURN n" --param name=Kosovo --json

communique cypher - < query.cypher
"""


def cypher(
    context: typer.Context,
    query: Annotated[str, typer.Argument(metavar="QUERY", help="Cypher, or - for standard input.")],
    *,
    param: Parameters = None,
    timeout: Annotated[
        float, typer.Option("--timeout", min=0.1, metavar="SECONDS", help="Longest time.")
    ] = 30.0,
    data: Data = None,
    store: StoreFile = None,
    as_json: AsJson = False,
) -> None:
    """Run a Cypher query that only reads.

    Values given with --param are texts.
    """
    text = sys.stdin.read() if query == "-" else query
    values = read_parameters(param)
    with Workspace.of(context, data, store).reading() as opened:
        found = opened.run(text, values, timeout)
    if as_json:
        say_json([dict(row) for row in found.rows])
        return
    say_table(
        found.columns,
        ([_cell(row.get(column)) for column in found.columns] for row in found.rows),
    )
    say(counted(len(found.rows), "row"))


def _cell(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
