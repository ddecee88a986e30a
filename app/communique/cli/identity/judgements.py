"""Judgements as data: listed, taken back, written to a file and read from one."""

import json
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from communique.cli.console import counted, progress, say, say_json, say_table, warn
from communique.cli.identity.sides import AT
from communique.cli.record.load import told
from communique.cli.workspace import AsJson, Data, StoreFile, Workspace
from communique.cli.wrong_use import WrongUseError
from communique.graph import Judgement, Side
from communique.workspace.destination import destination


def bring_up(workspace: Workspace) -> None:
    """Bring the store up to date with what was judged, and say what that changed."""
    with workspace.writing(), progress("loading") as meter:
        report = workspace.load(workspace.updated("review").graph, progress=meter)
    say(f"{workspace.store}: {told(report)}")


def list_judgements(context: typer.Context, data: Data = None, as_json: AsJson = False) -> None:
    """List what was judged, each with the key by which `undo` takes it back."""
    with Workspace.of(context, data).ledger() as ledger:
        held = ledger.judgements.all()
    if as_json:
        say_json([{"key": judgement.key} | judgement.as_dict() for judgement in held])
        return
    say_table(
        ("key", "ruling", "one", "other", "reason", "author", "day"),
        (
            (j.key, j.ruling, _place(j.one), _place(j.other), j.reason, j.author, j.day)
            for j in held
        ),
    )
    say(counted(len(held), "judgement"))


def say_replaced(replaced: Sequence[Judgement]) -> None:
    """Warn of earlier judgements that new ones have overruled."""
    for old in replaced:
        reason = f": {old.reason}" if old.reason else ""
        who = f" by {old.author}" if old.author else ""
        warn(f"overruled {old.ruling}{who}, {_place(old.one)} and {_place(old.other)}{reason}")


def undo(
    context: typer.Context,
    keys: Annotated[list[str], typer.Argument(metavar="KEY…", help="As `judgements` shows.")],
    data: Data = None,
    store: StoreFile = None,
) -> None:
    """Take judgements back; the rules decide again."""
    workspace = Workspace.of(context, data, store)
    with workspace.ledger() as ledger, workspace.writing():
        taken = ledger.judgements.withdraw(keys)
    say(f"{counted(taken, 'judgement')} taken back")
    bring_up(workspace)


def export_judgements(
    context: typer.Context,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Else standard output.")
    ] = None,
    data: Data = None,
) -> None:
    """Write what was judged as JSON Lines, which people can read and `import` takes back."""
    with Workspace.of(context, data).ledger() as ledger:
        held = ledger.judgements.all()
    with destination(output) as out:
        for judgement in held:
            line = json.dumps(judgement.as_dict(), ensure_ascii=False)
            out.write(f"{line}\n".encode())
    if output is not None:
        say(f"{output}: {counted(len(held), 'judgement')}")


def import_judgements(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="As `export` writes it.")],
    data: Data = None,
    store: StoreFile = None,
) -> None:
    """Take judgements from a file, all or none; those that the ledger holds change nothing."""
    found = list(read_judgements(file))
    workspace = Workspace.of(context, data, store)
    with workspace.ledger() as ledger, workspace.writing():
        added = ledger.judgements.add(found)
        known = ledger.release_digests().keys()
    say(f"{counted(added.written, 'judgement')} taken of {len(found)}")
    say_replaced(added.replaced)
    silent = sum(not (_stands(j.one, known) and _stands(j.other, known)) for j in found)
    if silent:
        say(f"{silent} of releases that the ledger does not hold; they count when these come")
    if added.written:
        bring_up(workspace)


COMMANDS = (
    (list_judgements, "judgements", "communique review judgements"),
    (undo, "undo", "communique review undo 5f2c9a01b7de"),
    (export_judgements, "export", "communique review export -o judgements.jsonl"),
    (import_judgements, "import", "communique review import judgements.jsonl"),
)
"""Each command with its name and its example."""


def _stands(side: Side, releases: Collection[str]) -> bool:
    return any(anchor.release in releases for anchor in side.anchors)


def _place(side: Side) -> str:
    """A side with the first of the releases where it stands, to tell namesakes apart."""
    more = f" +{len(side.anchors) - 1}" if len(side.anchors) > 1 else ""
    return f"{side.name}{AT}{side.anchors[0].release}{more}"


def read_judgements(file: Path) -> Iterator[Judgement]:
    """Yield the judgements of a file, in order.

    Raises:
        WrongUseError: The file cannot be read, or a line of it is wrong.
    """
    try:
        # not splitlines: JSON leaves other line ends than the line feed as they are in texts
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise WrongUseError(f"{file}: cannot be read: {reason}") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _judgement(line, f"{file}:{number}")


def _judgement(line: str, where: str) -> Judgement:
    try:
        content = json.loads(line)
        if not isinstance(content, dict):
            raise ValueError("a judgement is a JSON object")
        json.dumps(content, ensure_ascii=False).encode()
        return Judgement.of(content)
    except UnicodeEncodeError as error:
        reason = "it holds half of a surrogate pair, which is no character"
        raise WrongUseError(f"{where}: {reason}; nothing was taken") from error
    except RecursionError as error:
        raise WrongUseError(f"{where}: it is nested too deep; nothing was taken") from error
    except ValueError as error:
        raise WrongUseError(f"{where}: {error}; nothing was taken") from error
