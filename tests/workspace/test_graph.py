"""A graph as a program or a notebook uses it."""

import datetime
import json
import logging
from pathlib import Path

import pytest

from communique.builder import Extractor
from communique.graph import (
    LedgerError,
    MissingParameterError,
    StoreUnavailableError,
    UnclearQuestionError,
    UnknownNameError,
    UnknownTemplateError,
    UnwritableFileError,
)
from communique.ledger import Ledger
from communique.loaders.store import QueryError
from communique.ontology import EntityType, Relation
from communique.queries import parse
from communique.workspace import Graph
from communique.workspace.exports import Format, Options, export
from communique.workspace.workspace import Workspace


def met(graph: Graph, name: str) -> list[object]:
    return [row["met"] for row in graph.query("who-met", entity=name)]


def test_a_graph_is_built_from_releases_and_asked(graph: Graph) -> None:
    assert met(graph, "Anna Kask") == ["Oleg Reka", "Juri Salu"]


def test_a_build_reports_what_it_read(graph: Graph) -> None:
    assert graph.report is not None
    assert (graph.report.new, graph.report.skipped) == (1, ())


def test_input_that_gives_no_release_is_reported_and_told(
    feed: Path, tmp_path: Path, sentences: Extractor, caplog: pytest.LogCaptureFixture
) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"no": "release"\n', encoding="utf-8")
    with (
        caplog.at_level(logging.WARNING),
        Graph.build([feed, broken], tmp_path / "data", extractor=sentences) as graph,
    ):
        assert graph.report is not None
        assert [problem.path for problem in graph.report.skipped] == [str(broken)]
    assert "broken.jsonl" in caplog.text


def test_an_answer_comes_with_its_evidence(graph: Graph) -> None:
    (quote,) = graph.query("who-met", entity="Anna Kask").quotes(0)

    assert quote.words == "Anna Kask met Oleg Reka on 2024-05-03."
    assert quote.release.headline == "Talks in Tallinn"


def test_evidence_can_be_left_out(graph: Graph) -> None:
    assert graph.query("who-met", entity="Anna Kask", evidence=False).facts is None


def test_parameters_may_be_days_and_a_mapping(graph: Graph) -> None:
    day = datetime.date(2024, 5, 4)

    assert len(graph.query("who-met", {"entity": "Anna Kask"}, since=day)) == 1


def test_a_parameter_that_python_keeps_for_itself_ends_in_an_underscore(graph: Graph) -> None:
    answer = graph.query("connection", from_="Oleg Reka", to="Juri Salu")

    assert [row["step"] for row in answer] == [1, 2]


def test_workers_and_an_extractor_of_ones_own_exclude_each_other(
    graph: Graph, more: Path, sentences: Extractor
) -> None:
    with pytest.raises(ValueError, match="workers are of the press extractor"):
        graph.add(more, extractor=sentences, workers=2)


UNSURE = (
    "The Lisbon Summit brought Carl Berg, President of Sweden, together with envoys of the African "
    "Union.",
    "At the Lisbon Summit, Carl Berg, President of Sweden, had coffee with envoys of the African "
    "Union.",
    "Around the table of the Lisbon Summit were Carl Berg, President of Sweden, and envoys of the "
    "African Union.",
)


@pytest.mark.model
@pytest.mark.parametrize("workers", [1, 2])
def test_less_is_found_if_the_encoder_is_not_asked(tmp_path: Path, workers: int) -> None:
    feed = tmp_path / "feed"
    feed.mkdir()
    for number, told in enumerate(UNSURE):
        text = f"The summit, part {number}\n\nSource: Ministry {number}\n\n{told}\n"
        (feed / f"{number}.txt").write_text(text, encoding="utf-8")

    with Graph.build(feed, tmp_path / "data", encoder=False) as without:
        known = {str(fact.key) for fact in without.facts("Carl Berg")}
    with Graph.build(feed, tmp_path / "data", workers=workers) as asked:
        found = {str(fact.key) for fact in asked.facts("Carl Berg")}

    assert known < found


def test_releases_that_are_added_are_seen_at_once(
    graph: Graph, more: Path, sentences: Extractor
) -> None:
    graph.add(more, extractor=sentences)

    assert met(graph, "Oleg Reka") == ["Anna Kask", "Inga Berze"]
    assert [release.headline for release in graph.releases()] == [
        "Talks in Tallinn",
        "Talks in Riga",
    ]


def test_what_only_a_release_supports_goes_with_it(
    graph: Graph, more: Path, sentences: Extractor
) -> None:
    graph.add(more, extractor=sentences)
    first, _ = graph.releases()

    assert graph.retract(first.id).taken == (first.id,)
    assert met(graph, "Anna Kask") == ["Oleg Reka"]


