"""What people have said about who is who, kept beside the releases."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from communique.graph import Judgement, LedgerError, Side
from communique.ledger.file import Database

_COLUMNS = "ruling, type, one, one_anchors, other, other_anchors, reason, author, day"


@dataclass(frozen=True, slots=True)
class Added:
    """What recording judgements did.

    Attributes:
        written: How many were not held already.
        replaced: Those held before, about the same two, whose place they took.
    """

    written: int
    replaced: tuple[Judgement, ...]


class Judgements:
    """The judgements of a ledger, in the order in which they were made.

    They name releases that the ledger may hold or not, so that they outlive a release that is taken
    back and comes again. Every method raises LedgerError if the file cannot be read or written.
    """

    def __init__(self, database: Database) -> None:
        """Take the ledger's open file."""
        self._database = database

    def all(self) -> tuple[Judgement, ...]:
        """All of them, the earliest first."""
        query = f"SELECT {_COLUMNS} FROM judgement ORDER BY number"  # noqa: S608
        try:
            return tuple(_judgement(row) for row in self._database.rows(query))
        except (RecursionError, TypeError, ValueError) as error:
            raise LedgerError(
                f"{self._database.path}: a judgement is not as it was recorded ({error}); "
                "restore a backup"
            ) from error

    def add(self, judgements: Iterable[Judgement]) -> Added:
        """Record judgements, all or none; one about the same two takes the place of the earlier."""
        held = list(self.all())
        written = 0
        replaced: list[Judgement] = []
        with self._database.writing() as connection:
            for new in judgements:
                rivals = [old for old in held if old.is_about(new)]
                if new in rivals[-1:]:
                    continue
                written += 1
                for old in rivals:
                    held.remove(old)
                    replaced.append(old)
                    connection.execute("DELETE FROM judgement WHERE key = ?", (old.key,))
                held.append(new)
                connection.execute(
                    f"INSERT INTO judgement (key, {_COLUMNS}) VALUES (?{', ?' * 9})",  # noqa: S608
                    (new.key, *_row(new)),
                )
        return Added(written, tuple(replaced))

    def withdraw(self, keys: Iterable[str]) -> int:
        """Take judgements back, all or none; how many there were.

        Raises:
            LedgerError: There is none of one of the keys; nothing was taken back.
        """
        wanted = sorted(set(keys))
        with self._database.writing() as connection:
            for key in wanted:
                if not connection.execute("DELETE FROM judgement WHERE key = ?", (key,)).rowcount:
                    raise LedgerError(
                        f"{self._database.path}: there is no judgement {key}; "
                        "nothing was taken back"
                    )
        return len(wanted)


def _row(judgement: Judgement) -> tuple[str, ...]:
    one, other = judgement.one, judgement.other
    return (
        str(judgement.ruling),
        str(one.type),
        *_side(one),
        *_side(other),
        judgement.reason,
        judgement.author,
        judgement.day,
    )


def _side(side: Side) -> tuple[str, str]:
    content = side.as_dict()
    return content["name"], json.dumps(content["anchors"], ensure_ascii=False)


def _judgement(row: tuple[str, ...]) -> Judgement:
    ruling, type_, one, one_anchors, other, other_anchors, reason, author, day = row
    return Judgement.of(
        {
            "ruling": ruling,
            "type": type_,
            "one": {"name": one, "anchors": json.loads(one_anchors)},
            "other": {"name": other, "anchors": json.loads(other_anchors)},
            "reason": reason,
            "author": author,
            "day": day,
        }
    )
