"""The statement export."""

import hashlib
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from communique.graph import Fact, KnowledgeGraph, Qualifiers, Release
from communique.loaders.statements import write_documents, write_statements

Line = dict[str, Any]
Releases = dict[str, Release]


def statements(graph: KnowledgeGraph) -> list[Line]:
    out = io.StringIO()
    write_statements(graph, out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def documents(graph: KnowledgeGraph, releases: Releases) -> list[Line]:
    out = io.StringIO()
    write_documents(graph, releases.__getitem__, out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_each_fact_is_one_line_with_its_key(graph: KnowledgeGraph) -> None:
    assert [line["id"] for line in statements(graph)] == [fact.key for fact in graph.facts]


def test_a_line_says_who_did_what_with_whom_and_where_it_is_written(graph: KnowledgeGraph) -> None:
    (line,) = (line for line in statements(graph) if line["predicate"] == "MEETS")

    assert line["subject"] == {
        "id": "person-anna-berg",
        "type": "Person",
        "name": "Anna Berg",
        "aliases": ["Minister Berg"],
    }
    assert line["object"]["name"] == "José Núñez"
    assert line["qualifiers"] == {"date": "2024-05-03", "status": "held"}
    assert line["confidence"] == 0.9
    assert line["evidence"][0] == {
        "document": "r1",
        "title": "Ministers meet",
        "start": 15,
        "end": 64,
        "text": "Anna Berg of Norway met José Núñez on 3 May 2024.",
        "rule": "by-hand",
    }


def test_the_fields_stand_in_the_order_of_the_contract(graph: KnowledgeGraph) -> None:
    assert list(statements(graph)[0]) == [
        "id",
        "subject",
        "predicate",
        "object",
        "qualifiers",
        "evidence",
        "confidence",
    ]


def test_every_quote_is_the_slice_of_its_document(
    graph: KnowledgeGraph, releases: Releases
) -> None:
    texts = {line["id"]: line["text"] for line in documents(graph, releases)}

    quotes = [quote for line in statements(graph) for quote in line["evidence"]]

    assert len(quotes) == 5
    assert all(texts[q["document"]][q["start"] : q["end"]] == q["text"] for q in quotes)


def test_a_document_has_its_text_and_digest(graph: KnowledgeGraph, releases: Releases) -> None:
    first = documents(graph, releases)[0]

    assert list(first) == ["id", "title", "source", "published", "text", "sha256"]
    assert first["published"] == "2024-05-03"
    assert first["sha256"] == hashlib.sha256(first["text"].encode()).hexdigest()


def test_documents_come_by_id(graph: KnowledgeGraph, releases: Releases) -> None:
    assert [line["id"] for line in documents(graph, releases)] == ["r1", "r2"]


def test_the_order_of_the_facts_does_not_show(graph: KnowledgeGraph, releases: Releases) -> None:
    turned = KnowledgeGraph.of(graph.releases[::-1], graph.facts[::-1])

    assert statements(turned) == statements(graph)
    assert documents(turned, releases) == documents(graph, releases)


def test_names_are_written_as_they_are(graph: KnowledgeGraph) -> None:
    out = io.StringIO()
    write_statements(graph, out)

    assert "José Núñez" in out.getvalue()


def test_an_empty_graph_gives_an_empty_file() -> None:
    assert statements(KnowledgeGraph((), (), ())) == []


def gold_of(graph: KnowledgeGraph, release: str) -> Line:
    """What an annotator who agrees with the graph writes about one of its releases."""
    facts = [f for f in graph.facts if any(quote.release == release for quote in f.evidence)]
    ends = {end.id: end for fact in facts for end in (fact.subject, fact.object)}
    return {
        "document": release,
        "title": next(item.title for item in graph.releases if item.id == release),
        "entities": [{"key": id_, "type": end.type, "name": end.name} for id_, end in ends.items()],
        "triples": [_triple(fact, release) for fact in facts],
    }


def _triple(fact: Fact, release: str) -> Line:
    return {
        "subject": fact.subject.id,
        "predicate": fact.predicate,
        "object": fact.object.id,
        "qualifiers": fact.qualifiers.stated(),
        "evidence": [quote.text for quote in fact.evidence if quote.release == release],
    }


def scored(scorer: Path, folder: Path, graph: KnowledgeGraph, releases: Releases) -> Line:
    """The scorer's report on an export, the gold being what is in the folder."""
    export = folder / "export"
    export.mkdir()
    with (export / "statements.jsonl").open("w", encoding="utf-8", newline="\n") as out:
        write_statements(graph, out)
    with (export / "documents.jsonl").open("w", encoding="utf-8", newline="\n") as out:
        write_documents(graph, releases.__getitem__, out)
    paths = [scorer, folder / "gold", export / "statements.jsonl"]
    command = [sys.executable, *map(str, paths), "--json"]
    found = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert found.returncode == 0, found.stderr
    report: Line = json.loads(found.stdout)
    return report


@pytest.fixture
def annotated(tmp_path: Path, graph: KnowledgeGraph, releases: Releases) -> Path:
    """A folder with gold of the graph's releases."""
    (tmp_path / "gold").mkdir()
    for id_, release in releases.items():
        stem = tmp_path / "gold" / id_
        stem.with_suffix(".json").write_text(json.dumps(gold_of(graph, id_)), "utf-8")
        stem.with_suffix(".txt").write_bytes(release.text.encode())
    return tmp_path


@pytest.mark.gold
def test_the_scorer_reads_the_export_and_finds_everything(
    gold: Path, annotated: Path, graph: KnowledgeGraph, releases: Releases
) -> None:
    report = scored(gold / "score.py", annotated, graph, releases)

    assert (report["triples"]["tp"], report["triples"]["f1"]) == (5, 1.0)
    assert report["entities"]["f1"] == 1.0
    assert report["evidence"]["exact"] == {"right": 5, "scored": 5, "accuracy": 1.0}
    assert report["qualifiers"]["date"]["accuracy"] == 1.0


@pytest.mark.gold
def test_the_scorer_sees_a_wrong_date_in_the_export(
    gold: Path, annotated: Path, graph: KnowledgeGraph, releases: Releases
) -> None:
    moved = [
        Fact(f.subject, f.predicate, f.object, Qualifiers(date="2024-05-04"), f.evidence, 0.9)
        if f.predicate == "MEETS"
        else f
        for f in graph.facts
    ]

    wrong = KnowledgeGraph.of(graph.releases, moved)
    report = scored(gold / "score.py", annotated, wrong, releases)

    assert report["qualifiers"]["date"]["right"] == 0
