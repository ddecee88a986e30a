"""A shelf, and a shard of three releases in our own words."""

from pathlib import Path

import pytest
from talks import RELEASE, STATEMENTS

from communique.cluster.parquet.place import Place
from communique.cluster.parquet.shelf import Shelf
from communique.cluster.shard import Shard
from communique.graph import Extraction, Release

VERSION = "rules-1"


@pytest.fixture
def extractions() -> tuple[Extraction, ...]:
    """A release that says much, one that says nothing, and one that failed."""
    silent = Release("r0", "Opening hours", "", "Nine to five.", truncated=True)
    broken = Release("r2", "Talks", "", "They met.")
    return (
        Extraction(RELEASE, STATEMENTS),
        Extraction(silent),
        Extraction(broken, error="KeyError: 'word'"),
    )


@pytest.fixture
def shard(extractions: tuple[Extraction, ...]) -> Shard:
    return Shard.of([extraction.release for extraction in extractions], VERSION)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(Place.at(str(tmp_path / "a folder")), VERSION)
