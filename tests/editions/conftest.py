"""Releases in our own words, and what becomes of them together."""

from collections.abc import Callable

import pytest

from communique.editions import Holding, Replacement, replacements
from communique.feeds.reading import release_id
from communique.graph import Release

Make = Callable[..., Release]
Found = Callable[..., tuple[Replacement, ...]]

LAUNCH = """\
The Harbour Agency of Norland and the coast guards of four neighbouring states opened a joint
operation against the smuggling of wildlife on Monday, the agency said in Port Ada.

Over five days 212 officers will search ferries, fishing boats and container ships on the routes
between Norland, Sudmark and the Amber Islands. A coordination centre in Port Ada compares the
lists of cargo with what customs offices on both shores have been told.

"Whoever trades in living birds will find no open harbour this week," said Director Mira Holt of
the Harbour Agency. She thanked Commander Jonas Falk of the Sudmark coast guard for two ships.

The operation, named Quiet Feather, follows a first one in March, in which 31 people were arrested
and 1,400 birds were set free. Results will be published when all searches are done.
"""
"""Five paragraphs of a release."""


@pytest.fixture
def launch() -> str:
    return LAUNCH


@pytest.fixture
def make() -> Make:
    """Makes a release in newswire form."""
    return _release


@pytest.fixture
def found() -> Found:
    """Tells what replaces what, if releases came in the order of the arguments."""
    return _found


def _release(
    body: str,
    title: str = "Norland opens operation against smuggling of birds",
    source: str = "Harbour Agency of Norland",
    published: str | None = None,
    url: str | None = None,
) -> Release:
    head = f"{title}\n\nSource: {source}\n\n" if source else f"{title}\n\n"
    text, truncated = head + body, body.rstrip().endswith("…")
    id_ = release_id(source, title, text)
    return Release(id_, title, source, text, len(head), published, url, truncated)


def _found(*releases: Release) -> tuple[Replacement, ...]:
    by_id = {release.id: release for release in releases}
    holdings = [Holding.of(release, number) for number, release in enumerate(releases)]
    return replacements(holdings, by_id.__getitem__)
