"""A ledger and two releases in our own words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from talks import RELEASE, STATEMENTS

from communique.graph import Release, Statement
from communique.ledger import Ledger


@pytest.fixture
def release() -> Release:
    return RELEASE


@pytest.fixture
def statements() -> tuple[Statement, ...]:
    return STATEMENTS


@pytest.fixture
def silent() -> Release:
    """A release in which nothing is stated."""
    return Release("r0", "Opening hours", "", "Opening hours\nNine to five.", truncated=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "ledger.sqlite"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with Ledger.open(path) as opened:
        yield opened
