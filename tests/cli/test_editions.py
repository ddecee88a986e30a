"""A release that was changed, and one that two wires forwarded, at the terminal."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

pytestmark = pytest.mark.model
Run = Callable[..., Result]

BODY = (
    "Foreign Minister Anna Kask met Latvian Foreign Minister Oleg Reka in Tallinn on 3 May 2024. "
    "They spoke of the ferries between the islands, of harbours that freeze in winter and of the "
    "price of fuel, which has gone up for the third year in a row and worries islanders."
)
CHANGED = f"{BODY} On 4 May 2024, Oleg Reka visited Finland."


@pytest.fixture
def feed(tmp_path: Path) -> Callable[..., Path]:
    """Writes a feed of releases, each of them given by its fields."""

    def write(*records: dict[str, str]) -> Path:
        path = tmp_path / "feed.jsonl"
        lines = (json.dumps({"title": "Talks in Tallinn"} | record) for record in records)
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return write


def _record(body: str, source: str = "Ministry", **fields: str) -> dict[str, str]:
    return {"body": body, "source": source, "date": "2024-05-03"} | fields


def _listed(run: Run) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("releases", "--json").stdout)
    return found


def test_a_changed_release_supersedes_what_was_built_before(
    run: Run, feed: Callable[..., Path]
) -> None:
    run("build", feed(_record(CHANGED)))

    built = run("build", feed(_record(BODY)))

    (earlier,) = [item for item in _listed(run) if item["standing"] == "superseded"]
    (later,) = [item for item in _listed(run) if item["standing"] == "counts"]
    assert "1 release superseded by a later edition" in built.stdout
    assert (earlier["by"], earlier["reason"]) == (later["id"], "same title, source and day")
    assert f"superseded by {later['id']}" in run("releases").stdout
    assert "VISITS" not in run("export", "statements").stdout


def test_what_two_wires_forward_is_one_release_of_two_sources(
    run: Run, feed: Callable[..., Path], tmp_path: Path
) -> None:
    path = feed(_record(CHANGED), _record(BODY, "Coastal Wire", title="Ministers meet"))

    report = json.loads(run("build", path, "--json").stdout)
    run("export", "statements", "-o", tmp_path / "out" / "statements.jsonl")
    (document,) = (tmp_path / "out" / "documents.jsonl").read_text(encoding="utf-8").splitlines()

    (copy,) = report["editions"]["copies"]
    assert [item["source"] for item in json.loads(document)["copies"]] == ["Coastal Wire"]
    assert json.loads(document)["id"] == copy["by"]
    nodes = run("cypher", "MATCH (r:Release) RETURN r.sources AS sources", "--json")
    assert json.loads(nodes.stdout) == [{"sources": ["Ministry", "Coastal Wire"]}]


def test_taking_back_the_edition_that_counts_brings_the_other_back(
    run: Run, feed: Callable[..., Path]
) -> None:
    run("build", feed(_record(BODY)))
    before = run("export", "nquads").stdout
    run("build", feed(_record(CHANGED)))
    ids = {item["standing"]: item["id"] for item in _listed(run)}

    result = run("retract", ids["counts"])

    assert f"{ids['superseded']} counts again" in result.stdout
    assert run("export", "nquads").stdout == before


def test_a_second_build_of_editions_and_copies_writes_nothing(
    run: Run, feed: Callable[..., Path]
) -> None:
    path = feed(_record(BODY), _record(CHANGED), _record(BODY, "Coastal Wire"))
    run("build", path)

    again = json.loads(run("build", path, "--json").stdout)

    assert (again["writes"], again["store"]["writes"]) == (0, 0)
    assert len(again["editions"]["superseded"]) + len(again["editions"]["copies"]) == 2


def test_a_release_is_taken_back_in_all_its_texts(run: Run, feed: Callable[..., Path]) -> None:
    run("build", feed(_record(BODY), _record(CHANGED), _record(BODY, "Coastal Wire")))
    (counting,) = [item["id"] for item in _listed(run) if item["standing"] == "counts"]
    verified = run("verify").stdout

    taken = json.loads(run("retract", counting, "--editions", "--json").stdout)

    assert "1 release superseded by a later edition, 1 copy of another release" in verified
    assert (len(taken["taken"]), taken["counting_again"]) == (3, [])
    assert _listed(run) == []


def test_json_tells_what_counts_again(run: Run, feed: Callable[..., Path]) -> None:
    run("build", feed(_record(BODY), _record(CHANGED)))
    ids = {item["standing"]: item["id"] for item in _listed(run)}

    taken = json.loads(run("retract", ids["counts"], "--json").stdout)

    assert taken["taken"] == [ids["counts"]]
    assert taken["counting_again"] == [ids["superseded"]]
