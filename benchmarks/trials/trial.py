"""One target on trial."""

import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, process_time

SECONDS = 5.0
"""CPU seconds, without instrumentation, after which an input counts as slow."""
HANGS = 20.0
"""CPU seconds after which an input is given up."""


@dataclass(slots=True)
class Tally:
    """What one target was put through.

    Attributes:
        target: Its name.
        executions: Inputs.
        seconds: Time of the clock.
        cpu: CPU seconds.
        again: Inputs that were slow, and put through again without instrumentation.
        findings: By place of the fault, the file with the input.
    """

    target: str
    executions: int = 0
    seconds: float = 0.0
    cpu: float = 0.0
    again: int = 0
    findings: dict[str, str] = field(default_factory=dict)


class _HungError(BaseException):
    """An input was given up; no ``except Exception`` holds it."""


class Trial:
    """Puts inputs through a target and keeps those that fail."""

    def __init__(
        self,
        name: str,
        target: Callable[[bytes], None],
        folder: Path,
        again: Callable[[bytes], float] | None = None,
    ) -> None:
        """Take a target and where findings go.

        Args:
            name: The name of the target.
            target: What takes an input.
            folder: Where findings are kept.
            again: Tells the CPU seconds that an input takes without instrumentation, which slows
                everything several times over; None if there is none.
        """
        self.tally = Tally(name)
        self._target, self._folder, self._again = target, folder, again
        self._started = monotonic()
        signal.signal(signal.SIGPROF, _give_up)

    def __call__(self, data: bytes) -> None:
        """Put one input through."""
        begun, fault, late = process_time(), "", False
        signal.setitimer(signal.ITIMER_PROF, HANGS)
        try:
            self._target(data)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:
            fault, late = _place(error), isinstance(error, _HungError)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        taken = process_time() - begun
        if late or (taken > SECONDS and not fault):
            fault = (fault or "slow") if self._is_slow(data) else ""
        if fault:
            self._keep(data, fault)
        self.tally.executions += 1
        self.tally.cpu += taken
        self.tally.seconds = monotonic() - self._started

    def _is_slow(self, data: bytes) -> bool:
        """Whether an input that was slow here is so without instrumentation."""
        if self._again is None:
            return True
        self.tally.again += 1
        return self._again(data) > SECONDS

    def _keep(self, data: bytes, place: str) -> None:
        if place in self.tally.findings:
            return
        path = self._folder / f"{self.tally.target}-{len(self.tally.findings) + 1}"
        path.write_bytes(data)
        path.with_suffix(".why").write_text(place, encoding="utf-8")
        self.tally.findings[place] = str(path)
        print(f"{self.tally.target}: {place}: {path}", file=sys.stderr, flush=True)


def _give_up(_signal: int, _frame: object) -> None:
    raise _HungError(f"more than {HANGS:.0f} s")


def _place(error: BaseException) -> str:
    """The error and the innermost line of ours that it comes from."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "communique" in frame.filename] or list(frames)
    last = ours[-1]
    place = f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}"
    inner = frames[-1]
    return place if inner is last else f"{place} ({Path(inner.filename).name}:{inner.lineno})"
