"""``communique retract``: take releases back."""

from typing import Annotated

import typer

from communique.cli.console import progress, say
from communique.cli.record.load import told
from communique.cli.workspace import Data, StoreFile, Workspace
from communique.graph import LedgerError

EPILOG = """\
communique releases

communique retract nato-leaders-meet-in-tallinn-1f2e3d4c
"""


def retract(
    context: typer.Context,
    releases: Annotated[
        list[str],
        typer.Argument(metavar="RELEASE…", help="Identifiers, as `communique releases` shows."),
    ],
    data: Data = None,
    store: StoreFile = None,
) -> None:
    """Take releases back.

    What other releases support too stays; what only they support leaves ledger and store. An
    earlier edition or another copy of one, if the ledger has it, counts again.
    """
    from communique.builder import Counting

    workspace = Workspace.of(context, data, store)
    with workspace.ledger() as ledger, workspace.writing():
        # A misspelt one must not leave half of the others taken back.
        unknown = sorted(set(releases) - ledger.release_digests().keys())
        if unknown:
            raise LedgerError(
                f"the ledger holds no release {', '.join(unknown)}; nothing was taken"
            )
        replaced = Counting.of(ledger).replaced.keys()
        ledger.remove(*releases)
        projection = workspace.updated("retract")
        with progress("loading") as meter:
            report = workspace.load(projection.graph, progress=meter)
    say(f"{len(set(releases))} taken back; {told(report)}")
    for id_ in sorted(replaced - set(releases) - projection.counting.replaced.keys()):
        say(f"{id_} counts again")
