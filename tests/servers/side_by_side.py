"""What stays together when the tests run in several processes (``-n``)."""

import pytest
from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]

SERVED = frozenset({"cli", "differential", "docker", "loaders", "queries", "workspace"})
"""Folders whose tests start servers: one process runs them all, so that each starts once."""


class ByFolder(LoadScopeScheduling):  # type: ignore[misc]
    """Gives a process whole folders, whose tests share what takes long to make."""

    def _split_scope(self, nodeid: str) -> str:
        folder = nodeid.split("/")[1]
        return "served" if folder in SERVED else folder


@pytest.hookimpl
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> ByFolder:
    """Take ours, whatever the command line says."""
    return ByFolder(config, log)
