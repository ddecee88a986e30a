"""The questions that can be asked: those of the package, and those of a folder of one's own."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.console import counted, fail, say, say_json, warn
from communique.cli.workspace import AsJson, settings_of

if TYPE_CHECKING:
    from communique.queries.catalogue import Template

CHECK_EPILOG = """\
communique query check questions/

communique query check questions/ --json
"""
WRONG = 2
"""Exit status if a file is wrong."""

OwnFolder = Annotated[
    Path | None,
    typer.Option(
        "--queries", metavar="DIR", help="Your own question files; else COMMUNIQUE_QUERIES."
    ),
]


def questions(
    context: typer.Context, folder: Path | None = None, *, quietly: bool = False
) -> "dict[str, Template]":
    """Every question by name; those of the package first, then one's own.

    What is wrong with files of one's own is told, and does not stop the others.

    Args:
        context: The command's, which has the settings.
        folder: One's own, if an option names one.
        quietly: Whether nothing is told.

    Raises:
        UnreadableTemplatesError: The folder is none or cannot be read.
    """
    from communique.queries.catalogue import catalogue, read_own

    known = catalogue()
    folder = settings_of(context).queries if folder is None else folder
    if folder is None:
        return known
    own = read_own(folder, known)
    for fault in () if quietly else own.faults:
        warn(f"{fault}; left out")
    return known | dict(own.templates)


def check(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder with question files.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Check the question files of a folder: heads, that they only read, and what they return.

    Each is also run on a small graph of nobody. Exit status 2 if a file is wrong.
    """
    from communique.queries.catalogue import catalogue, read_own
    from communique.queries.catalogue.trial import try_out

    own = read_own(folder, catalogue())
    tried = try_out(list(own.templates.values()))
    faults = [*own.faults, *(f"{folder / t.name}.cypher: {fault}" for t, fault in tried)]
    if as_json:
        say_json({"questions": sorted(own.templates), "faults": faults})
    else:
        say(counted(len(own.templates), "question"))
        for fault in faults:
            warn(fault)
    if faults:
        if not as_json:
            fail(f"{folder}: {counted(len(faults), 'fault')}")
        raise typer.Exit(WRONG)
