"""What the server answers to questions of the catalogue, in plain English and in Cypher."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from communique.explorer.server.context import Options
from communique.workspace.workspace import Workspace

Ask = Callable[..., Any]
At = Callable[..., AbstractContextManager[TestClient]]
ROSA = "person-rosa-hammerstein"


def test_questions_are_listed_by_group(ask: Ask) -> None:
    listed = ask("questions")["questions"]
    (met,) = [question for question in listed if question["name"] == "who-met"]

    assert listed[0]["group"] == "people"
    entity, since, _, limit = met["parameters"]
    assert (entity["kind"], entity["required"]) == ("entity", True)
    assert entity["types"] == ["Country", "Organisation", "Person"]
    assert (since["required"], since["default"], limit["default"]) == (False, None, 100)


def test_a_question_is_answered_with_the_facts_of_each_row(ask: Ask) -> None:
    answer = ask("questions/who-met", entity="vermolen", since="2024", limit=3)

    assert [row["met"] for row in answer["rows"]] == [
        "Pavlo Zinkevych",
        "Radu Vântu",
        "Tomasz Brelik",
    ]
    assert answer["truncated"]
    ids = {row["met_id"] for row in answer["rows"]} | {answer["parameters"]["entity"]}
    assert {(one["id"], one["type"]) for one in answer["entities"]} >= {(i, "Person") for i in ids}
    assert answer["parameters"]["since"] == "2024-01-01"
    keys = [key for row in answer["keys"] for key in row]
    assert [fact["key"] for fact in ask("evidence", key=keys)["facts"]] == keys


def test_a_question_without_keys_finds_the_facts_between_its_ends(ask: Ask) -> None:
    answer = ask("questions/evidence", first="Anneke Vermolen", second="Radu Vântu")

    assert answer["rows"]
    assert all(answer["keys"])


def test_a_name_that_several_bear_is_refused_with_those_who_bear_it(browser: TestClient) -> None:
    answer = browser.get("/api/questions/offices-of?person=Hammerstein")

    assert answer.status_code == 422
    assert ROSA in answer.json()["detail"]


def test_plain_english_is_answered_with_what_was_understood(ask: Ask) -> None:
    reply = ask("ask", q="Whom did Anneke Vermolen meet in 2024?")

    assert reply["answer"]["template"] == "who-met"
    assert reply["notes"][0] == "entity = Anneke Vermolen, from “Anneke Vermolen”"
    meant = {value for one in reply["others"] for value in one["parameters"].values()}
    (told,) = reply["entities"]
    assert told["id"] in meant
    assert (told["name"], told["facts"] > 5) == ("Anneke Vermolen", True)
    assert reply["refusal"] is None


def test_a_period_says_how_many_have_no_date_and_leads_to_them(browser: TestClient) -> None:
    asked = "Whom did Rosa Hammerstein meet"
    reply = browser.get("/api/ask", params={"q": f"{asked} in 2024?"}).json()
    other = reply["others"][0]
    whole = browser.get(f"/api/questions/{other['template']}", params=other["parameters"]).json()
    without = browser.get("/api/ask", params={"q": f"{asked}?"}).json()

    assert reply["answer"]["rows"] == []
    assert reply["notes"][-1].startswith("1 more has no date")
    assert [row["date"] for row in whole["rows"]] == [None]
    assert not any("no date" in note for note in without["notes"])


def test_what_is_no_question_is_refused_with_a_reason(ask: Ask) -> None:
    reply = ask("ask", q="Xyzzy?")
    nothing = ask("ask", q="the 0 people Anneke Vermolen met most often")

    assert (reply["answer"], nothing["answer"]) == (None, None)
    assert reply["refusal"]
    assert nothing["refusal"].startswith("limit: 0 is not between 1")


def test_cypher_is_answered_where_it_is_allowed(browser: TestClient) -> None:
    query = "MATCH (n:Person) WHERE n.name <> $name RETURN n.name AS name ORDER BY name"
    asked = {"query": query, "parameters": {"name": "x"}, "limit": 1}

    answer = browser.post("/api/cypher", json=asked).json()

    assert answer["columns"] == ["name"]
    assert answer["rows"] == [["Hammerstein"]] or answer["rows"] == [["Karl Hammerstein"]]
    assert answer["truncated"]


def test_cypher_tells_of_what_no_graph_has(browser: TestClient) -> None:
    asked = {"query": "MATCH (n:Person) RETURN n.nme AS name"}

    answer = browser.post("/api/cypher", json=asked).json()

    assert set(map(tuple, answer["rows"])) == {(None,)}
    assert answer["hints"] == ["no graph has the property nme; did you mean name?"]


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (n) DETACH DELETE n",
        "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
        "RETURN 1; RETURN 2",
        "CALL dbms.listConfig()",
        "MATCH (n) SET n.name = 'x' RETURN n",
        "MATCH (n",
        "RETURN $missing",
    ],
)
def test_cypher_only_reads(browser: TestClient, query: str) -> None:
    answer = browser.post("/api/cypher", json={"query": query})

    assert answer.status_code == 422
    assert answer.json()["detail"]


def test_cypher_is_off_unless_it_is_asked_for(stranger: TestClient) -> None:
    ours = {"Cookie": "communique-8765=harbour-token", "Origin": "http://127.0.0.1:8765"}
    answer = stranger.post("/api/cypher", json={"query": "RETURN 1"}, headers=ours)

    assert answer.status_code == 403
    assert "--allow-cypher" in answer.json()["detail"]


def test_questions_of_ones_own_are_asked_and_read_again(
    recorded: Workspace, tmp_path: Path, at_server: At
) -> None:
    text = (
        "// question: Who holds an office?\n// param: of entity(Organisation) - where\n"
        "// column: who text - who\n// column: who_id entity - who, as an id\n"
        "MATCH (n)-[:REPRESENTS]->(:Entity {id: $of}) RETURN n.name AS who, n.id AS who_id "
        "ORDER BY who"
    )
    (tmp_path / "holders.cypher").write_text(text)

    with at_server(recorded, Options(queries=tmp_path)) as browser:
        listed = browser.get("/api/questions").json()["questions"]
        answer = browser.get("/api/questions/holders?of=the+League").json()
        (tmp_path / "others.cypher").write_text(text)
        before = browser.get("/api/questions/others?of=the+League").status_code
        browser.post("/api/refresh", json={})
        after = browser.get("/api/questions/others?of=the+League").status_code

    assert (listed[-1]["name"], listed[-1]["group"]) == ("holders", "own")
    assert "Rosa Hammerstein" in [row["who"] for row in answer["rows"]]
    assert all(answer["keys"])
    assert (before, after) == (404, 200)
