"""``communique releases``: what the ledger holds."""

from typing import TYPE_CHECKING, Any

import typer

from communique.cli.console import counted, say, say_json, say_table
from communique.cli.record.editions import STANDINGS, replaced_told, standing
from communique.cli.workspace import AsJson, Data, Workspace

if TYPE_CHECKING:
    from communique.editions import Replacement
    from communique.graph import Particulars

EPILOG = """\
communique releases

communique releases --json | jq -r '.[].id'

communique releases --json | jq '.[] | select(.standing != "counts")'
"""


def releases(context: typer.Context, data: Data = None, as_json: AsJson = False) -> None:
    """List the releases that the ledger holds, and which of them count.

    A changed release (same URL, or same title, source and day) supersedes its earlier edition; of
    what several wires forwarded the fullest text counts, with all their names. The others stay in
    the ledger: without the one that counts, the next does. The reason is in the JSON.
    """
    from communique.builder import Counting

    with Workspace.of(context, data).ledger() as ledger, ledger.snapshot():
        statements = {id_: len(found) for id_, found in ledger.statements_by_release()}
        held = list(ledger.particulars())
        counting = Counting.of(ledger)
    if as_json:
        say_json(
            [_plain(release, statements, counting.replaced.get(release.id)) for release in held]
        )
        return
    say_table(
        ("release", "source", "published", "statements", "title", "standing"),
        (
            (
                r.id,
                r.source,
                r.published or "",
                str(statements[r.id]),
                r.title + " …" * r.truncated,
                standing(counting.replaced.get(r.id)),
            )
            for r in held
        ),
    )
    say(f"{counted(len(held), 'release')}, {counted(sum(statements.values()), 'statement')}")
    if counting.replaced:
        say(replaced_told(counting))


def _plain(
    release: "Particulars", statements: dict[str, int], replacement: "Replacement | None"
) -> dict[str, Any]:
    return {
        "id": release.id,
        "title": release.title,
        "source": release.source,
        "published": release.published,
        "url": release.url,
        "truncated": release.truncated,
        "sha256": release.sha256,
        "statements": statements[release.id],
        "standing": STANDINGS[replacement.kinship] if replacement else "counts",
        "by": replacement.by if replacement else None,
        "reason": replacement.reason if replacement else None,
    }
