"""Date mentions: where a release names a time, and which one."""

from dataclasses import dataclass
from enum import StrEnum

from communique.graph.period import bounds


class DateKind(StrEnum):
    """How precisely a mention names its time."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"
    RELATIVE = "relative"
    """Neither day, month, year nor interval can be told ("some weeks ago")."""


class DateRole(StrEnum):
    """How the words before a mention use it; only AT dates an event by itself."""

    AT = "at"
    SINCE = "since"
    UNTIL = "until"
    FROM = "from"
    BY = "by"
    """A deadline ("by 5 May", "no later than Friday")."""
    MOVED = "moved"
    """When something was to be, and was not ("originally planned for 5 May", "instead of")."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time that a release names.

    Attributes:
        start: Offset of its first character in the text, in code points; prepositions left out.
        end: Offset after its last character.
        value: ISO 8601 day, month, year, or an interval of two of these; None if the text does
            not tell (no year, no day to count from).
        kind: Precision of the words, whether or not they could be resolved.
        relative: Whether the time is counted from another ("on Friday", "the next day").
        role: How the words before use it.
    """

    start: int
    end: int
    value: str | None
    kind: DateKind
    relative: bool = False
    role: DateRole = DateRole.AT

    def __post_init__(self) -> None:
        """Reject an empty span and a value that is no period."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"date mention {self.start}..{self.end} is empty")
        if self.value is not None:
            bounds(self.value)
