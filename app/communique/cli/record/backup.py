"""``communique backup``: a verified copy of the ledger."""

from pathlib import Path
from typing import Annotated

import typer

from communique.cli.console import progress, say
from communique.cli.workspace import Data, Workspace

EPILOG = """\
communique backup ledger-2024-05-03.sqlite

To restore, in a folder of its own or in place of the old ledger:

rm -f communique-data/ledger.sqlite*

cp ledger-2024-05-03.sqlite communique-data/ledger.sqlite

communique load
"""


def backup(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the copy goes.")],
    force: Annotated[bool, typer.Option("--force", help="Overwrite a file of that name.")] = False,
    data: Data = None,
) -> None:
    """Copy the ledger to a file, and check the copy.

    The ledger is the record: releases, statements, judgements and journal; stores are made from it
    again. The copy is taken at one moment even while a build runs, and gets its name only when
    every quote in it was found again. To restore it, copy it back.
    """
    with Workspace.of(context, data).ledger() as ledger, progress("copying and checking"):
        ledger.back_up(file, overwrite=force)
    say(f"{file}: the ledger as it is now, every quote found again")
