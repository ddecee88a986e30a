"""What the rows of an answer rest on, read back from the store."""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import replace

import pytest

from communique.graph import KnowledgeGraph
from communique.loaders.store import Store
from communique.queries.answers import Answer
from communique.queries.catalogue import ColumnKind, Template, catalogue, parse, template
from communique.queries.evidence import named_facts, with_evidence
from communique.queries.facts import FACT, facts_of, releases_of
from communique.queries.names import Names
from communique.queries.runner import run

OWN = """\
// question: Whom did someone meet?
// param: entity entity(Person) - who
// column: met text - whom
// column: met_id entity - the same, as an id
MATCH (:Entity {id: $entity})-[:MEETS]-(met:Entity)
RETURN DISTINCT met.name AS met, met.id AS met_id ORDER BY met_id
"""
KEYED = """\
// question: Who supports what?
// column: helper text - who
// column: helper_id entity - the same, as an id
// column: keys keys - the facts it rests on
MATCH (helper:Entity)-[fact:FUNDS|SUPPORTS]->(:Entity)
WITH helper, fact ORDER BY fact.key
RETURN helper.name AS helper, helper.id AS helper_id, collect(fact.key) AS keys ORDER BY helper_id
"""


def asked(each_store: Store, names: Names, question: Template, **values: str) -> Answer:
    return with_evidence(each_store, run(each_store, question, values, names))


def said(answer: Answer, place: int = 0) -> list[str]:
    assert answer.facts is not None
    return [fact.evidence[0].text for fact in answer.facts[place]]


def test_facts_are_read_back_as_they_were_loaded(each_store: Store, graph: KnowledgeGraph) -> None:
    found = facts_of(each_store, f"MATCH (:Entity)-[fact]->(:Entity) {FACT}", {}, 10)

    assert sorted(found, key=lambda fact: fact.key) == sorted(graph.facts, key=lambda f: f.key)


def test_releases_are_read_back_with_what_is_known_of_them(each_store: Store) -> None:
    found = releases_of(each_store, ["r1"], 10)["r1"]

    assert (found.headline, found.source, found.published, found.url) == (
        *("Summit opens in Tallinn", "League", "2024-03-05"),
        "https://example.org/r1",
    )
    assert list(releases_of(each_store, None, 10)) == ["r1", "r2", "r3"]
    assert releases_of(each_store, [], 10) == {}


def test_a_row_has_every_quote_of_its_fact(each_store: Store, names: Names) -> None:
    answer = asked(each_store, names, template("who-met"), entity="Mara Lind")

    assert [(quote.release.id, quote.words) for quote in answer.quotes(0)] == [
        ("r1", "On 4 March Ms Lind met Mr Malý in Tallinn."),
        ("r2", "On Monday Mr Malý talked with Ms Lind."),
    ]


def test_quotes_stand_at_their_offsets(
    each_store: Store, names: Names, texts: dict[str, str]
) -> None:
    answer = asked(each_store, names, template("timeline"), entity="Estonia")

    quotes = [quote for place in range(len(answer)) for quote in answer.quotes(place)]
    assert quotes
    for quote in quotes:
        text = texts[quote.release.id]
        assert text[quote.evidence.start : quote.evidence.end] == quote.evidence.text


def test_a_row_without_quote_has_the_facts_between_its_entities(
    each_store: Store, names: Names
) -> None:
    answer = asked(each_store, names, parse("own", OWN), entity="Ondřej Malý")

    assert said(answer, 0) == ["In April Mr Roos will meet Mr Malý."]
    assert said(answer, 1) == ["On 4 March Ms Lind met Mr Malý in Tallinn."]


def test_keys_name_the_facts_of_a_row(each_store: Store, names: Names) -> None:
    answer = asked(each_store, names, parse("keyed", KEYED))

    assert [(row["helper"], said(answer, place)) for place, row in enumerate(answer)] == [
        ("Maritime Fund", ["The Maritime Fund gave 2 million."]),
        ("Northern Defence League", ["The League supported it."]),
    ]


def test_facts_that_rows_name_are_counted_once(each_store: Store, names: Names) -> None:
    answer = asked(each_store, names, parse("keyed", KEYED))

    assert named_facts(answer) == 2
    assert named_facts(replace(answer, rows=(*answer.rows, *answer.rows))) == 2


def test_facts_that_touch_no_entity_of_the_row_are_found_by_their_keys(
    each_store: Store, names: Names
) -> None:
    keyed = parse("keyed", KEYED.replace("helper_id entity", "helper_id text"))

    assert said(asked(each_store, names, keyed)) == ["The Maritime Fund gave 2 million."]


