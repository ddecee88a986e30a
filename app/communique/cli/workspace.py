"""The workspace of a command: the folder that holds ledger and store."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Self

import typer

from communique.cli.console import warn
from communique.cli.settings import Settings, neo4j_settings
from communique.cli.wrong_use import WrongUseError
from communique.workspace import workspace
from communique.workspace.workspace import STORE

if TYPE_CHECKING:
    from communique.loaders.neo4j.address import Login

Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        metavar="DIR",
        help="Workspace with ledger and store; else COMMUNIQUE_DATA, else communique-data.",
    ),
]
StoreFile = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="FILE|ADDRESS",
        help="Embedded store, or neo4j://host:port; else COMMUNIQUE_STORE, else the workspace's.",
    ),
]
Issuer = Annotated[
    str | None,
    typer.Option("--source", metavar="NAME", help="Issuer of releases that name none."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
PatternFolder = Annotated[
    Path | None,
    typer.Option(
        "--patterns", metavar="DIR", help="Your own pattern files; else COMMUNIQUE_PATTERNS."
    ),
]


def settings_of(context: typer.Context) -> Settings:
    """The settings that the application has read; the defaults for a command run by itself."""
    return context.obj if isinstance(context.obj, Settings) else Settings()


def pattern_folder(context: typer.Context, given: Path | None) -> Path | None:
    """The folder of pattern files that option, environment or settings file name."""
    return settings_of(context).patterns if given is None else given


class Workspace(workspace.Workspace):
    """The workspace that options, environment and settings file name."""

    __slots__ = ()

    @classmethod
    def of(cls, context: typer.Context, data: Path | None, store: str | None = None) -> Self:
        """The workspace that option, environment or settings file name.

        Raises:
            WrongUseError: The store has an address that is none.
            SettingsError: How to log in to it cannot be read.
        """
        settings = settings_of(context)
        folder = settings.data if data is None else data
        where = store or settings.store or str(folder / STORE)
        return cls(folder, where, settings.links, _login(where), warn)


def _login(where: str) -> "Login | None":
    """Who asks a server; None for a file, so that nothing is read that is not needed."""
    from communique.loaders.opening import is_address

    if not is_address(where):
        return None
    from communique.loaders.neo4j.address import Login, checked_address

    try:
        checked_address(where)
    except ValueError as error:
        raise WrongUseError(str(error)) from error
    return Login(**neo4j_settings())
