"""Facts on their way from rows of a store to columns."""

from array import array
from collections.abc import Mapping, Sequence
from datetime import date
from typing import cast

import numpy as np
from numpy.typing import NDArray

from communique.explorer.server.snapshot.columns import NONE, Groups, Numbers, Texts
from communique.explorer.server.snapshot.tables import RELATIONS, STATUSES, Facts

_KEY = "S20"
_STATED = ("date", "role", "place", "event", "amount")
_NUMBERS = ("subject", "object", "relation", "status", "first", "last", "support")


class Gathering:
    """Takes facts in any order and gives the columns.

    Rows are let go as they come: a row of Python values takes ten times what the columns do.
    """

    def __init__(self, entities: Mapping[str, int], releases: Mapping[str, int]) -> None:
        """Take the numbers of entities and releases by id."""
        self._entities, self._releases = entities, releases
        self._keys = bytearray()
        self._columns = {name: array("i") for name in (*_NUMBERS, *_STATED)}
        self._confidence = array("d")
        self._said_by, self._said = array("i"), array("i")
        self._texts: dict[str, int] = {}
        self._relations = {str(name): number for number, name in enumerate(RELATIONS)}
        self._statuses = {status: number for number, status in enumerate(STATUSES)}

    def take(self, row: Mapping[str, object]) -> bool:
        """Take one fact; whether its ends are known, or it is left out.

        Raises:
            KeyError: It has a relation or status of another version.
            ValueError: It has a day that is none.
        """
        subject = self._entities.get(str(row["subject"]))
        object_ = self._entities.get(str(row["object"]))
        if subject is None or object_ is None:
            return False
        number = len(self._confidence)
        values = {
            "subject": subject,
            "object": object_,
            "relation": self._relations[str(row["relation"])],
            "status": self._statuses[cast(None, row["status"])],
            "first": _day(row["first"]),
            "last": _day(row["last"]),
            "support": int(cast(int, row["support"])),
            **{name: self._text(row[name]) for name in _STATED},
        }
        for name, value in values.items():
            self._columns[name].append(value)
        self._keys += str(row["key"]).encode("ascii")[:20].ljust(20, b"\0")
        self._confidence.append(float(cast(float, row["confidence"])))
        for release in dict.fromkeys(cast(Sequence[str], row["releases"])):
            if (found := self._releases.get(release)) is not None:
                self._said_by.append(number)
                self._said.append(found)
        return True

    def facts(self) -> Facts:
        """All that was taken, in order."""
        keys = np.frombuffer(bytes(self._keys), _KEY)
        columns = {name: np.array(column, np.int32) for name, column in self._columns.items()}
        undated = columns["first"] == NONE
        order = np.lexsort((keys, columns["first"], undated))
        place = np.empty(len(order), np.int32)
        place[order] = np.arange(len(order), dtype=np.int32)
        values, ranks = self._ranked()
        texts = {name: Texts(values, ranks[columns[name][order]]) for name in _STATED}
        said_by = np.array(self._said_by, np.int32)
        return Facts(
            keys[order],
            columns["subject"][order],
            columns["object"][order],
            _small(columns["relation"][order]),
            _small(columns["status"][order]),
            columns["first"][order],
            columns["last"][order],
            np.array(self._confidence, np.float64)[order],
            columns["support"][order],
            releases=Groups.of_pairs(place[said_by], np.array(self._said, np.int32), len(order)),
            **texts,
        )

    def _ranked(self) -> tuple[tuple[str, ...], Numbers]:
        """The texts in order, and the new number of each; the last is that of no text.

        A server gives its rows in any order, and a graph has one version all the same.
        """
        values = tuple(sorted(self._texts))
        ranks = np.full(len(values) + 1, NONE, np.int32)
        ranks[[self._texts[value] for value in values]] = np.arange(len(values), dtype=np.int32)
        return values, ranks

    def _text(self, value: object) -> int:
        return NONE if value is None else self._texts.setdefault(str(value), len(self._texts))


def _small(column: Numbers) -> NDArray[np.uint8]:
    return column.astype(np.uint8)


def _day(value: object) -> int:
    return NONE if value is None else date.fromisoformat(str(value)).toordinal()
