"""``communique load``: bring a store up to date from the ledger."""

from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.console import counted, progress, say, say_json
from communique.cli.workspace import AsJson, Data, Workspace

if TYPE_CHECKING:
    from communique.loaders.projection import LoadReport

EPILOG = """\
communique load

communique load --rebuild

communique load --to elsewhere.kgl

COMMUNIQUE_NEO4J_PASSWORD=… communique load --to neo4j://127.0.0.1:7687
"""


def load(
    context: typer.Context,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="FILE|ADDRESS",
            help="Embedded store, or neo4j://host:port; else COMMUNIQUE_STORE, else the "
            "workspace's.",
        ),
    ] = None,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Write the store anew, even a damaged one.")
    ] = False,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Bring a store up to date from the ledger.

    A second time writes nothing, and a load that was interrupted is gone on with.

    For Neo4j (5.26 or later, also bolt:// and, with a certificate, neo4j+s:// and bolt+s://), the
    password comes from COMMUNIQUE_NEO4J_PASSWORD or the file that COMMUNIQUE_NEO4J_PASSWORD_FILE
    names, user and database from COMMUNIQUE_NEO4J_USER (neo4j) and COMMUNIQUE_NEO4J_DATABASE.
    """
    workspace = Workspace.of(context, data, to)
    with workspace.ledger(), workspace.writing():
        with progress("resolving"):
            graph = workspace.updated("load").graph
        with progress("loading") as meter:
            report = workspace.load(graph, rebuild, meter)
    if as_json:
        say_json(report.as_dict() | {"writes": report.writes})
    else:
        say(f"{workspace.store}: {told(report)}")


def told(report: "LoadReport") -> str:
    """A load report as words."""
    if not report.writes:
        return f"up to date with {counted(report.facts.unchanged, 'fact')}"
    kinds = (("releases", report.releases), ("entities", report.entities), ("facts", report.facts))
    return ", ".join(
        f"{name} +{counts.added} ~{counts.changed} -{counts.removed}" for name, counts in kinds
    )