def test_rows_that_count_rest_on_no_fact_alone(each_store: Store, names: Names) -> None:
    counting = parse(
        "counting",
        "// question: How many are there?\n// column: n int - how many\n"
        "MATCH (n:Entity) RETURN count(n) AS n",
    )

    assert asked(each_store, names, counting).facts == ((),)


def test_a_fact_of_several_rows_is_told_once(each_store: Store, names: Names) -> None:
    answer = asked(each_store, names, template("evidence"), first="Mara Lind", second="Ondřej Malý")

    (grounds,) = answer.evidence()
    assert grounds.rows == (1, 2)
    assert grounds.said == "Mara Lind MEETS Ondřej Malý, 2024-03-04, Tallinn, Harbour Summit, held"


@pytest.fixture
def lind(each_store: Store, names: Names) -> Answer:
    """Whom Mara Lind met, with evidence: one row, two quotes."""
    return asked(each_store, names, template("who-met"), entity="Mara Lind")


def test_json_has_the_evidence_in_each_row(lind: Answer) -> None:
    (row,) = json.loads(lind.to_json())["rows"]
    (fact,) = row["evidence"]

    assert fact["subject"] == {"id": "person-mara-lind", "name": "Mara Lind"}
    assert [quote["release"] for quote in fact["quotes"]] == ["r1", "r2"]
    assert fact["quotes"][0]["start"] < fact["quotes"][0]["end"]
    assert fact["quotes"][0]["headline"] == "Summit opens in Tallinn"


def test_csv_repeats_a_row_for_each_quote(lind: Answer) -> None:
    rows = list(csv.DictReader(io.StringIO(lind.to_csv())))

    assert [(row["met"], row["evidence_release"]) for row in rows] == [
        ("Ondřej Malý", "r1"),
        ("Ondřej Malý", "r2"),
    ]
    assert {row["evidence_fact"] for row in rows} == {
        fact.key for facts in lind.facts or () for fact in facts
    }


def test_markdown_lists_the_quotes_below_the_table(lind: Answer) -> None:
    table, items = lind.to_markdown().split("\n\n")

    assert "quote" not in table
    assert items.splitlines()[1] == (
        "  - “On 4 March Ms Lind met Mr Malý in Tallinn.” "
        "([League: Summit opens in Tallinn, 2024-03-05, characters 98 to 140]"
        "(<https://example.org/r1>))"
    )


def test_a_notebook_shows_every_quote_under_the_pointer(lind: Answer) -> None:
    assert "On Monday Mr Malý talked with Ms Lind." in lind._repr_html_()


def test_every_question_that_quotes_names_the_facts_of_its_rows() -> None:
    quoting = {
        question.name
        for question in catalogue().values()
        if any(column.kind is ColumnKind.QUOTE for column in question.columns)
    }
    keyed = {
        question.name
        for question in catalogue().values()
        if any(column.kind is ColumnKind.KEYS for column in question.columns)
    }

    assert quoting - keyed == set()


def edges(answer: Answer) -> list[tuple[str, str, Mapping[str, object]]]:
    return list(answer.to_networkx().edges(data=True))


def test_facts_are_edges_from_subject_to_object(lind: Answer) -> None:
    ((subject, object_, said),) = edges(lind)

    assert (subject, object_) == ("person-mara-lind", "person-ondrej-maly")
    assert said["relation"] == "MEETS"
    assert (said["date"], said["status"], said["release"]) == ("2024-03-04", "held", "r1")
    assert said["support"] == 2


def test_entities_are_nodes_with_name_and_type(lind: Answer) -> None:
    nodes: dict[str, object] = dict(lind.to_networkx().nodes.items())

    assert nodes == {
        "person-mara-lind": {"name": "Mara Lind", "type": "Person"},
        "person-ondrej-maly": {"name": "Ondřej Malý", "type": "Person"},
    }


def test_rows_that_are_facts_are_edges_without_evidence(each_store: Store, names: Names) -> None:
    answer = run(each_store, template("timeline"), {"entity": "Ondřej Malý"}, names)

    assert answer.facts is None
    assert len(edges(answer)) == len(answer)
    assert ("person-mara-lind", "person-ondrej-maly") in answer.to_networkx().edges()


def test_rows_about_one_entity_give_its_node_their_values(each_store: Store, names: Names) -> None:
    answer = run(each_store, template("most-connected"), {"limit": 1}, names)
    graph = answer.to_networkx()

    (row,) = answer
    node = graph.nodes[str(row["person_id"])]
    assert node["type"] == "Person"
    assert node["connections"] == row["connections"]
    assert not graph.edges()
