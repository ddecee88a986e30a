"""The articles that the entries of a feed lead to, where an entry has no more than a summary."""

import asyncio
import io
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import urlsplit

from communique.feeds import Draft, ListedFile, read_drafts
from communique.graph import UnreadableFeedError
from communique.watching.source import without_secrets
from communique.watching.web.charset import in_utf8
from communique.watching.web.failure import FetchError
from communique.watching.web.fetching import Answer
from communique.watching.web.robots import Robots

FULL = 1_500
"""Characters of an entry that is taken for the whole release."""

MOST = 100
"""Articles of one feed that are fetched at one look; the others at the next."""

ALTOGETHER = 180.0
"""Seconds for all articles of one feed at one look; the others are fetched at the next."""

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
    fetch: Callable[[str], Awaitable[Answer]],
    robots: Robots,
) -> dict[str, Followed]:
    """Fetch the articles of those entries that have only a summary.

    Args:
        drafts: The entries, by key.
        tries: How often the article of an entry was tried in vain before, by key.
        fetch: Gets a page.
        robots: Says when.
    """
    wanted = [key for key, draft in drafts.items() if is_summary(draft)]
    now, later = set(wanted[:MOST]), set(wanted[MOST:])

    async def one(key: str, draft: Draft) -> Followed:
        if key not in now:
            return Followed(draft, pending=key in later)
        url = str(draft.url)
        try:
            async with asyncio.timeout(ALTOGETHER), robots.turn(url, fetch):
                return _merged(draft, await fetch(url))
        except TimeoutError:  # its turn did not come
            return Followed(draft, pending=True)
        except FetchError as error:
            pending = not error.lasts and tries.get(key, 0) + 1 < ATTEMPTS
            return Followed(draft, pending, f"{without_secrets(url)} {error.reason}")

    found = await asyncio.gather(*(one(*item) for item in drafts.items()))
    return dict(zip(drafts, found, strict=True))


def _merged(draft: Draft, answer: Answer) -> Followed:
    """The article under the entry's own title; the entry if the page has no more than it."""
    content = io.BytesIO(in_utf8(answer.body or b"", answer.content_type))
    path = PurePath(urlsplit(answer.url).path)
    file = ListedFile(path, named=True, address=without_secrets(answer.url))
    try:
        found = next(read_drafts(content, file), None)
    except UnreadableFeedError as error:
        return Followed(draft, reason=f"{without_secrets(str(draft.url))} {error.reason}")
    if not isinstance(found, Draft):
        return Followed(draft, reason=f"{without_secrets(str(draft.url))} has no text")
    body, summary = found.text[found.body :], draft.text[draft.body :]
    if len(body) <= len(summary):
        return Followed(draft)
    day = draft.published or found.published
    title, source = draft.title or found.title, draft.source or found.source
    return Followed(Draft.composed(title, body, source, day, draft.url))
