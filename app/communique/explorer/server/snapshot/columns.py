"""Columns of numbers, and groups of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.int32]
"""Positions of entities, facts or releases; -1 for none."""

Mask: TypeAlias = NDArray[np.bool_]
"""Which facts."""

NONE = -1
"""Stands in a column for what is not stated."""


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """Numbers by another number, as the facts of each entity.

    Attributes:
        starts: Where each group begins in ``members``; one more than there are groups.
        members: Group after group.
    """

    starts: NDArray[np.int64]
    members: Numbers

    @classmethod
    def of_pairs(cls, groups: Numbers, members: Numbers, size: int) -> "Groups":
        """Groups of members, in the order in which they come.

        Args:
            groups: Group of each member.
            members: The members.
            size: How many groups there are.
        """
        order = np.argsort(groups, kind="stable")
        starts = np.zeros(size + 1, np.int64)
        np.cumsum(np.bincount(groups, minlength=size), out=starts[1:])
        return cls(starts, members[order].astype(np.int32, copy=False))

    @property
    def sizes(self) -> NDArray[np.int64]:
        """How many members each group has."""
        return np.diff(self.starts)

    def owners(self) -> Numbers:
        """The group of each member."""
        return np.repeat(np.arange(len(self.starts) - 1, dtype=np.int32), self.sizes)

    def __getitem__(self, group: int) -> Numbers:
        """The members of a group."""
        return self.members[self.starts[group] : self.starts[group + 1]]

    def several(self, groups: Sequence[int] | Numbers) -> Numbers:
        """The members of several groups, one after the other."""
        chosen = np.asarray(groups, np.int64)
        sizes = self.starts[chosen + 1] - self.starts[chosen]
        ends = np.cumsum(sizes)
        shift = np.repeat(self.starts[chosen] - (ends - sizes), sizes)
        return self.members[shift + np.arange(len(shift))]

    def any_of(self, chosen: Mask) -> Mask:
        """Which groups have a member that is chosen; ``chosen`` is by member's number."""
        sums = np.zeros(len(self.members) + 1, np.int64)
        np.cumsum(chosen[self.members], out=sums[1:])
        return np.diff(sums[self.starts]) > 0


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """A column of texts, many of them the same.

    Attributes:
        values: Each text once.
        numbers: Position of each row's text, or -1.
    """

    values: tuple[str, ...]
    numbers: Numbers

    def __getitem__(self, row: int) -> str | None:
        """The text of a row."""
        number = int(self.numbers[row])
        return None if number == NONE else self.values[number]
