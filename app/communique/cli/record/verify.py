"""``communique verify``: find every quote again."""

import typer

from communique.cli.console import counted, fail, say, say_json
from communique.cli.record.editions import replaced_plainly, replaced_told
from communique.cli.workspace import AsJson, Data, Workspace

EPILOG = """\
communique verify

communique verify --json
"""
MISMATCH = 1
"""Exit status if anything is not as it was recorded."""


def verify(context: typer.Context, data: Data = None, as_json: AsJson = False) -> None:
    """Find every quote again in its release.

    Checks each quote at its offsets and each digest, and fails on one changed byte; also of the
    releases that do not count, because a later edition or a copy does.
    """
    from communique.builder import Counting

    with Workspace.of(context, data).ledger() as ledger:
        mismatches = list(ledger.mismatches())
        # Damaged rows cannot be counted on, nor counted.
        totals = ledger.totals() if not mismatches else None
        counting = Counting.of(ledger) if not mismatches else None
    if as_json:
        say_json(
            {
                "quotes": totals.evidence if totals else None,
                "editions": replaced_plainly(counting) if counting else None,
                "mismatches": [
                    {"release": m.release, "reason": m.reason, "start": m.start, "end": m.end}
                    for m in mismatches
                ],
            }
        )
    elif totals:
        quotes, releases = counted(totals.evidence, "quote"), counted(totals.releases, "release")
        verb = "is where it was" if totals.evidence == 1 else "are where they were"
        say(f"{quotes} of {releases} {verb} read")
        if counting and counting.replaced:
            say(f"among them {replaced_told(counting)}")
    for mismatch in () if as_json else mismatches:
        place = "" if mismatch.start is None else f" at {mismatch.start}..{mismatch.end}"
        fail(f"{mismatch.release or 'ledger'}{place}: {mismatch.reason}")
    if mismatches:
        if not as_json:
            releases = counted(len({m.release for m in mismatches if m.release}), "release")
            say(f"{counted(len(mismatches), 'mismatch')} in {releases}")
        raise typer.Exit(MISMATCH)
