"""``communique push``: bring a SPARQL server up to date."""

from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.console import counted, progress, say, say_json, warn
from communique.cli.settings import push_settings
from communique.cli.workspace import AsJson, Data, Workspace, settings_of
from communique.cli.wrong_use import WrongUseError
from communique.loaders.sparql.target import Route

if TYPE_CHECKING:
    from communique.loaders.sparql.push import PushReport
    from communique.workspace.push import Target

EPILOG = """\
COMMUNIQUE_PUSH_USER=… COMMUNIQUE_PUSH_PASSWORD=… communique push http://127.0.0.1:3030/communique/data

communique push http://127.0.0.1:7878/store --dry-run

communique push https://sparql.example.org/update --by update --base https://data.example.org/
"""


def push(
    context: typer.Context,
    to: Annotated[
        str | None,
        typer.Argument(metavar="URL", help="The endpoint; else COMMUNIQUE_PUSH_URL."),
    ] = None,
    *,
    by: Annotated[
        Route, typer.Option("--by", help="What the URL is: a Graph Store, or SPARQL Update.")
    ] = Route.GRAPH_STORE,
    base: Annotated[
        str | None,
        typer.Option(
            "--base",
            metavar="IRI",
            help="Where IRIs begin, with / or # at the end; else COMMUNIQUE_BASE.",
        ),
    ] = None,
    no_evidence_text: Annotated[
        bool,
        typer.Option("--no-evidence-text", help="Offsets of quotes without their words."),
    ] = False,
    licence: Annotated[
        str | None,
        typer.Option("--licence", metavar="IRI", help="Of the licence; else COMMUNIQUE_LICENCE."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Send nothing; say what would be sent.")
    ] = False,
    anew: Annotated[bool, typer.Option("--all", help="Send every graph, changed or not.")] = False,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Bring a SPARQL server up to date with the graph.

    Each release is a named graph. Only graphs that have changed since the
    last push to this URL are sent, and those of releases that are gone are
    deleted; other graphs of the server stay as they are. A push that was
    broken off is gone on with.

    The login comes from COMMUNIQUE_PUSH_USER and COMMUNIQUE_PUSH_PASSWORD,
    or COMMUNIQUE_PUSH_TOKEN (also …_FILE, for a file that has it);
    COMMUNIQUE_PUSH_AUTH is basic, digest or bearer.
    """
    from communique.workspace.push import push as send

    target = target_of(
        context, to, by, base=base, evidence_text=not no_evidence_text, licence=licence
    )
    workspace = Workspace.of(context, data)
    with progress("resolving"):
        graph = workspace.graph()
    with progress("pushing") as meter:
        report = send(
            workspace,
            graph,
            target,
            anew=anew,
            dry_run=dry_run,
            progress=meter,
        )
    if as_json:
        say_json(report.as_dict() | {"writes": report.writes})
    else:
        say(f"{target.address}: {told(report, dry_run)}")


def target_of(
    context: typer.Context,
    to: str | None,
    by: Route,
    *,
    base: str | None = None,
    evidence_text: bool = True,
    licence: str | None = None,
) -> "Target":
    """The target that options, environment and settings file name.

    Raises:
        WrongUseError: They name none.
        SettingsError: How to log in to it cannot be read.
    """
    from communique.workspace.push import Target

    settings = settings_of(context)
    try:
        target = Target.of(
            push_settings(),
            to,
            by,
            base=base or settings.base,
            evidence_text=evidence_text,
            licence=licence or settings.licence,
        )
    except ValueError as error:
        raise WrongUseError(str(error)) from error
    if target.shows_secret:
        warn(f"{target.address}: password, token and graph go there unencrypted; use https://")
    return target


def told(report: "PushReport", dry_run: bool = False) -> str:
    """A push report as words."""
    releases = report.releases
    if not report.writes:
        return f"up to date with {counted(releases.unchanged, 'release')}"
    others = report.others.added + report.others.changed
    beside = f", and {counted(others, 'graph')} of entities and description" if others else ""
    counts = f"+{releases.added} ~{releases.changed} -{releases.removed}"
    return f"{'would send ' if dry_run else ''}releases {counts}{beside} ({report.triples} triples)"
