"""Looking at sources, feeds side by side."""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AbstractContextManager, contextmanager
from dataclasses import dataclass, field

from communique.watching import folder
from communique.watching.apart.files import FileReader, FilesApart
from communique.watching.polled import Polled
from communique.watching.source import Source
from communique.watching.state import Memory
from communique.watching.stop import Stop
from communique.watching.web.feed import Way, Web, look
from communique.watching.web.fetching import Fetcher, Limits
from communique.watching.web.reach import Reach
from communique.watching.web.reading.apart import Apart, Reader
from communique.watching.web.robots import USUAL, Robots

AT_ONCE = 8
"""Feeds that are asked at the same time."""


@dataclass(frozen=True, slots=True)
class Polling:
    """How sources are looked at.

    Attributes:
        way: How feeds are read.
        limits: How much a server may take.
        proxied: Whether a URL goes through a proxy.
        clock: Seconds since the epoch.
        pause: Seconds between two articles of one server.
        apart: Makes what reads the answers of a round, each within so many seconds.
        files: Makes what reads the files of a folder.
    """

    clock: Callable[[], float]
    way: Way = field(default_factory=Way)
    limits: Limits = field(default_factory=Limits)
    proxied: Callable[[str], bool] = lambda _: False
    pause: float = USUAL
    apart: Callable[[float], AbstractAsyncContextManager[Reader]] = Apart
    files: Callable[[], AbstractContextManager[FileReader]] = FilesApart

    def folders(
        self, sources: Sequence[Source], memories: Mapping[str, Memory], stop: Stop
    ) -> list[Polled]:
        """Look at folders and files, in their order; not at those left when a stop is wished.

        Args:
            sources: Which.
            memories: What is remembered of each, by key.
            stop: Who may wish so.
        """
        looking = folder.Looking(self.way.issuer, self.clock, stop.wait, self.files)
        return [
            folder.look(source, memories[source.key], looking) for source in sources if not stop
        ]

    def feeds(
        self,
        sources: Sequence[Source],
        memories: Mapping[str, Memory],
        stop: Stop,
        give: Callable[[Polled], None],
    ) -> None:
        """Look at feeds side by side, and give each when it is done.

        Args:
            sources: Which.
            memories: What is remembered of each, by key.
            stop: Once wished, those that are not done are left.
            give: Takes one.
        """
        asyncio.run(self._feeds(sources, memories, stop, give))

    async def _feeds(
        self,
        sources: Sequence[Source],
        memories: Mapping[str, Memory],
        stop: Stop,
        give: Callable[[Polled], None],
    ) -> None:
        room = asyncio.Semaphore(AT_ONCE)
        reach = Reach(self.proxied)
        async with (
            Fetcher(self.limits, self.clock, reach) as fetcher,
            self.apart(self.limits.seconds) as reader,
        ):
            web = Web(fetcher, Robots(self.pause), reader)

            async def one(source: Source) -> None:
                async with room:
                    give(await look(source, memories[source.key], web, self.way))

            looks = asyncio.gather(*map(one, sources))
            with _cancelled_by(stop, looks):
                await looks


@contextmanager
def _cancelled_by(stop: Stop, looks: "asyncio.Future[list[None]]") -> Iterator[None]:
    """Within the block, the wish to stop ends the looks that are not done."""
    loop = asyncio.get_running_loop()
    loop.add_reader(stop, looks.cancel)
    try:
        yield
    except asyncio.CancelledError:
        if not stop:
            raise
    finally:
        loop.remove_reader(stop)
