"""The unit for systemd: its command is one that there is, and systemd takes it."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
import typer
from typer.core import TyperGroup

from communique.cli.application import app
from communique.watching.apart.process import MEMORY
from communique.watching.telling.metrics import Metrics

UNIT = Path("deploy/systemd/communique-watch.service")


@pytest.fixture
def unit(root: Path) -> str:
    return (root / UNIT).read_text(encoding="utf-8")


def test_its_command_is_understood(unit: str) -> None:
    (line,) = re.findall(r"^ExecStart=(.+)$", unit, re.MULTILINE)
    program, command, *words = shlex.split(line)
    commands = typer.main.get_command(app)
    assert isinstance(commands, TyperGroup)
    given = commands.commands[command].make_context(command, words).params

    assert Path(program).name == "communique"
    assert (given["every"], given["follow"], given["once"]) == ("15m", True, False)
    assert given["listed"] == Path("/etc/communique/sources.txt")


def test_a_process_that_takes_too_much_memory_does_not_take_the_others_with_it(unit: str) -> None:
    (limit,) = re.findall(r"^MemoryMax=(\d+)G$", unit, re.MULTILINE)
    watching, reading = 200_000_000, 500_000_000

    assert "\nOOMPolicy=continue\n" in unit
    assert watching + reading + MEMORY < int(limit) * 2**30


def test_systemd_takes_it(unit: str, tmp_path: Path) -> None:
    program = shutil.which("systemd-analyze")
    if program is None:
        pytest.skip("no systemd-analyze")
    copy = tmp_path / UNIT.name
    copy.write_text(re.sub(r"ExecStart=\S+", "ExecStart=/bin/true", unit), encoding="utf-8")
    result = subprocess.run(  # noqa: S603
        [program, "verify", str(copy)], capture_output=True, text=True, check=False
    )

    assert (result.returncode, result.stderr) == (0, "")


def test_its_alerts_ask_for_metrics_that_there_are(root: Path) -> None:
    names = {family.name for family in Metrics().registry.collect()}
    rules = (root / UNIT).with_name("alerts.yaml").read_text(encoding="utf-8")
    asked = set(re.findall(r"communique_\w+", rules))

    assert asked
    assert {name.removesuffix("_total") for name in asked} <= names
