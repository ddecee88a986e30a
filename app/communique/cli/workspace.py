"""The workspace of a command: the folder that holds ledger and store."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Self

import typer

from communique.cli.console import warn
from communique.cli.settings import Settings, now
from communique.graph import KnowledgeGraph, LedgerError, StoreUnavailableError

if TYPE_CHECKING:
    from communique.builder import Projection
    from communique.ledger import Ledger
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
    typer.Option("--store", metavar="FILE", help="Embedded store; else the workspace's."),
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
        store: File of the embedded store.
        links: Table of what entities are elsewhere; None for ``links.csv`` of the folder, if any.
    """

    folder: Path
    store: Path
    links: Path | None = None

    @classmethod
    def of(cls, context: typer.Context, data: Path | None, store: str | None = None) -> Self:
        """The workspace that option, environment or settings file name.

        Raises:
            BadParameter: The store is an address; only files are stores so far.
        """
        folder = settings_of(context).data if data is None else data
        if store is not None and "://" in store:
            raise typer.BadParameter(f"{store}: only a file can be a store in this version")
        file = folder / "store.kgl" if store is None else Path(store)
        return cls(folder, file, settings_of(context).links)

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
        """
        from communique.loaders.embedded import EmbeddedStore
        from communique.loaders.embedded import rebuild as write_anew
        from communique.loaders.projection import load

        if rebuild:
            return write_anew(self.store, graph, progress)
        store = EmbeddedStore(self.store)
        try:
            return load(graph, store, progress)
        finally:
            store.close()

    @contextmanager
    def reading(self) -> "Iterator[Store]":
        """The store, open for reading within the block.

        Raises:
            StoreUnavailableError: There is none, or it is no store.
        """
        from communique.loaders.embedded import EmbeddedStore

        if not self.store.exists():
            held = (self.folder / LEDGER).exists()
            do = "communique load" if held else "communique build PATH… first"
            raise StoreUnavailableError(f"{self.store}: there is no store here; run `{do}`")
        store = EmbeddedStore(self.store, read_only=True)
        try:
            yield store
        finally:
            store.close()
