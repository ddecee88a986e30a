"""Ids that were once given out, and what they mean now."""

from collections.abc import Iterable, Mapping, Sequence

from communique.ledger.file import Database
from communique.ledger.record import Cell


class GivenIds:
    """Which canonical ids the entities of releases were ever part of.

    What a release gave an id to leaves with the release.
    """

    def __init__(self, database: Database) -> None:
        """Take the open file."""
        self._database = database

    def note(self, canonical: Mapping[str, str]) -> int:
        """Note the canonical id of each entity; how many rows that took, 0 if all are known.

        Args:
            canonical: Canonical id by the id that a release's entity has in the ledger.
        """
        wanted = {
            (release, entity, canonical[entity]): (name, 1)
            for release, entity, name in self._database.rows("SELECT release, id, name FROM entity")
            if entity in canonical
        }
        query = "SELECT release, entity, id, name, current FROM given_id"
        held = {
            (release, entity, id_): (name, current)
            for release, entity, id_, name, current in self._database.rows(query)
        }
        outdated = {
            key: (name, 0) for key, (name, current) in held.items() if current and key not in wanted
        }
        rows = [
            (*key, *value) for key, value in (outdated | wanted).items() if held.get(key) != value
        ]
        if rows:
            with self._database.writing() as connection:
                connection.executemany(
                    "INSERT OR REPLACE INTO given_id VALUES (?, ?, ?, ?, ?)", rows
                )
        return len(rows)

    def restore(self, release_id: str, former: Iterable[Sequence[Cell]]) -> None:
        """Note ids that entities of a release once had; what is known already stays.

        Args:
            release_id: The release.
            former: Entity, id and name of each.
        """
        rows = [(*row, release_id) for row in former]
        if rows:
            with self._database.writing() as connection:
                connection.executemany(
                    "INSERT OR IGNORE INTO given_id "
                    "SELECT number, ?, ?, ?, 0 FROM release WHERE id = ?",
                    rows,
                )

    def current(self, id_: str) -> str | None:
        """The canonical id of what once had this id, which may be itself; None if nothing had.

        Of several that it was split into, the one that the earliest release speaks of.
        """
        # A release that was read again may count its entities anew: its names tell which is meant.
        query = (
            "SELECT now.id FROM given_id AS old "
            "JOIN given_id AS now ON now.release = old.release AND now.name = old.name "
            "JOIN release ON release.number = old.release "
            "WHERE old.id = ? AND now.current "
            "ORDER BY now.id = old.id DESC, release.published IS NULL, release.published, "
            "release.id, now.entity = old.entity DESC, now.id LIMIT 1"
        )
        return next((str(found) for (found,) in self._database.rows(query, (id_,))), None)

    def former(self, id_: str) -> tuple[str, ...]:
        """The ids that now lead to a canonical id, without itself, sorted."""
        query = (
            "SELECT DISTINCT old.id FROM given_id AS now "
            "JOIN given_id AS old ON old.release = now.release AND old.name = now.name "
            "WHERE now.id = ? AND now.current AND old.id <> now.id ORDER BY old.id"
        )
        return tuple(
            str(old) for (old,) in self._database.rows(query, (id_,)) if self.current(old) == id_
        )

    def in_release(self, release_id: str) -> dict[str, str]:
        """The canonical id of each entity that a release names, by the id it has there."""
        query = (
            "SELECT entity, given_id.id FROM given_id "
            "JOIN release ON release.number = given_id.release "
            "WHERE release.id = ? AND current ORDER BY entity"
        )
        return dict(self._database.rows(query, (release_id,)))
