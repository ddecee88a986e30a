"""What a user's table of links does to an export."""

import csv
from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

Run = Callable[..., Result]
ROW = "person-anna-kask,skos:closeMatch,https://people.example/kask,desk"


def write(path: Path, row: str) -> None:
    path.write_text(f"id,predicate,target,source\n{row}\n", encoding="utf-8")


def test_links_of_the_workspace_are_exported(run: Run, workspace: Path, tmp_path: Path) -> None:
    write(workspace / "links.csv", ROW)

    quads = run("export", "nquads", "--data", workspace)
    tables = run("export", "csv", "-o", tmp_path / "tables", "--data", workspace)
    page = run("export", "html", "-o", tmp_path / "page.html", "--data", workspace)

    assert "skos/core#closeMatch> <https://people.example/kask>" in quads.stdout
    assert (tables.exit_code, page.exit_code) == (0, 0)
    with (tmp_path / "tables" / "entities.csv").open(encoding="utf-8") as file:
        cells = {row["id"]: row["links"] for row in csv.DictReader(file)}
    assert cells["person-anna-kask"] == "skos:closeMatch https://people.example/kask"
    assert "https://people.example/kask" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_a_link_of_nobody_is_told_and_left_out(run: Run, workspace: Path) -> None:
    write(workspace / "links.csv", ROW.replace("kask,", "nobody,", 1))

    result = run("export", "nquads", "--data", workspace)

    assert result.exit_code == 0
    assert "links.csv:2: no entity has the id 'person-anna-nobody'" in result.stderr
    assert "closeMatch" not in result.stdout


def test_a_wrong_table_is_told_in_one_line(run: Run, workspace: Path) -> None:
    write(workspace / "links.csv", "person-anna-kask,is,https://people.example/kask,")

    result = run("export", "nquads", "--data", workspace)

    assert result.exit_code == 2
    assert "links.csv:2: predicate 'is' is none of owl:sameAs" in result.stderr
