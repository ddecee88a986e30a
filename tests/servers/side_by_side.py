"""What stays together when the tests run in several processes (``-n``)."""

import pytest
from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]


class ByFolder(LoadScopeScheduling):  # type: ignore[misc]
    """Gives a process whole folders, whose tests share what takes long to make.

    A server that tests of several folders need is started at most once by each process.
    """

    def _split_scope(self, nodeid: str) -> str:
        return nodeid.split("/")[1]


@pytest.hookimpl
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> ByFolder:
    """Take ours, whatever the command line says."""
    return ByFolder(config, log)
