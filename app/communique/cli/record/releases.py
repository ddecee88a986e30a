"""``communique releases``: what the ledger holds."""

import typer

from communique.cli.console import counted, say, say_json, say_table
from communique.cli.workspace import AsJson, Data, Workspace

EPILOG = """\
communique releases

communique releases --json | jq -r '.[].id'
"""


def releases(context: typer.Context, data: Data = None, as_json: AsJson = False) -> None:
    """List the releases that the ledger holds."""
    with Workspace.of(context, data).ledger() as ledger, ledger.snapshot():
        statements = {id_: len(found) for id_, found in ledger.statements_by_release()}
        held = list(ledger.releases())
    if as_json:
        say_json(
            [
                {
                    "id": release.id,
                    "title": release.title,
                    "source": release.source,
                    "published": release.published,
                    "url": release.url,
                    "truncated": release.truncated,
                    "sha256": release.sha256,
                    "statements": statements[release.id],
                }
                for release in held
            ]
        )
        return
    say_table(
        ("release", "source", "published", "statements", "title"),
        (
            (r.id, r.source, r.published or "", str(statements[r.id]), r.title + " …" * r.truncated)
            for r in held
        ),
    )
    say(f"{counted(len(held), 'release')}, {counted(sum(statements.values()), 'statement')}")
