"""What the tests of the watching share."""

from collections.abc import Iterator

import pytest
from unruly_site import Clock, Site

from communique.watching.stop import Stop


@pytest.fixture
def site() -> Iterator[Site]:
    """A web server of this test's own."""
    made = Site()
    yield made
    made.close()


@pytest.fixture
def stop() -> Iterator[Stop]:
    """A wish that nobody has uttered."""
    with Stop() as wish:
        yield wish


@pytest.fixture
def clock() -> Clock:
    """A time of day that passes only when it is told to."""
    return Clock()
