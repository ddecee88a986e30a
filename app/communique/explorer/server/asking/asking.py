"""The questions that can be asked, and what understands them in plain English."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from threading import Lock

from communique.explorer.server.snapshot import Snapshot
from communique.loaders.store import Store
from communique.queries.ask import Asker, Reply
from communique.queries.candidate import Candidate
from communique.queries.catalogue import ParameterKind, Template
from communique.queries.names import Names
from communique.workspace.workspace import Workspace


class Asking:
    """Keeps what takes seconds to make, for as long as the store is the same."""

    def __init__(self, workspace: Workspace, queries: Path | None) -> None:
        """Take a workspace and the folder of the user's own questions."""
        self._workspace, self._queries = workspace, queries
        self._reading, self._naming = Lock(), Lock()  # of names one has to wait for seconds
        self._templates: dict[str, Template] = {}
        self._names: tuple[str, Names] | None = None
        self._asker: tuple[tuple[str, Store, Mapping[str, Template]], Asker] | None = None

    def templates(self) -> Mapping[str, Template]:
        """The questions by name; those of one's own are read when first asked for.

        Raises:
            UnreadableTemplatesError: The folder of one's own cannot be read.
        """
        with self._reading:
            if not self._templates:
                self._templates = self._workspace.questions(self._queries)
            return self._templates

    def forget(self) -> None:
        """Read the questions again when they are asked for next."""
        with self._reading:
            self._templates = {}

    def names(self, snapshot: Snapshot) -> Names:
        """The names of a snapshot's entities, as people type them."""
        with self._naming:
            if self._names is None or self._names[0] != snapshot.version:
                self._names = snapshot.version, Names(_candidates(snapshot))
            return self._names[1]

    def names_for(self, template: Template, snapshot: Snapshot) -> Names | None:
        """The names that answering a question needs; None where it asks for no entity."""
        wanted = any(one.kind is ParameterKind.ENTITY for one in template.parameters)
        return self.names(snapshot) if wanted else None

    def understand(self, store: Store, snapshot: Snapshot, question: str, today: date) -> Reply:
        """What a question in plain English is taken for.

        Args:
            store: An open store.
            snapshot: What was read of that store, as `Explorer.reading` gives both.
            question: In plain English.
            today: Day from which "last week" counts.

        Raises:
            UnreadableTemplatesError: The folder of one's own questions cannot be read.
            StoreUnavailableError: The store is gone.
        """
        templates, names = self.templates(), self.names(snapshot)
        with self._naming:
            # a store that was loaded anew with the same facts has the version of the one before
            if self._asker is None or self._asker[0] != (snapshot.version, store, templates):
                made_of = snapshot.version, store, templates
                self._asker = made_of, Asker(store, templates, names)
            asker = self._asker[1]
        return asker.ask(question, today)


def _candidates(snapshot: Snapshot) -> Iterator[tuple[Candidate, tuple[str, ...], str | None]]:
    held = snapshot.entities
    for number, id_ in enumerate(held.ids):
        facts = int(held.facts[number])
        candidate = Candidate(id_, held.names[number], snapshot.type_of(number), facts)
        yield candidate, held.aliases[number], held.iso3[number]
