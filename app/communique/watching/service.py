"""Going round until somebody wishes to stop."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from communique.builder import Progress
from communique.watching.round import Round, Rounds
from communique.watching.stop import Stop

Meter = Callable[[], AbstractContextManager[Progress | None]]
"""Shows how a round gets on while its block runs."""


def serve(
    rounds: Rounds,
    stop: Stop,
    tell: Callable[[Round], None],
    meter: Meter,
    *,
    once: bool = False,
) -> None:
    """Go round the sources, and wait until the next is due; again and again.

    Args:
        rounds: What is gone.
        stop: Ends it.
        tell: Told of each round.
        meter: Shows each while it lasts.
        once: Whether one round is enough.
    """
    while not stop:
        with meter() as progress:
            done = rounds.go(stop, progress)
        tell(done)
        if once:
            return
        stop.wait(rounds.next - rounds.clock())
