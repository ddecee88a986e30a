"""Where ledger and store are, and what is done to both."""

import logging
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from communique.graph import KnowledgeGraph, LedgerError, StoreUnavailableError, WorkspaceBusyError
from communique.workspace.clock import now

if TYPE_CHECKING:
    from communique.builder import BuildReport, Extractor, Projection
    from communique.builder import Progress as Reading
    from communique.feeds import SkippedInput
    from communique.graph import Release
    from communique.ledger import Ledger
    from communique.loaders.neo4j.address import Login
    from communique.loaders.projection import LoadReport
    from communique.loaders.rdf import Making
    from communique.loaders.rdf.record.restoring import Restored
    from communique.loaders.store import Progress, Store
    from communique.queries.catalogue import Template

LEDGER = "ledger.sqlite"
"""Name of the ledger's file in a workspace."""

STORE = "store.kgl"
"""Name of the embedded store in a workspace."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Retraction:
    """What taking releases back did.

    Attributes:
        taken: Ids of the releases that were taken back.
        counting_again: Ids of those that count now in their place.
        store: What was written to the store.
    """

    taken: tuple[str, ...]
    counting_again: tuple[str, ...]
    store: "LoadReport"


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where ledger and store are.

    Attributes:
        folder: The workspace.
        store: File of the embedded store, or address of a Neo4j server.
        links: Table of what entities are elsewhere; None for ``links.csv`` of the folder, if any.
        login: Who asks a server; the user ``neo4j`` without password if None.
        tell: Told what a person should know though all goes on.
    """

    folder: Path
    store: str
    links: Path | None = None
    login: "Login | None" = None
    tell: Callable[[str], None] = _log.warning

    def ledger(self, *, create: bool = False, patience: float | None = None) -> "Ledger":
        """Open the ledger; use it in a with block.

        Args:
            create: Whether one is made where there is none.
            patience: Seconds to wait while another process writes; else those of the ledger.

        Raises:
            LedgerError: There is none, or it is not usable.
        """
        from communique.ledger import BUSY_SECONDS, Ledger

        seconds = BUSY_SECONDS if patience is None else patience
        return Ledger.open(self.folder / LEDGER, create=create, busy_seconds=seconds)

    @contextmanager
    def writing(self, *, wait: bool = True) -> "Iterator[None]":
        """Within the block no other command writes to the workspace; waits for one that does.

        Args:
            wait: Whether it waits.

        Raises:
            WorkspaceBusyError: Another command writes, and it is not to wait.
            LedgerError: The folder cannot be written.
        """
        from communique.ledger import locked

        def tell() -> None:
            if not wait:
                raise WorkspaceBusyError(
                    f"{self.folder}: another communique writes to this workspace; try again when "
                    "it has finished"
                )
            self.tell(
                f"{self.folder}: another communique writes to this workspace; waiting until it has "
                "finished (Ctrl-C stops waiting)"
            )

        with locked(self.folder / "ledger.lock", tell):
            yield

    def graph(self, ledger: "Ledger | None" = None) -> KnowledgeGraph:
        """What the ledger says, resolved, with the user's links.

        Args:
            ledger: The ledger of the workspace, if it is open already.

        Raises:
            LedgerError: The ledger cannot be read.
            LinksError: The table of links cannot.
        """
        from communique.builder import project

        with self.ledger() if ledger is None else nullcontext(ledger) as held:
            return self._linked(project(held), held)

    def making(self, licence: str | None = None) -> "Making":
        """How an export of the graph comes about, for its description.

        Raises:
            LedgerError: The ledger cannot be read.
            ValueError: The licence is no IRI.
        """
        from communique.loaders.rdf import Making

        with self.ledger() as ledger:
            extractors = ledger.extractors()
        software = f"communique {version('communique')}"
        return Making(None, licence, software, extractors)

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
            self.tell(f"{path}:{item.line}: no entity has the id {item.id!r}; left out")
        return linked

    def record(
        self,
        inputs: "Iterable[Release | SkippedInput]",
        extractor: "Extractor",
        progress: "Reading | None" = None,
    ) -> "BuildReport":
        """Read for statements what the ledger does not hold yet, and record it.

        Raises:
            LedgerError: The ledger cannot be written; what was recorded stays.
        """
        from communique.builder import build

        with self.ledger(create=True) as ledger:
            return build(inputs, extractor, ledger, progress)

    def restore(
        self, paths: "Iterable[str]", progress: "Callable[[int], None]" = lambda _: None
    ) -> "Restored":
        """Put what files of N-Quads hold of a ledger into the ledger.

        Raises:
            LedgerError: The ledger cannot be written; what was restored stays.
        """
        from communique.loaders.rdf.record.restoring import restore

        with self.ledger(create=True) as ledger:
            return restore(paths, ledger, progress)

    def questions(self, folder: Path | None = None) -> "dict[str, Template]":
        """The questions by name: those of the package, then those of a folder of one's own.

        A file that is no question is told and left out.

        Raises:
            UnreadableTemplatesError: The folder cannot be read.
        """
        from communique.queries.catalogue import catalogue, read_own

        known = catalogue()
        if folder is None:
            return known
        own = read_own(folder, known)
        for fault in own.faults:
            self.tell(f"{fault}; left out")
        return known | dict(own.templates)

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

    def retract(
        self, releases: Collection[str], editions: bool = False, progress: "Progress | None" = None
    ) -> "Retraction":
        """Take releases back, and bring the store up to date.

        Args:
            releases: Their identifiers; all are taken back or none.
            editions: Whether their other editions and copies are taken back too.
            progress: Told of rows written to the store.

        Raises:
            LedgerError: The ledger does not hold one of them, or cannot be written.
            StoreUnavailableError: The store cannot be written; the next load does it.
        """
        from communique.builder import Counting

        with self.ledger() as ledger, self.writing():
            # A misspelt one must not leave half of the others taken back.
            if unknown := sorted(set(releases) - ledger.release_digests().keys()):
                raise LedgerError(
                    f"the ledger holds no release {', '.join(unknown)}; nothing was taken"
                )
            counting = Counting.of(ledger)
            taken = counting.with_others(releases) if editions else set(releases)
            ledger.remove(*sorted(taken))
            projection = self.updated("retract")
            report = self.load(projection.graph, progress=progress)
        again = counting.replaced.keys() - taken - projection.counting.replaced.keys()
        return Retraction(tuple(sorted(taken)), tuple(sorted(again)), report)

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
            ValueError: The address is none.
        """
        from communique.loaders.opening import is_address, load_into
        from communique.workspace.names import keep_names

        done = load_into(self.store, graph, rebuild=rebuild, progress=progress, login=self.login)
        if not is_address(self.store):
            keep_names(Path(self.store), graph)
        return done

    @contextmanager
    def reading(self) -> "Iterator[Store]":
        """The store, open for reading within the block; see `opened`."""
        store = self.opened()
        try:
            yield store
        finally:
            store.close()

    def opened(self) -> "Store":
        """The store, open for reading; close it when done.

        Raises:
            StoreUnavailableError: There is none, or it is no store.
            ValueError: The address is none.
        """
        from communique.loaders.opening import is_address, open_store

        if not is_address(self.store) and not Path(self.store).exists():
            held = (self.folder / LEDGER).exists()
            do = "`communique load`" if held else "`communique build PATH…` first"
            raise StoreUnavailableError(f"{self.store}: there is no store here; run {do}")
        return open_store(self.store, read_only=True, login=self.login)
