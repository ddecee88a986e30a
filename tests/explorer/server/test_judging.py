"""Judging who is who in the explorer."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from communique.explorer.server.context import Options
from communique.explorer.server.judging.judging import OWING, Judging
from communique.graph import Release, Ruling, Statement
from communique.workspace.workspace import LEDGER, Workspace

Told = tuple[Release, tuple[Statement, ...]]
Tell = Callable[..., Told]
At = Callable[..., AbstractContextManager[TestClient]]


@pytest.fixture
def workspace(tmp_path: Path, tell: Tell) -> Workspace:
    """Two of one surname, and a third who is called by it alone."""
    league = "body Harbour League"
    workspace = Workspace(tmp_path, str(tmp_path / "store.kgl"))
    with workspace.ledger(create=True) as ledger:
        for release, statements in (
            tell("a", ("person Rosa Hammerstein", "REPRESENTS", league, {"role": "Speaker"})),
            tell("b", ("person Karl Hammerstein", "REPRESENTS", league, {"role": "Clerk"})),
            tell("c", ("person Hammerstein", "REPRESENTS", league)),
        ):
            ledger.record(release, statements, "test")
    workspace.load(workspace.updated("build").graph)
    return workspace


def people(browser: TestClient) -> set[str]:
    """Who is in the graph as it is shown."""
    found = browser.get("/api/search?q=Hammerstein&type=Person").json()["entities"]
    return {entity["name"] for entity in found}


def names_of(pair: Any) -> set[str]:
    """The names of the two."""
    return {pair[side]["entity"]["name"] for side in ("one", "other")}


def settled(browser: TestClient) -> Any:
    """The pairs, once the graph has been brought up to date."""
    for _ in range(600):
        review = browser.get("/api/review").json()
        if not review["pending"]:
            return review
        time.sleep(0.1)
    raise AssertionError("the graph is not brought up to date")


def test_a_judgement_changes_the_graph_and_can_be_undone(
    workspace: Workspace, at_server: At
) -> None:
    with at_server(workspace, Options(author="Ada")) as browser:
        before, shown = people(browser), browser.get("/api/review").json()
        pair = next(
            one for one in shown["pairs"] if names_of(one) == {"Rosa Hammerstein", "Hammerstein"}
        )
        assert {"c", "a"} == {
            mention["release"] for side in ("one", "other") for mention in pair[side]["mentions"]
        }

        judged = browser.post("/api/review", json={"id": pair["id"], "ruling": "same"})
        again = browser.post("/api/review", json={"id": pair["id"], "ruling": "same"})
        left = settled(browser)
        joined = people(browser)
        ids = [pair[side]["entity"]["id"] for side in ("one", "other")]
        pages = [browser.get(f"/api/entities/{id_}").json() for id_ in ids]
        undone = browser.post("/api/review/undo", json={"keys": [pair["id"]]}).json()
        twice = browser.post("/api/review/undo", json={"keys": [pair["id"]]})
        restored = settled(browser)

        assert pair["id"] not in {one["id"] for one in judged.json()["pairs"]}
        (held,) = judged.json()["judgements"]
        assert (held["key"], held["ruling"], held["author"]) == (pair["id"], "same", "Ada")
        assert (again.status_code, twice.status_code) == (409, 409)
        assert left["total"] < shown["total"]
        assert len(joined) == len(before) - 1
        assert pages[0] == pages[1]
        assert {*pages[0]["former"], pages[0]["entity"]["id"]} == set(ids)
        assert pair["id"] in {one["id"] for one in undone["pairs"]}
        assert (restored["pairs"], restored["judgements"]) == (shown["pairs"], [])
        assert people(browser) == before


def test_a_large_ledger_is_resolved_in_a_process_of_its_own(workspace: Workspace) -> None:
    loaded: list[str] = []
    judging = Judging(workspace, "", lambda: loaded.append("loaded"), apart_from=1)
    (key, *_) = judging.standing().docket.open

    judging.judge(key, Ruling.SAME)
    for _ in range(600):
        if not (standing := judging.standing()).pending:
            break
        time.sleep(0.1)
    judging.close()

    assert loaded == ["loaded"]
    assert (standing.pending, standing.trouble) == (False, "")
    assert len(standing.docket.judgements) == 1
    assert key not in standing.docket.open


def test_a_pair_whose_releases_were_taken_back_cannot_be_judged(
    workspace: Workspace, at_server: At
) -> None:
    with at_server(workspace) as browser:
        pairs = browser.get("/api/review").json()["pairs"]
        workspace.retract(["c"])
        refused = browser.post("/api/review", json={"id": pairs[0]["id"], "ruling": "different"})
        settled(browser)
        after = settled(browser)

    assert refused.status_code == 409
    assert "look at the pairs that are left" in refused.json()["detail"]
    assert after["total"] < len(pairs)


def test_while_another_writes_a_judgement_is_kept_and_the_graph_follows_later(
    workspace: Workspace, at_server: At
) -> None:
    with at_server(workspace) as browser:
        (pair, *_) = browser.get("/api/review").json()["pairs"]
        with workspace.writing():
            kept = browser.post("/api/review", json={"id": pair["id"], "ruling": "unsure"}).json()
            reading = browser.get("/api/review").json()
        done = settled(browser)

    assert kept["judgements"][0]["ruling"] == "unsure"
    assert reading["pending"]
    assert (done["pending"], done["trouble"]) == (False, None)


def test_what_was_judged_before_the_end_is_in_the_graph_after_the_next_start(
    workspace: Workspace, at_server: At
) -> None:
    with workspace.writing(), at_server(workspace) as browser:
        pairs, before = browser.get("/api/review").json()["pairs"], people(browser)
        pair = next(one for one in pairs if names_of(one) == {"Rosa Hammerstein", "Hammerstein"})
        browser.post("/api/review", json={"id": pair["id"], "ruling": "same"})
    with at_server(workspace) as browser:
        between = people(browser)
        first = browser.get("/api/review").json()
        settled(browser)
        after = people(browser)

    assert first["pending"]
    assert between == before
    assert len(after) == len(before) - 1
    assert not (workspace.folder / OWING).exists()


def test_while_another_writes_to_the_ledger_a_judgement_is_refused_at_once(
    workspace: Workspace, at_server: At
) -> None:
    with at_server(workspace) as browser:
        (pair, *_) = browser.get("/api/review").json()["pairs"]
        with closing(sqlite3.connect(workspace.folder / LEDGER, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            begin = time.monotonic()
            answer = browser.post("/api/review", json={"id": pair["id"], "ruling": "same"})
            took = time.monotonic() - begin
        again = browser.post("/api/review", json={"id": pair["id"], "ruling": "same"})
        settled(browser)

    assert (answer.status_code, again.status_code) == (409, 200)
    assert "another process is writing" in answer.json()["detail"]
    assert took < 4  # SQLite's own patience is five seconds


def test_a_store_that_cannot_be_written_is_told_and_the_judgement_kept(
    workspace: Workspace, at_server: At, tell: Tell
) -> None:
    with at_server(workspace) as browser:
        (pair, *_) = browser.get("/api/review").json()["pairs"]
        store = Path(workspace.store)
        store.unlink()
        store.mkdir()
        browser.post("/api/review", json={"id": pair["id"], "ruling": "different"})
        done = settled(browser)
        store.rmdir()
        with workspace.ledger() as ledger:  # the pairs are found anew, and the store not loaded
            ledger.record(*tell("d", ("person Ada Lind", "REPRESENTS", "body Quay")), "test")
        browser.get("/api/review")  # tries again
        after = settled(browser)

    assert "is a folder" in done["trouble"]
    assert (after["pending"], after["trouble"]) == (False, None)
    assert store.is_file()
    with workspace.ledger() as ledger:
        assert [judgement.key for judgement in ledger.judgements.all()] == [pair["id"]]


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"id": "0123456789ab", "ruling": "perhaps"},
        {"id": "no key", "ruling": "same"},
        {"id": "0123456789ab", "ruling": "same", "by": "me"},
        {"id": "0123456789ab", "ruling": "same", "reason": "a" * 1001},
    ],
)
def test_a_judgement_that_makes_no_sense_is_refused(browser: TestClient, body: object) -> None:
    assert browser.post("/api/review", json=body).status_code == 422


def test_a_pair_that_never_was_cannot_be_judged(browser: TestClient) -> None:
    answer = browser.post("/api/review", json={"id": "0123456789ab", "ruling": "same"})

    assert answer.status_code == 409


def test_of_many_mentions_those_nearest_in_time_to_the_other_are_shown(
    tmp_path: Path, tell: Tell, at_server: At
) -> None:
    league = "body Harbour League"
    workspace = Workspace(tmp_path, str(tmp_path / "store.kgl"))
    with workspace.ledger(create=True) as ledger:
        for year in range(1990, 2020):
            rosa = ("person Rosa Hammerstein", "REPRESENTS", league, {"role": "Speaker"})
            karl = ("person Karl Hammerstein", "REPRESENTS", league, {"role": "Clerk"})
            release, statements = tell(f"r{year}", rosa, karl)
            ledger.record(replace(release, published=f"{year}-05-03"), statements, "test")
        release, statements = tell("late", ("person Hammerstein", "REPRESENTS", league))
        ledger.record(replace(release, published="2015-01-01"), statements, "test")
    workspace.load(workspace.updated("build").graph)

    with at_server(workspace) as browser:
        pairs = browser.get("/api/review").json()["pairs"]
    pair = next(one for one in pairs if names_of(one) == {"Rosa Hammerstein", "Hammerstein"})
    rosa = max((pair["one"], pair["other"]), key=lambda party: len(party["mentions"]))

    days = [mention["published"] for mention in rosa["mentions"]]
    assert days == [f"{year}-05-03" for year in range(2000, 2020)]
    assert (rosa["releases"], rosa["first"], rosa["last"]) == (30, "1990-05-03", "2019-05-03")
