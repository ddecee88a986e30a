"""What the server tells of an entity and of a release, and how it tells what it cannot."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from communique.explorer.server.pages import listed
from communique.explorer.server.snapshot import read_snapshot
from communique.graph import Entity, KnowledgeGraph, LedgerError, Qualifiers, Release, Statement
from communique.loaders.store import Store
from communique.ontology import EntityType, Relation
from communique.workspace.workspace import Workspace

Ask = Callable[..., Any]
Tell = Callable[..., tuple[Release, tuple[Statement, ...]]]
At = Callable[..., AbstractContextManager[TestClient]]
ROSA = "person-rosa-hammerstein"


def test_an_entity_is_told_with_its_office_and_its_facts(browser: TestClient) -> None:
    page = browser.get(f"/api/entities/{ROSA}").json()

    assert page["entity"]["name"] == "Rosa Hammerstein"
    (office,) = page["offices"]
    assert (office["role"], office["body"]["name"], len(office["keys"])) == (
        "Speaker",
        "Harbour League",
        1,
    )
    assert [fact["object"]["name"] for fact in page["meetings"]] == ["Rosa Hammerstein"]
    assert [fact["object"]["name"] for fact in page["visits"]] == ["Riga"]
    assert {one["name"]: one["count"] for one in page["neighbours"]} == {
        "Harbour League": 1,
        "Riga": 1,
        "𝔄da Lind": 1,
    }
    assert [one["id"] for one in page["releases"]] == ["a", "d"]
    assert not page["truncated"]


def test_operations_stand_apart(browser: TestClient) -> None:
    page = browser.get("/api/entities/organisation-harbour-league").json()

    assert [fact["object"]["name"] for fact in page["operations"]] == ["Calm Harbour"]
    assert {fact["relation"] for fact in page["others"]} == {"REPRESENTS"}


def test_offices_without_date_last_from_the_first_release_to_the_last(ask: Ask) -> None:
    (found,) = ask("search", q="Anneke Vermolen", limit=1)["entities"]
    page = ask(f"entities/{found['id']}")

    assert [(office["first"], office["last"]) for office in page["offices"]] == [
        ("2024-06-14", "2024-06-14")
    ]
    dates = [fact["first"] for fact in page["meetings"]]
    assert dates == sorted(dates, reverse=True)
    assert len(dates) == 8


def test_a_release_is_read_with_its_names_and_facts(browser: TestClient) -> None:
    release = browser.get("/api/releases/a").json()

    text = release["text"]
    assert [text[m["start"] : m["end"]] for m in release["mentions"]] == [
        "Rosa Hammerstein",
        "Harbour League",
        "Rosa Hammerstein",
        "𝔄da Lind",
    ]
    assert release["mentions"][0]["entity"]["id"] == ROSA
    quotes = [quote for fact in release["facts"] for quote in fact["quotes"]]
    assert all(text[quote["start"] : quote["end"]] == quote["text"] for quote in quotes)
    assert release["release"]["facts"] == len(release["facts"]) == 2


def test_without_a_ledger_a_release_has_no_text(ask: Ask) -> None:
    (head, *_) = ask("releases", limit=1)["releases"]
    release = ask(f"releases/{head['id']}")

    assert (release["text"], release["mentions"]) == (None, [])
    assert len(release["facts"]) == head["facts"]
    assert release["facts"][0]["quotes"][0]["text"]


def test_releases_come_in_pages_and_are_found_by_their_words(ask: Ask) -> None:
    page = ask("releases", offset=1, limit=2)
    found = ask("releases", q="PÁRT 13, harbour")

    assert (len(page["releases"]), page["truncated"]) == (2, True)
    assert [one["headline"] for one in found["releases"]] == ["Notes of the week, part 13"]
    assert ask("releases", q="part nobody") == {"releases": [], "total": 0, "truncated": False}


def test_releases_without_facts_are_left_out_if_wanted(
    compose: Callable[..., KnowledgeGraph], kept: Callable[[KnowledgeGraph], Store]
) -> None:
    one, other = (Entity(f"person-{name}", EntityType.PERSON, name) for name in ("Ada", "Berit"))
    silent = Release("silent", "Nothing", "Newsroom", "Nothing", published="2024-02-01")
    telling = Release("telling", "Meetings", "Newsroom", "Meetings", published="2024-01-01")
    line = (one, Relation.MEETS, other, Qualifiers(), "Ada met Berit.")
    snapshot = read_snapshot(kept(compose([(silent, []), (telling, [line])])))

    every, stating = listed(snapshot, ""), listed(snapshot, "", stating=True)

    assert [snapshot.releases.ids[number] for number in every] == ["silent", "telling"]
    assert [snapshot.releases.ids[number] for number in stating] == ["telling"]


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("questions/who-met", 422, "needs entity"),
        ("questions/who-met?entity=Minister+Nobody", 422, "is called"),
        ("questions/who-met?entity=Rosa+Hammerstein&since=2024-13", 422, "2023-11-20"),
        ("questions/who-met?entity=Rosa+Hammerstein&limit=1001", 422, "at most 1000"),
        ("questions/who-met?entity=a&entity=b", 422, "given twice"),
        (f"questions/who-met?entity={'a' * 501}", 422, "at most 500"),
        ("questions/who-meet", 404, "did you mean"),
        ("questions/who-met?who=me", 422, "no parameter who"),
        ("entities/person-nobody", 404, "search"),
        ("releases/nothing", 404, "taken back"),
        ("releases?limit=501", 422, "limit"),
        ("ask?q=", 422, "q:"),
        ("nothing", 404, "Not Found"),
    ],
)
def test_what_cannot_be_answered_is_told_in_words(
    browser: TestClient, path: str, status: int, told: str
) -> None:
    answer = browser.get(f"/api/{path}")

    assert answer.status_code == status
    assert told in answer.json()["detail"]


def test_there_is_nothing_to_judge_without_a_ledger(stranger: TestClient) -> None:
    ours = {"Cookie": "communique-8765=harbour-token", "Origin": "http://127.0.0.1:8765"}

    assert stranger.get("/api/review", headers=ours).status_code == 404


def test_a_store_that_is_gone_is_told_and_the_graph_stays(
    recorded: Workspace, browser: TestClient
) -> None:
    store = recorded.folder / "store.kgl"
    aside = store.rename(store.with_suffix(".aside"))
    answer = browser.post("/api/refresh", json={})
    graph = browser.get("/api/graph")
    aside.rename(store)

    assert answer.status_code == 503
    assert "there is no store here" in answer.json()["detail"]
    assert graph.json()["facts"] == 7
    assert browser.post("/api/refresh", json={}).status_code == 200


def test_a_ledger_that_cannot_be_read_is_told(recorded: Workspace, browser: TestClient) -> None:
    ledger = recorded.folder / "ledger.sqlite"
    held = ledger.read_bytes()
    ledger.write_bytes(b"no database at all" * 100)
    answer, entity = browser.get("/api/releases/a"), browser.get(f"/api/entities/{ROSA}")
    ledger.write_bytes(held)

    assert answer.status_code == 503
    assert "no ledger" in answer.json()["detail"]
    assert entity.status_code == 200
    with pytest.raises(LedgerError, match="holds no release"), recorded.ledger() as whole:
        whole.release("nothing")


def test_of_what_many_releases_say_a_release_tells_its_own_words_and_some_others(
    tmp_path: Path, tell: Tell, at_server: At
) -> None:
    workspace = Workspace(tmp_path, str(tmp_path / "store.kgl"))
    row = ("person Rosa Hammerstein", "REPRESENTS", "body Harbour League")
    with workspace.ledger(create=True) as ledger:
        for number in range(30):
            ledger.record(*tell(f"r{number:02}", row, (f"person N{number}", *row[1:])), "test")
    workspace.load(workspace.updated("build").graph)

    with at_server(workspace) as browser:
        release = browser.get("/api/releases/r29").json()
        (fact,) = [fact for fact in release["facts"] if fact["subject"]["id"] == ROSA]
        (whole,) = browser.get("/api/evidence", params={"key": fact["key"]}).json()["facts"]

    assert [quote["release"] for quote in fact["quotes"]] == [
        "r29",
        *(f"r{number:02}" for number in range(20)),
    ]
    assert (fact["support"], len(whole["quotes"])) == (30, 30)
