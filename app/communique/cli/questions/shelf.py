"""The questions that can be asked: those of the package, and those of a folder of one's own."""

import shlex
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.console import counted, fail, say, say_json, warn
from communique.cli.workspace import AsJson, settings_of

if TYPE_CHECKING:
    from communique.queries.catalogue import Template
    from communique.queries.catalogue.own import OwnTemplates

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


class Telling(StrEnum):
    """What is told of faults in files of one's own."""

    ALL = "all"
    COUNT = "count"
    NOTHING = "nothing"


def questions(
    context: typer.Context,
    folder: Path | None = None,
    telling: Telling = Telling.COUNT,
    asked: str = "",
) -> "dict[str, Template]":
    """Every question by name; those of the package first, then one's own.

    What is wrong with files of one's own is told, and does not stop the others.

    Args:
        context: The command's, which has the settings.
        folder: One's own, if an option names one.
        telling: Whether each fault is told, or how many files have any.
        asked: Name of the question that is wanted, whose faults are told in any case.

    Raises:
        UnreadableTemplatesError: The folder is none or cannot be read.
    """
    from communique.queries.catalogue import catalogue, read_own

    known = catalogue()
    folder = settings_of(context).queries if folder is None else folder
    if folder is None:
        return known
    own = read_own(folder, known)
    if telling is not Telling.NOTHING:
        _tell(own, folder, asked, every=telling is Telling.ALL)
    return known | dict(own.templates)


def options_again(queries: Path | None, data: Path | None = None, store: str | None = None) -> str:
    """The options that say where questions and graph are, as one types them after a command.

    A command that is shown finds the same only with those that the command line had.
    """
    given = {"--queries": queries, "--data": data, "--store": store}
    return "".join(
        f" {option} {shlex.quote(str(value))}" for option, value in given.items() if value
    )


def _tell(own: "OwnTemplates", folder: Path, asked: str, *, every: bool) -> None:
    for fault in own.faults if every else own.faulty.get(asked, ()):
        warn(f"{fault}; left out")
    others = 0 if every else len(own.faulty.keys() - {asked})
    if others:
        them = f"{counted(others, 'file')} {'has' if others == 1 else 'have'} faults"
        warn(f"{folder}: {them}; left out (communique query check {folder})")


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
    tried = list(try_out(list(own.templates.values())))
    faults = [*own.faults, *(f"{folder / t.name}.cypher: {fault}" for t, fault in tried)]
    if as_json:
        say_json({"questions": sorted(own.templates), "faults": faults})
    else:
        wrong = {template.name for template, _ in tried}
        for name in (name for name in own.templates if name not in wrong):
            say(f"{folder / name}.cypher: in order")
        say(counted(len(own.templates), "question"))
        for fault in faults:
            warn(fault)
    if faults:
        if not as_json:
            fail(f"{folder}: {counted(len(faults), 'fault')}")
        raise typer.Exit(WRONG)
