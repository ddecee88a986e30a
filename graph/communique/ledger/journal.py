"""The journal: what each run changed in the graph, and ids that entities once had.

Kept beside the record for people who come back. Nothing that is resolved or merged depends on it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Any, TypeAlias

from communique.ledger.file import Database

State: TypeAlias = Mapping[str, Any]
"""What the graph says of an item, as JSON can hold it."""


class Kind(StrEnum):
    """What an item of the graph is."""

    RELEASE = "release"
    ENTITY = "entity"
    FACT = "fact"


Item: TypeAlias = tuple[Kind, str]
"""Kind and id of something in the graph; a fact's id is its key."""


@dataclass(frozen=True, slots=True)
class Run:
    """A command that changed the graph.

    Attributes:
        number: Counts up from 1.
        command: Its name.
        finished: When, as ISO 8601 in UTC.
        changes: Number of items it added, changed or removed.
    """

    number: int
    command: str
    finished: str
    changes: int


@dataclass(frozen=True, slots=True)
class ItemChange:
    """What became of an item.

    Attributes:
        kind: What it is.
        id: Its id.
        before: What the graph said of it before, None if it was not there.
        after: What it says since, None if it is gone.
    """

    kind: Kind
    id: str
    before: State | None
    after: State | None


class Journal:
    """The runs of a ledger."""

    def __init__(self, database: Database) -> None:
        """Take the open file."""
        self._database = database

    def note(self, command: str, finished: str, items: Iterable[tuple[Item, State]]) -> Run | None:
        """Note what differs from the last run; None, and nothing written, if nothing does.

        A run that was killed before it came here is caught up by the next.

        Args:
            command: What changed the graph.
            finished: Now, as ISO 8601 in UTC.
            items: All that the graph holds, each once.
        """
        held = self._held()
        states = {item: _text(state) for item, state in items}
        changes: list[tuple[str, str, str | None]] = [
            (*item, state) for item, state in sorted(states.items()) if held.get(item) != state
        ]
        changes += [(*item, None) for item in sorted(held.keys() - states.keys())]
        if not changes:
            return None
        with self._database.writing() as connection:
            query = "INSERT INTO run (command, finished) VALUES (?, ?)"
            number = connection.execute(query, (command, finished)).lastrowid or 0
            connection.executemany(
                "INSERT INTO change (kind, id, state, run) VALUES (?, ?, ?, ?)",
                ((*change, number) for change in changes),
            )
        return Run(number, command, finished, len(changes))

    def runs(self) -> list[Run]:
        """Every run that changed something, the first first."""
        rows = self._database.rows(
            "SELECT number, command, finished, count(*) FROM run JOIN change ON run = number "
            "GROUP BY number ORDER BY number"
        )
        return [Run(*row) for row in rows]

    def changes(self, after: int = 0) -> Iterator[ItemChange]:
        """What is not as it was after a run of this number; by kind and id.

        What came and went again meanwhile, or is again what it was, is no change.
        """
        rows = self._database.rows(
            "SELECT kind, id, run, state FROM change WHERE (kind, id) IN "
            "(SELECT kind, id FROM change WHERE run > ?) ORDER BY kind, id, run",
            (after,),
        )
        for (kind, id_), group in groupby(rows, key=lambda row: row[:2]):
            states = [(run, state) for _, _, run, state in group]
            before = next((state for run, state in reversed(states) if run <= after), None)
            if before != states[-1][1]:
                yield ItemChange(Kind(kind), id_, _state(before), _state(states[-1][1]))

    def returned(self, removing: str) -> list[str]:
        """Ids of releases that the last run brought back after a run of a command had removed them.

        Args:
            removing: The command.
        """
        rows = self._database.rows(
            "SELECT id FROM change AS back WHERE kind = ? AND state NOT NULL "
            "AND run = (SELECT max(number) FROM run) AND EXISTS (SELECT * FROM change AS gone "
            "JOIN run ON run.number = gone.run WHERE gone.kind = back.kind AND gone.id = back.id "
            "AND gone.state IS NULL AND command = ?) ORDER BY id",
            (Kind.RELEASE, removing),
        )
        return [id_ for (id_,) in rows]

    def entity_names(self, ids: Iterable[str]) -> dict[str, str]:
        """The last name of each entity, also of one that is gone."""
        query = (
            "SELECT state FROM change WHERE kind = ? AND id = ? AND state NOT NULL "
            "ORDER BY run DESC LIMIT 1"
        )
        found = {}
        for id_ in ids:
            for (state,) in self._database.rows(query, (Kind.ENTITY, id_)):
                found[id_] = str(json.loads(state)["name"])
        return found

    def _held(self) -> dict[Item, str]:
        rows = self._database.rows(
            "SELECT kind, id, state, max(run) FROM change GROUP BY kind, id"  # state of that run
        )
        return {(Kind(kind), id_): state for kind, id_, state, _ in rows if state is not None}


def _text(state: State) -> str:
    return json.dumps(state, ensure_ascii=False, sort_keys=True)


def _state(text: str | None) -> State | None:
    return None if text is None else json.loads(text)
