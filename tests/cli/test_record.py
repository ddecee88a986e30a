"""Commands that keep and show the record."""

import shutil
from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

Run = Callable[..., Result]


def test_a_backup_copied_back_gives_the_same_export(
    run: Run, workspace: Path, tmp_path: Path
) -> None:
    before = run("export", "statements", "--data", workspace).stdout
    copy, restored = tmp_path / "copy.sqlite", tmp_path / "restored"

    result = run("backup", copy, "--data", workspace)
    restored.mkdir()
    shutil.copy(copy, restored / "ledger.sqlite")

    assert result.exit_code == 0
    assert run("load", "--data", restored).exit_code == 0
    assert run("export", "statements", "--data", restored).stdout == before


def test_a_backup_overwrites_nothing_unasked(run: Run, workspace: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    copy.write_text("older", encoding="utf-8")

    refused = run("backup", copy, "--data", workspace)
    forced = run("backup", copy, "--force", "--data", workspace)

    assert (refused.exit_code, forced.exit_code) == (2, 0)
    assert "--force" in refused.stderr
