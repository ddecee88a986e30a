"""``communique retract``: take releases back."""

from typing import Annotated

import typer

from communique.cli.console import progress, say, say_json
from communique.cli.record.load import told
from communique.cli.workspace import AsJson, Data, StoreFile, Workspace

EPILOG = """\
communique releases

communique retract nato-leaders-meet-in-tallinn-1f2e3d4c

communique retract --editions nato-leaders-meet-in-tallinn-1f2e3d4c
"""


def retract(
    context: typer.Context,
    releases: Annotated[
        list[str],
        typer.Argument(metavar="RELEASE…", help="Identifiers, as `communique releases` shows."),
    ],
    *,
    editions: Annotated[
        bool, typer.Option("--editions", help="Take back their other editions and copies too.")
    ] = False,
    data: Data = None,
    store: StoreFile = None,
    as_json: AsJson = False,
) -> None:
    """Take releases back.

    What other releases support too stays; what only they support leaves ledger and store. An
    earlier edition or another copy of one, if the ledger has it, counts again; with --editions
    these are taken back with it. A release that a feed still has comes again with the next build
    of that feed, which says so.
    """
    workspace = Workspace.of(context, data, store)
    with progress("loading") as meter:
        done = workspace.retract(releases, editions, meter)
    report = done.store
    if as_json:
        counts = report.as_dict() | {"writes": report.writes}
        say_json({"taken": done.taken, "counting_again": done.counting_again, "store": counts})
        return
    say(f"{len(done.taken)} taken back; {told(report)}")
    for id_ in done.counting_again:
        say(f"{id_} counts again")
