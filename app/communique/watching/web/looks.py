"""Looks at feeds that are under way, so that none waits for the slowest."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread

from communique.watching.polled import Polled
from communique.watching.source import Source
from communique.watching.stop import Stop

GRACE = 10.0
"""Seconds without an answer after which what has come is not to wait for the rest."""

Look = Callable[[Callable[[Polled], None]], None]
"""Looks at feeds, and gives each when it is done; ends when all are, or when a stop is wished."""


@dataclass(slots=True, eq=False)
class _Flight:
    """Feeds that were begun together.

    Attributes:
        version: Of the extractor for whom what is remembered of them was.
        keys: Of those that have not come.
        error: What broke, if something did.
    """

    version: str
    keys: set[str]
    error: BaseException | None = None


class Looks:
    """Feeds that are begun together are looked at by a thread of their own.

    What has come is for one thread, that which begins them.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._told: SimpleQueue[tuple[_Flight, Polled | None]] = SimpleQueue()
        self._flights: list[_Flight] = []
        self._come: list[tuple[str, Polled]] = []

    @property
    def under_way(self) -> frozenset[str]:
        """The keys of the feeds that have not been given."""
        awaited = {key for flight in self._flights for key in flight.keys}
        return frozenset(awaited | {polled.source.key for _, polled in self._come})

    def begin(self, sources: Sequence[Source], version: str, look: Look) -> None:
        """Begin to look at feeds of which none is under way.

        Args:
            sources: Which, by their keys.
            version: Of the extractor for whom what is remembered of them was.
            look: Looks at them.
        """
        if sources:
            flight = _Flight(version, {source.key for source in sources})
            self._flights.append(flight)
            Thread(target=self._run, args=(flight, look), daemon=True).start()

    def have_come(self) -> bool:
        """Whether something can be given at once."""
        while not self._told.empty():
            self._take(None)
        return bool(self._come)

    def given(
        self, version: str, stop: Stop, *, some: bool, patient: bool, due: Callable[[], object]
    ) -> list[Polled]:
        """What has come, when for a while no more does; nothing if none is under way.

        What was begun for another version of the extractor is left out, and to be begun again.

        Args:
            version: Of the extractor.
            stop: Once wished, only what ends at once is waited for.
            some: Whether there is something else, so that the first need not be waited for.
            patient: Whether to wait for all.
            due: Tells whether something else is to be looked at meanwhile.
        """
        while self._flights:
            try:
                self._take(None if patient or stop else GRACE)
            except Empty:
                if self._come or some or due():
                    break
        come, self._come = self._come, []
        return [polled for told, polled in come if told == version]

    def end(self) -> None:
        """Return when nothing is under way any more."""
        while self._flights:
            self._take(None)

    def _run(self, flight: _Flight, look: Look) -> None:
        try:
            look(lambda polled: self._told.put((flight, polled)))
        except BaseException as error:  # to be raised where somebody waits
            flight.error = error
        self._told.put((flight, None))

    def _take(self, seconds: float | None) -> None:
        """Take what a thread tells next; wait for it so long at most.

        Raises:
            Empty: It took longer.
        """
        flight, polled = self._told.get(timeout=seconds)
        if polled is not None:
            flight.keys.discard(polled.source.key)
            self._come.append((flight.version, polled))
            return
        self._flights.remove(flight)
        if flight.error is not None:
            raise flight.error
