"""The workspace of a command: the folder that holds ledger and store."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Self

import typer

from communique.cli.console import warn
from communique.cli.settings import Settings, neo4j_settings, now
from communique.cli.wrong_use import WrongUseError
from communique.graph import KnowledgeGraph, LedgerError, StoreUnavailableError

if TYPE_CHECKING:
    from communique.builder import Projection
    from communique.ledger import Ledger
    from communique.loaders.neo4j.address import Login
    from communique.loaders.projection import LoadReport
    from communique.loaders.store import Progress, Store

LEDGER = "ledger.sqlite"
"""Name of the ledger's file in a workspace."""

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


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where ledger and store are.

    Attributes:
        folder: The workspace.
        store: File of the embedded store, or address of a Neo4j server.
        links: Table of what entities are elsewhere; None for ``links.csv`` of the folder, if any.
    """

    folder: Path
    store: str
    links: Path | None = None

    @classmethod
    def of(cls, context: typer.Context, data: Path | None, store: str | None = None) -> Self:
        """The workspace that option, environment or settings file name."""
        settings = settings_of(context)
        folder = settings.data if data is None else data
        where = store or settings.store or str(folder / "store.kgl")
        return cls(folder, where, settings.links)

    def ledger(self, *, create: bool = False) -> "Ledger":
        """Open the ledger; use it in a with block.

        Raises:
            LedgerError: There is none, or it is not usable.
        """
        from communique.ledger import Ledger

        return Ledger.open(self.folder / LEDGER, create=create)

    @contextmanager
    def writing(self) -> "Iterator[None]":
        """Within the block no other command writes to the workspace; waits for one that does.

        Raises:
            LedgerError: The folder cannot be written.
        """
        from communique.ledger import locked

        def tell() -> None:
            warn(
                f"{self.folder}: another communique writes to this workspace; waiting until it has "
                "finished (Ctrl-C stops waiting)"
            )

        with locked(self.folder / "ledger.lock", tell):
            yield

    def graph(self) -> KnowledgeGraph:
        """What the ledger says, resolved, with the user's links.

        Raises:
            LedgerError: The ledger cannot be read.
            LinksError: The table of links cannot.
        """
        from communique.builder import project

        with self.ledger() as ledger:
            return self._linked(project(ledger), ledger)

    def _linked(self, graph: KnowledgeGraph, ledger: "Ledger") -> KnowledgeGraph:
        from communique.builder import read_links, with_links

        beside = self.folder / "links.csv"
        path = self.links or (beside if beside.is_file() else None)
        if path is None:
            return graph
        linked, unknown = with_links(
            graph, read_links(path), lambda id_: ledger.given_ids.current(id_) or id_
        )
        for item in unknown:
            warn(f"{path}:{item.line}: no entity has the id {item.id!r}; left out")
        return linked

    def updated(self, command: str) -> "Projection":
        """What the ledger says, resolved; what that changes is noted in its journal.

        Args:
            command: What changed the ledger.
        """
        from communique.builder import note_run, project_with_decisions

        with self.ledger() as ledger:
            projection = project_with_decisions(ledger)
            note_run(ledger, projection, command, now())
        return projection

    def current_id(self, text: str) -> str:
        """Today's id of what had this id in an earlier graph; any other text as it is."""
        try:
            with self.ledger() as ledger:
                return ledger.given_ids.current(text) or text
        except LedgerError:  # a store can be asked without a ledger beside it
            return text

    def returned(self) -> list[str]:
        """Ids of releases that `retract` had taken back and the last run has brought again."""
        with self.ledger() as ledger:
            return ledger.journal.returned("retract")

    def load(
        self, graph: KnowledgeGraph, rebuild: bool = False, progress: "Progress | None" = None
    ) -> "LoadReport":
        """Bring the store up to date, or write it anew.

        Raises:
            StoreUnavailableError: It cannot be written; the ledger is untouched.
            WrongUseError: The address is none.
        """
        from communique.loaders.opening import load_into

        try:
            return load_into(
                self.store, graph, rebuild=rebuild, progress=progress, login=self._login()
            )
        except ValueError as error:
            raise WrongUseError(str(error)) from error

    @contextmanager
    def reading(self) -> "Iterator[Store]":
        """The store, open for reading within the block.

        Raises:
            StoreUnavailableError: There is none, or it is no store.
            WrongUseError: The address is none.
        """
        from communique.loaders.opening import is_address, open_store

        if not is_address(self.store) and not Path(self.store).exists():
            held = (self.folder / LEDGER).exists()
            do = "communique load" if held else "communique build PATH… first"
            raise StoreUnavailableError(f"{self.store}: there is no store here; run `{do}`")
        try:
            store = open_store(self.store, read_only=True, login=self._login())
        except ValueError as error:
            raise WrongUseError(str(error)) from error
        try:
            yield store
        finally:
            store.close()

    def _login(self) -> "Login | None":
        """Who asks a server; None for a file, so that nothing is read that is not needed."""
        from communique.loaders.opening import is_address

        if not is_address(self.store):
            return None
        from communique.loaders.neo4j.address import Login

        return Login(**neo4j_settings())