def test_a_release_that_nobody_holds_takes_nothing_back(graph: Graph) -> None:
    first, *_ = graph.releases()
    with pytest.raises(LedgerError, match="nothing was taken"):
        graph.retract(first.id, "release-of-nobody")

    assert len(graph.facts()) == 2


def test_what_was_built_can_be_opened_again(graph: Graph, tmp_path: Path) -> None:
    with Graph.open(tmp_path / "data") as again:
        assert again.facts() == graph.facts()


def test_a_store_alone_can_be_asked_and_not_exported(graph: Graph, tmp_path: Path) -> None:
    with Graph.open(tmp_path / "data" / "store.kgl") as alone:
        assert alone.facts() == graph.facts()
        with pytest.raises(LedgerError, match="without the ledger"):
            alone.export("csv", tmp_path / "tables")


def test_a_graph_can_be_asked_after_it_was_closed(graph: Graph) -> None:
    graph.close()
    graph.close()

    assert len(graph.facts()) == 2


def test_facts_are_found_by_ends_relation_and_period(graph: Graph) -> None:
    (fact,) = graph.facts("kask", "Juri Salu")

    assert fact.predicate is Relation.MEETS
    assert fact.qualifiers.date == "2024-05-04"
    assert graph.facts("Anna Kask", since="2024-05-04", until="2024-05") == [fact]
    assert graph.facts(relation="visits") == []
    assert graph.facts(limit=1) == graph.facts()[:1]
    assert len(graph.facts(relation=Relation.MEETS)) == 2


def test_an_entity_is_found_by_part_of_its_name(graph: Graph) -> None:
    assert (graph.entity("reka").name, graph.entity("reka").type) == (
        "Oleg Reka",
        EntityType.PERSON,
    )
    with pytest.raises(UnknownNameError):
        graph.entity("reka", EntityType.COUNTRY)


def test_a_search_lists_entities(graph: Graph) -> None:
    assert [row["name"] for row in graph.search("juri")] == ["Juri Salu"]


OWN = """\
// question: How many people does someone meet?
// param: entity entity(Person) - who
// column: people int - how many
MATCH (:Entity {id: $entity})-[:MEETS]-(met:Person)
RETURN count(DISTINCT met) AS people
"""


def test_questions_of_ones_own_are_asked_beside_ours(
    graph: Graph, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (folder := tmp_path / "queries").mkdir()
    (folder / "how-many.cypher").write_text(OWN, encoding="utf-8")
    (folder / "broken.cypher").write_text("CREATE (n)", encoding="utf-8")
    with Graph.open(tmp_path / "data", queries=folder) as opened:
        assert opened.query("how-many", entity="kask").to_dicts() == [{"people": 2}]
        assert {"how-many", "who-met"} <= opened.questions().keys()
    assert "broken.cypher" in caplog.text
    with pytest.raises(UnknownTemplateError):
        graph.query("how-many", entity="kask")


def test_evidence_of_two_has_a_row_for_each_quote(
    graph: Graph, more: Path, sentences: Extractor
) -> None:
    graph.add(more, extractor=sentences)

    assert len(graph.evidence("Anna Kask", "Oleg Reka")) == 2


def test_a_query_of_ones_own_takes_parameters(graph: Graph) -> None:
    query = "MATCH (n:Person) WHERE n.name = $name RETURN n.id AS id"

    assert graph.cypher(query, name="Juri Salu").rows == ({"id": "person-juri-salu"},)


def test_a_query_of_ones_own_cannot_write(graph: Graph) -> None:
    with pytest.raises(QueryError, match="CREATE"):
        graph.cypher("CREATE (:Entity {id: 'x'})")


def test_rows_of_a_query_are_a_table_in_a_notebook(graph: Graph) -> None:
    found = graph.cypher("MATCH (n:Person) RETURN n.name AS name ORDER BY name", most=1)

    assert list(found) == found.to_dicts() == [found[0]] == [{"name": "Anna Kask"}]
    assert "<caption>1 row and more</caption>" in found._repr_html_()


def test_a_question_in_plain_english_is_answered(graph: Graph) -> None:
    answer = graph.ask("Whom did Anna Kask meet on 4 May 2024?")

    assert answer.template == "who-met"
    assert [row["met"] for row in answer] == ["Juri Salu"]


def test_a_question_that_is_not_understood_is_an_error(graph: Graph) -> None:
    with pytest.raises(UnclearQuestionError, match="no question of the catalogue"):
        graph.ask("how many colours has the rainbow")


def test_the_whole_graph_as_networkx(graph: Graph) -> None:
    network = graph.to_networkx()

    assert sorted(network) == ["person-anna-kask", "person-juri-salu", "person-oleg-reka"]
    assert network.number_of_edges() == 2


def test_what_is_about_an_entity_as_networkx(graph: Graph) -> None:
    assert graph.to_networkx("Juri Salu").number_of_nodes() == 2
    assert graph.to_networkx("Juri Salu", 2).number_of_nodes() == 3
    assert graph.to_networkx("Juri Salu", since="2025").number_of_edges() == 0


def test_the_graph_is_exported(graph: Graph, tmp_path: Path) -> None:
    written = graph.export("statements", tmp_path / "out" / "statements.jsonl")

    assert [path.name for path in written] == ["statements.jsonl", "documents.jsonl"]
    lines = written[0].read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["predicate"] for line in lines} == {"MEETS"}


