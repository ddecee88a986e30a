"""Looking at a feed."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace

from communique.feeds import Defaults, Draft, SkippedInput, release_of
from communique.graph import Release
from communique.watching.polled import Failure, Polled
from communique.watching.source import Source, without_secrets
from communique.watching.state import Memory
from communique.watching.web.articles import Followed, follow, is_summary
from communique.watching.web.failure import FetchError
from communique.watching.web.fetching import Answer, Fetcher, Validators
from communique.watching.web.reading.apart import Kind, Read, Reader
from communique.watching.web.reading.contents import body_digest, digest
from communique.watching.web.robots import Robots

_TOLD = 160


@dataclass(frozen=True, slots=True)
class Way:
    """How feeds are read.

    Attributes:
        issuer: Of releases that name none.
        follow: Whether the articles are fetched that entries with a mere summary lead to.
    """

    issuer: str | None = None
    follow: bool = False


@dataclass(frozen=True, slots=True)
class Web:
    """What goes to the web for all feeds of a round.

    Attributes:
        fetcher: Fetches.
        robots: Takes turns at servers.
        reader: Reads what was fetched.
    """

    fetcher: Fetcher
    robots: Robots
    reader: Reader


async def look(source: Source, memory: Memory, web: Web, way: Way) -> Polled:
    """The entries of a feed that are new or changed since the last look.

    Whatever goes wrong is told in what is returned.
    """
    if memory.follow != way.follow:
        memory = replace(memory.forgetting(), follow=way.follow)
    try:
        known = Validators(memory.etag, memory.modified)
        answer = await web.fetcher.fetch(source.address, free=True, validators=known)
        if answer.body is None or body_digest(answer.body) == memory.body:
            return Polled(source, (), memory)
        found = await web.reader.read(Kind.FEED, answer, source.told)
        fresh = _fresh(found, memory)
        followed: Mapping[str, Followed] = {}
        if way.follow:
            followed = await _followed(fresh, memory, web, answer.inside)
        return _polled(source, memory, way, answer, _Entries(found, fresh, followed))
    except FetchError as error:
        return Polled(source, (), memory, Failure(error.reason, error.asked))
    except Exception as error:  # one feed must not stop the others, whatever a library raises
        told = f"{type(error).__name__}: {' '.join(str(error).split())[:_TOLD]}"
        return Polled(source, (), memory, Failure(f"cannot be read ({told})"))


@dataclass(frozen=True, slots=True)
class _Entries:
    """The entries of a feed.

    Attributes:
        found: All of them, in the order of the feed.
        fresh: Those that are not done with, by digest, in the same order.
        followed: What became of them after their links were followed; empty if none were.
    """

    found: Sequence[Draft | SkippedInput]
    fresh: Mapping[str, Draft | SkippedInput]
    followed: Mapping[str, Followed]

    @property
    def pending(self) -> set[str]:
        """Those that are left for the next look."""
        return {key for key, item in self.followed.items() if item.pending}

    def inputs(
        self, label: str, issuer: str | None
    ) -> Iterator[tuple[str, Release | SkippedInput]]:
        """The releases that the fresh ones make, by digest, without those that are pending."""
        pending = self.pending
        for key, item in self.fresh.items():
            if isinstance(item, SkippedInput):
                yield key, item
            elif key not in pending:
                draft = self.followed[key].draft if key in self.followed else item
                yield key, release_of(draft, label, Defaults(issuer or ""))


def _fresh(
    found: Sequence[Draft | SkippedInput], memory: Memory
) -> dict[str, Draft | SkippedInput]:
    seen = frozenset(memory.seen)
    keyed = ((digest(item), item) for item in found)
    return {key: item for key, item in keyed if key not in seen}


async def _followed(
    fresh: Mapping[str, Draft | SkippedInput], memory: Memory, web: Web, free: bool
) -> dict[str, Followed]:
    async def fetch(url: str) -> Answer:
        return await web.fetcher.fetch(url, free=free)

    async def read(url: str) -> Read:
        return await web.reader.read(Kind.ARTICLE, await fetch(url), without_secrets(url))

    def turn(url: str) -> AbstractAsyncContextManager[None]:
        return web.robots.turn(url, fetch)

    drafts = {key: item for key, item in fresh.items() if isinstance(item, Draft)}
    return await follow(drafts, memory.tries, read, turn)


def _polled(source: Source, memory: Memory, way: Way, answer: Answer, entries: _Entries) -> Polled:
    pending = entries.pending
    tries = {
        key: memory.tries.get(key, 0) + (entries.followed[key].reason is not None)
        for key in sorted(pending)
    }
    keys = {digest(item) for item in entries.found}
    memory = replace(
        memory,
        # While articles are awaited the server must not be asked whether anything has changed.
        etag=None if pending else answer.validators.etag,
        modified=None if pending else answer.validators.modified,
        body=None if pending else body_digest(answer.body or b""),
        seen=tuple(sorted(keys - pending)),
        tries={key: times for key, times in tries.items() if times},
    )
    remarks = tuple(_remarks(way, answer, entries))
    inputs = list(entries.inputs(source.told, way.issuer))
    origins = {item.id: key for key, item in inputs if isinstance(item, Release)}
    return Polled(source, [item for _, item in inputs], memory, None, remarks, origins)


def _remarks(way: Way, answer: Answer, entries: _Entries) -> Iterator[str]:
    if answer.moved is not None:
        yield f"has moved for good to {without_secrets(answer.moved)}; name that address"
    drafts = [item for item in entries.fresh.values() if isinstance(item, Draft)]
    short = sum(map(is_summary, drafts))
    if short and not way.follow:
        yield (
            f"{short} of {len(drafts)} new entries are short and link to more; --follow reads the "
            "articles"
        )
    for item in entries.followed.values():
        if item.reason is not None:
            then = "tried again" if item.pending else "the summary is read in its place"
            yield f"{item.reason}; {then}"
