"""``communique explore``: the graph in a browser on this machine."""

import sys
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from communique.cli.console import note, say
from communique.cli.settings import has_display
from communique.cli.workspace import Data, StoreFile, Workspace, settings_of

EPILOG = """\
communique explore

communique explore --port 8765 --no-open

communique explore --store neo4j://localhost:7687
"""


def explore(
    context: typer.Context,
    *,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Where to listen; 0 for any free port.")
    ] = 0,
    browser: Annotated[
        bool, typer.Option("--open/--no-open", help="Whether to open a browser.")
    ] = True,
    allow_cypher: Annotated[
        bool, typer.Option("--allow-cypher", help="Let the page ask in Cypher, reading only.")
    ] = False,
    queries: Annotated[
        Path | None,
        typer.Option("--queries", metavar="DIR", help="Your questions; else COMMUNIQUE_QUERIES."),
    ] = None,
    data: Data = None,
    store: StoreFile = None,
) -> None:
    """Explore the graph in a browser: networks, timelines, maps, tables, and every sentence.

    Only this machine is listened to, and only a browser that has the printed address is answered.
    Nothing is fetched from elsewhere. Ctrl-C stops it.
    """
    from communique.explorer.server.context import Explorer, Options
    from communique.explorer.server.entrance import Entrance
    from communique.explorer.server.serving import Addresses, listening, serve

    settings = settings_of(context)
    options = Options(allow_cypher, queries or settings.queries, settings.author)
    workspace = Workspace.of(context, data, store)

    def started(addresses: Addresses) -> None:
        say(addresses.printed)
        sys.stdout.flush()  # who starts it from a program reads the address from a pipe
        if browser and has_display():
            webbrowser.open(addresses.once)

    with listening(port) as listener:  # before the store is read, which may take a while
        note(f"Reading {workspace.store}; the address comes when that is done.")
        serve(Explorer(workspace, options), Entrance(), listener, started)
