"""The articles that the entries of a feed lead to, where an entry has no more than a summary."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

from communique.feeds import Draft
from communique.watching.source import without_secrets
from communique.watching.web.failure import FetchError, NotAskedError, SlowError
from communique.watching.web.reading.apart import Read

FULL = 1_500
"""Characters of an entry that is taken for the whole release."""

MOST = 100
"""Articles of one feed that are fetched at one look; the others at the next."""

ALTOGETHER = 180.0
"""Seconds for all articles of one feed at one look; the others are fetched at the next."""

AT_ONCE = 4
"""Articles of one feed, each of another server, that are fetched or read at the same time."""

ATTEMPTS = 3
"""Looks at which an article is tried, before its summary is taken in its place."""

_WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Followed:
    """An entry after its link was followed.

    Attributes:
        draft: The release: the article's text under the entry's own title, source and day, or the
            entry as it is.
        pending: Whether the article is to be tried again, and the entry is left for then.
        reason: Why there is no article; None if there is, or none was wanted.
    """

    draft: Draft
    pending: bool = False
    reason: str | None = None


def is_summary(draft: Draft) -> bool:
    """Whether an entry is so short that its link may lead to more."""
    body = draft.text[draft.body :].strip()
    return len(body) < FULL and bool(draft.url) and str(draft.url).lower().startswith(_WEB)


async def follow(
    drafts: Mapping[str, Draft],
    tries: Mapping[str, int],
    fetch: Callable[[str], Awaitable[Read]],
    turn: Callable[[str], AbstractAsyncContextManager[None]],
) -> dict[str, Followed]:
    """Fetch the articles of those entries that have only a summary.

    After one that takes too long to be read the others are left for the next look: all feeds share
    what reads them.

    Args:
        drafts: The entries, by key.
        tries: How often the article of an entry was tried in vain before, by key.
        fetch: Gets and reads a page.
        turn: Waits until it may be got, and as long as it is.
    """
    wanted = [key for key, draft in drafts.items() if is_summary(draft)]
    now, later = set(wanted[:MOST]), set(wanted[MOST:])
    room, slow = asyncio.Semaphore(AT_ONCE), asyncio.Event()

    async def read(url: str) -> Read:
        async with asyncio.timeout(ALTOGETHER), room, turn(url):
            if slow.is_set():
                raise NotAskedError("is not asked for after one that takes too long")
            return await fetch(url)

    async def one(key: str, draft: Draft) -> Followed:
        if key not in now:
            return Followed(draft, pending=key in later)
        url = str(draft.url)
        try:
            return _merged(draft, await read(url))
        except (TimeoutError, NotAskedError):  # its turn did not come
            return Followed(draft, pending=True)
        except FetchError as error:
            if isinstance(error, SlowError):
                slow.set()
            pending = not error.lasts and tries.get(key, 0) + 1 < ATTEMPTS
            return Followed(draft, pending, f"{without_secrets(url)} {error.reason}")

    found = await asyncio.gather(*(one(*item) for item in drafts.items()))
    return dict(zip(drafts, found, strict=True))


def _merged(draft: Draft, page: Read) -> Followed:
    """The article under the entry's own title; the entry if the page has no more than it."""
    found = next((item for item in page if isinstance(item, Draft)), None)
    if found is None:
        return Followed(draft, reason=f"{without_secrets(str(draft.url))} has no text")
    body, summary = found.text[found.body :], draft.text[draft.body :]
    if len(body) <= len(summary):
        return Followed(draft)
    day = draft.published or found.published
    title, source = draft.title or found.title, draft.source or found.source
    return Followed(Draft.composed(title, body, source, day, draft.url))
