"""Ctrl-C, in processes of their own."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

# Ctrl-C, once, at the moment when a module starts to load: the signal itself could come at any.
STOPPED_WHILE_LOADING = """
import os, signal, sys

class Stop:
    def find_spec(self, name, path=None, target=None):
        if name == module:
            sys.meta_path.remove(self)
            os.kill(os.getpid(), signal.SIGINT)

module = sys.argv[1]
sys.meta_path.insert(0, Stop())
from communique.cli import main
sys.argv = ["communique", *sys.argv[2:]]
main()
"""


def interrupted(module: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """The command line, stopped when it loads a module."""
    return subprocess.run(  # noqa: S603  # our own interpreter and script
        [sys.executable, "-c", STOPPED_WHILE_LOADING, module, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={k: v for k, v in os.environ.items() if not k.startswith("COMMUNIQUE_")},
    )


@pytest.mark.parametrize("module", ["typer", "pydantic", "communique.ledger"])
def test_ctrl_c_while_the_program_loads_is_one_line(workspace: Path, module: str) -> None:
    result = interrupted(module, "releases", "--data", workspace)

    assert result.returncode == 128 + signal.SIGINT
    assert result.stderr.startswith("communique: stopped")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("module", ["communique.feeds", "communique.identity"])
def test_ctrl_c_in_a_build_says_how_many_releases_are_kept(workspace: Path, module: str) -> None:
    feed = workspace / "empty.jsonl"
    feed.touch()

    result = interrupted(module, "build", feed, "--data", workspace)

    assert result.returncode == 128 + signal.SIGINT
    assert "the ledger keeps 3 releases" in result.stderr
    assert result.stderr.count("\n") == 1
