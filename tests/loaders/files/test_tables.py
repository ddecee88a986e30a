import csv
from pathlib import Path

import pytest

from communique.graph import Entity, KnowledgeGraph, Particulars, Release
from communique.loaders.files import write_csv
from communique.ontology import EntityType


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def test_there_is_a_row_for_each_entity_fact_and_release(
    graph: KnowledgeGraph, tmp_path: Path
) -> None:
    entities, facts, releases, _ = write_csv(graph, tmp_path)

    assert [row["id"] for row in rows(entities)] == [entity.id for entity in graph.entities]
    assert [row["key"] for row in rows(facts)] == [fact.key for fact in graph.facts]
    assert [row["id"] for row in rows(releases)] == [release.id for release in graph.releases]


def test_the_same_graph_gives_the_same_bytes(graph: KnowledgeGraph, tmp_path: Path) -> None:
    first = [path.read_bytes() for path in write_csv(graph, tmp_path)]
    again = [path.read_bytes() for path in write_csv(graph, tmp_path)]

    assert first == again


def test_nothing_but_the_tables_is_left(graph: KnowledgeGraph, tmp_path: Path) -> None:
    write_csv(graph, tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "entities.csv",
        "evidence.csv",
        "facts.csv",
        "releases.csv",
    ]


def test_a_missing_folder_is_made(graph: KnowledgeGraph, tmp_path: Path) -> None:
    assert all(path.is_file() for path in write_csv(graph, tmp_path / "a" / "b"))


def test_a_failure_keeps_the_older_tables(graph: KnowledgeGraph, tmp_path: Path) -> None:
    before = [path.read_bytes() for path in sorted(write_csv(graph, tmp_path))]
    unwritable = Particulars("r", "\ud800", "", "")  # a lone surrogate has no UTF-8

    with pytest.raises(UnicodeEncodeError):
        write_csv(KnowledgeGraph((unwritable,), (), ()), tmp_path)

    assert [path.read_bytes() for path in sorted(tmp_path.iterdir())] == before


@pytest.mark.parametrize(
    "name",
    ["=HYPERLINK(1)", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1"],
    ids=ascii,
)
def test_a_cell_is_never_a_formula(name: str, tmp_path: Path) -> None:
    entity = Entity("person-x", EntityType.PERSON, name)

    entities, *_ = write_csv(KnowledgeGraph((), (entity,), ()), tmp_path)

    (row,) = rows(entities)
    assert row["name"] == f"'{name}"


def test_a_harmless_cell_stays_as_it_is(graph: KnowledgeGraph, tmp_path: Path) -> None:
    entities, *_ = write_csv(graph, tmp_path)

    assert "Oana Prelipcean" in {row["name"] for row in rows(entities)}


def test_a_dated_fact_has_its_first_and_last_day(graph: KnowledgeGraph, tmp_path: Path) -> None:
    _, facts, *_ = write_csv(graph, tmp_path)

    assert ("2024-05", "2024-05-01", "2024-05-31") in {
        (row["date"], row["date_from"], row["date_to"]) for row in rows(facts)
    }


def test_an_undated_fact_has_empty_days(graph: KnowledgeGraph, tmp_path: Path) -> None:
    _, facts, *_ = write_csv(graph, tmp_path)

    undated = [row for row in rows(facts) if row["relation"] == "REPRESENTS"]
    assert {(row["date"], row["date_from"], row["date_to"]) for row in undated} == {("", "", "")}


def test_there_is_a_row_for_each_quote_with_its_offsets(
    graph: KnowledgeGraph, notes: tuple[Release, Release], tmp_path: Path
) -> None:
    *_, evidence = write_csv(graph, tmp_path)

    texts = {release.id: release.text for release in notes}
    told = [
        (row["fact"], texts[row["release"]][int(row["start"]) : int(row["end"])])
        for row in rows(evidence)
    ]
    assert told == [(fact.key, item.text) for fact in graph.facts for item in fact.evidence]


def test_the_words_of_releases_can_be_left_out(graph: KnowledgeGraph, tmp_path: Path) -> None:
    files = write_csv(graph, tmp_path, evidence_text=False)

    written = "".join(path.read_text(encoding="utf-8") for path in files)
    assert not any(item.text in written for fact in graph.facts for item in fact.evidence)
