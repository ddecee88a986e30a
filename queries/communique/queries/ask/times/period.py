"""Periods that a question names."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_DAY = timedelta(1)


class Bound(StrEnum):
    """How the words before a time use it."""

    AT = "at"
    SINCE = "since"
    AFTER = "after"
    UNTIL = "until"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Period:
    """A time that a question names.

    Attributes:
        start: Offset of its first character, role words included, in code points.
        end: Offset after the last one.
        first: First day.
        last: Last day.
        bound: How the question uses it.
        range: Whether both ends are written.
        supplied: Whether its year is not written and the last that the graph covers.
    """

    start: int
    end: int
    first: date
    last: date
    bound: Bound = Bound.AT
    range: bool = False
    supplied: bool = False

    @property
    def since(self) -> date | None:
        """The first day that counts, if the beginning is bounded."""
        match self.bound:
            case Bound.AT | Bound.SINCE:
                return self.first
            case Bound.AFTER:
                return self.last + _DAY
        return None

    @property
    def until(self) -> date | None:
        """The last day that counts, if the end is bounded."""
        match self.bound:
            case Bound.AT | Bound.UNTIL:
                return self.last
            case Bound.BEFORE:
                return self.first - _DAY
        return None

    @property
    def day(self) -> date | None:
        """The single day that is named, if it is one."""
        return self.first if self.first == self.last else None
