"""What tests of several packages need."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def gold() -> Path:
    """The annotated releases, which are kept beside the project and not in it."""
    folder = Path(os.environ.get("COMMUNIQUE_GOLD", ROOT.parent / "shared" / "gold"))
    if not folder.is_dir():
        pytest.skip(f"no annotated releases in {folder}; set COMMUNIQUE_GOLD to their folder")
    return folder


@pytest.fixture(scope="session")
def example_gold() -> Path:
    """Annotated releases in our own words, which the project holds."""
    return ROOT / "tests" / "gold" / "example"
