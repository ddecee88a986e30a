"""Scripts of a checkout say how they are used, and do nothing when they are asked wrongly."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SERVERS = ("docker/fuseki/server", "docker/neo4j/server")


@pytest.fixture
def checkout(root: Path, tmp_path: Path) -> Path:
    """The scripts in a folder of their own, where nothing is set up."""
    for script in ("scripts/set-up", *SERVERS):
        (tmp_path / script).parent.mkdir(parents=True)
        shutil.copy(root / script, tmp_path / script)
    return tmp_path


def ran(checkout: Path, *command: str) -> "subprocess.CompletedProcess[str]":
    """A script, with no Python to set anything up with."""
    program, *arguments = command
    return subprocess.run(  # noqa: S603
        [str(checkout / program), *arguments],
        cwd=checkout,
        env={"PATH": "/usr/bin:/bin", "PYTHON": "none", "HOME": str(checkout)},
        capture_output=True,
        check=False,
        text=True,
    )


@pytest.mark.parametrize("script", ["scripts/set-up", *SERVERS])
def test_help_is_the_usage_and_nothing_else(checkout: Path, script: str) -> None:
    result = ran(checkout, script, "--help")

    assert (result.returncode, result.stderr) == (0, "")
    assert f"  {script} " in result.stdout
    assert "set -eu" not in result.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("scripts/set-up", "--fusek"),
        ("scripts/set-up", "--neo4j", "--fusek"),
        *((script, "begin") for script in SERVERS),
    ],
    ids=" ".join,
)
def test_what_a_script_does_not_know_is_refused_before_anything_is_done(
    checkout: Path, arguments: tuple[str, ...]
) -> None:
    before = sorted(checkout.rglob("*"))

    result = ran(checkout, *arguments)

    assert (result.returncode, result.stdout) == (2, "")
    assert f"  {arguments[0]} " in result.stderr
    assert arguments[-1] in result.stderr.splitlines()[-1]
    assert sorted(checkout.rglob("*")) == before


def test_the_guides_name_the_command_and_every_option_of_set_up(root: Path, checkout: Path) -> None:
    files = (root / "README.md", root / "CONTRIBUTING.md", *sorted((root / "docs").glob("*.md")))
    guides = "\n".join(file.read_text(encoding="utf-8") for file in files)
    options = re.findall(
        r"scripts/set-up (--\w+)", ran(checkout, "scripts/set-up", "--help").stdout
    )

    assert len(options) == 4
    assert [option for option in options if f"{option}`" not in guides] == []
    assert ".venv/bin/communique" in files[0].read_text(encoding="utf-8")


def test_set_up_says_what_a_package_in_source_needs(checkout: Path) -> None:
    tools = checkout / "bin"
    tools.mkdir()
    for name in ("cat", "cut", "dirname", "env", "id", "rm", "sed", "sh", "tr"):
        (tools / name).symlink_to(str(shutil.which(name)))
    (checkout / "pyproject.toml").touch()
    (checkout / "requirements.lock").write_text("./no-such-package\n", encoding="utf-8")
    variables = {"PATH": str(tools), "PYTHON": sys.executable, "HOME": str(checkout)}

    result = subprocess.run(  # noqa: S603
        [str(checkout / "scripts" / "set-up")],
        env=variables,
        capture_output=True,
        check=False,
        text=True,
    )

    assert result.returncode == 1
    assert result.stderr.splitlines()[-1].startswith("set-up: PyICU comes as source")
    assert not (checkout / ".venv" / ".set-up-stamp").exists()
