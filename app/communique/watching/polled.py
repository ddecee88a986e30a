"""What a look at a source gives."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from communique.feeds import SkippedInput
from communique.graph import Release
from communique.watching.source import Source
from communique.watching.state import Memory


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a source gave nothing.

    Attributes:
        reason: What is wrong with it, and what to do; follows the address in a message.
        asked: Seconds that the server asks to wait before the next attempt.
    """

    reason: str
    asked: float = 0.0


@dataclass(frozen=True, slots=True)
class Polled:
    """A source that was looked at.

    Attributes:
        source: Which one.
        inputs: What is new there; read when asked for, once.
        memory: What to remember once that is recorded; how the look went is not yet in it.
        failure: Why it gave nothing; None if it answered.
        remarks: What a person should know though all went well.
        origins: Of which entry or file a release is, as the memory has it, by the release's id;
            grows while the inputs are read.
    """

    source: Source
    inputs: Iterable[Release | SkippedInput]
    memory: Memory
    failure: Failure | None = None
    remarks: tuple[str, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)
