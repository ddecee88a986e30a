"""Commands that keep and show the record."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from communique.ledger import Ledger

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


def test_diff_shows_what_the_last_run_changed(run: Run, loaded: Path) -> None:
    run("retract", "release-3", "--data", loaded)

    told = run("diff", "--data", loaded).stdout

    assert "run 2" in told
    assert "retract" in told
    assert "releases  +0 ~0 -1" in told
    assert "facts     +0 ~0 -1" in told
    assert "Anna Kask MEETS Oleg Reka   date 2024-06-01, status held" in told


def test_diff_as_json_holds_every_change_with_before_and_after(run: Run, loaded: Path) -> None:
    run("retract", "release-2", "--data", loaded)

    told = json.loads(run("diff", "--data", loaded, "--json").stdout)

    assert [one["command"] for one in told["runs"]] == ["retract"]
    assert [item["id"] for item in told["releases"]["removed"]] == ["release-2"]
    (fact,) = told["facts"]["changed"]
    assert fact["before"]["subject"] == {"id": "person-anna-kask", "name": "Anna Kask"}
    assert fact["before"]["releases"] == ["release-1", "release-2"]
    assert fact["after"]["releases"] == ["release-1"]
    assert told["entities"] == {"added": [], "changed": [], "removed": []}


@pytest.mark.parametrize(
    ("since", "removed"),
    [("0", 0), ("1", 2), ("2", 1), ("3", 0), ("1999-01-01", 0), ("2999-01-01", 0)],
)
def test_diff_goes_back_to_a_run_or_a_day(run: Run, loaded: Path, since: str, removed: int) -> None:
    run("retract", "release-3", "--data", loaded)
    run("retract", "release-2", "--data", loaded)

    told = json.loads(run("diff", "--since", since, "--data", loaded, "--json").stdout)

    assert len(told["releases"]["removed"]) == removed


def test_diff_since_yesterday_has_the_runs_of_today(run: Run, loaded: Path) -> None:
    told = json.loads(run("diff", "--since", "yesterday", "--data", loaded, "--json").stdout)

    assert len(told["releases"]["added"]) == 3


@pytest.mark.parametrize("since", ["9", "soon", "2024-13-01"])
def test_diff_since_what_is_no_run_and_no_day_says_what_to_give(
    run: Run, loaded: Path, since: str
) -> None:
    result = run("diff", "--since", since, "--data", loaded)

    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1


def test_a_command_that_changes_nothing_is_no_run(run: Run, loaded: Path) -> None:
    run("load", "--data", loaded)

    assert len(json.loads(run("diff", "--runs", "--data", loaded, "--json").stdout)) == 1


def test_a_command_that_changes_nothing_leaves_the_files_as_they_were(
    run: Run, loaded: Path
) -> None:
    names = ("ledger.sqlite", "store.kgl")
    before = [(loaded / name).read_bytes() for name in names]

    run("load", "--data", loaded)

    assert [(loaded / name).read_bytes() for name in names] == before
    assert not (loaded / "ledger.sqlite-wal").exists()


def test_what_a_killed_command_did_is_noted_by_the_next(run: Run, loaded: Path) -> None:
    with Ledger.open(loaded / "ledger.sqlite") as ledger:
        ledger.remove("release-3")  # and no more: killed here

    run("load", "--data", loaded)

    told = json.loads(run("diff", "--data", loaded, "--json").stdout)
    assert [item["id"] for item in told["releases"]["removed"]] == ["release-3"]


def test_an_id_of_an_earlier_graph_is_understood(run: Run, loaded: Path) -> None:
    with Ledger.open(loaded / "ledger.sqlite") as ledger:
        ids = {id_: f"person-{id_[-1]}" for id_ in ("release-1#1", "release-1#2")}
        ledger.given_ids.note(ids)
    run("load", "--data", loaded)

    asked = run("query", "run", "who-met", "-p", "entity=person-1", "--data", loaded, "--json")

    assert (
        json.loads(asked.stdout)["rows"]
        == json.loads(
            run(
                "query", "run", "who-met", "-p", "entity=Anna Kask", "--data", loaded, "--json"
            ).stdout
        )["rows"]
    )