def test_documents_have_the_texts_of_the_ledger(graph: Graph, tmp_path: Path) -> None:
    _, documents = graph.export("statements", tmp_path / "out" / "statements.jsonl")

    lines = [json.loads(line) for line in documents.read_text(encoding="utf-8").splitlines()]
    with Ledger.open(tmp_path / "data" / "ledger.sqlite") as ledger:
        assert {line["id"]: line["text"] for line in lines} == {
            release.id: release.text for release in ledger.releases()
        }


def test_a_release_that_is_taken_back_during_an_export_is_in_it(
    graph: Graph, tmp_path: Path
) -> None:
    (gone,) = graph.releases()
    workspace = Workspace(tmp_path / "data", str(tmp_path / "data" / "store.kgl"))
    with workspace.ledger() as ledger, ledger.snapshot():
        content = workspace.graph(ledger)
        graph.retract(gone.id)
        options = Options(read=ledger.release)
        _, documents = export(content, Format.STATEMENTS, tmp_path / "out.jsonl", options)

    (line,) = documents.read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["id"] == gone.id


def test_documents_are_not_written_without_texts(graph: Graph, tmp_path: Path) -> None:
    content = Workspace(tmp_path / "data", "").graph()

    with pytest.raises(ValueError, match="say where it is read"):
        export(content, Format.STATEMENTS, tmp_path / "out" / "statements.jsonl")

    assert not (tmp_path / "out" / "documents.jsonl").exists()


def test_a_page_is_exported_about_its_focus(graph: Graph, tmp_path: Path) -> None:
    (page,) = graph.export("html", tmp_path / "page.html", focus="Juri Salu", depth=1)
    text = page.read_text(encoding="utf-8")

    assert "Juri Salu" in text
    assert "Oleg Reka" not in text


def test_an_export_never_replaces_the_ledger(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(UnwritableFileError):
        graph.export("nquads", tmp_path / "data" / "ledger.sqlite")


def test_wrong_use_is_told_by_the_errors_of_the_project(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(UnknownTemplateError, match="who-met"):
        graph.query("who-mett", entity="Anna Kask")
    with pytest.raises(MissingParameterError):
        graph.query("who-met")
    with pytest.raises(UnknownNameError, match="did you mean"):
        graph.query("who-met", entity="Annika Kaskel")
    with pytest.raises(StoreUnavailableError):
        Graph.open(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (lambda graph: graph.facts(relation="KISSES"), "no relation 'KISSES'"),
        (lambda graph: graph.facts(since="soon"), "soon"),
        (lambda graph: graph.export("xls", "x.xls"), "no format 'xls'"),
        (lambda graph: graph.export("gexf", "x", focus="Juri Salu"), "focus is for html, not"),
        (lambda graph: graph.query("who-met", entity="Anna Kask", place="x"), "no parameter place"),
        (lambda graph: Graph.open("ftp://example.org"), "no address"),
        (lambda graph: graph.add(__file__, workers=0), "0 workers read nothing"),
    ],
    ids=["relation", "day", "format", "option", "parameter", "address", "workers"],
)
def test_wrong_values_are_value_errors(graph: Graph, wrong: object, reason: str) -> None:
    assert callable(wrong)
    with pytest.raises(ValueError, match=reason):
        wrong(graph)


def test_a_graph_says_where_it_is(graph: Graph, tmp_path: Path) -> None:
    assert repr(graph) == f"Graph({str(tmp_path / 'data')!r})"


def test_a_question_of_ones_own_is_asked(graph: Graph) -> None:
    own = parse(
        "people",
        "// question: Who meets anybody?\n// column: person text - who\n"
        "MATCH (n:Person)-[:MEETS]-(:Entity) RETURN DISTINCT n.name AS person ORDER BY person",
    )

    assert "Anna Kask" in [row["person"] for row in graph.query(own)]
