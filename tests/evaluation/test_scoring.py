import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from communique.evaluation import (
    MalformedInputError,
    Report,
    format_report,
    load_documents,
    load_gold,
    load_predictions,
    score,
)

Export = Callable[..., Path]


def _scored(gold: Path, statements: Path) -> Report:
    documents = load_documents(statements.with_name("documents.jsonl"))
    return score(load_gold(gold), load_predictions(statements), documents)


def _change(path: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    """Apply a change to the first statement of an export."""
    first, *rest = path.read_text(encoding="utf-8").splitlines()
    statement = json.loads(first)
    change(statement)
    path.write_text("\n".join((json.dumps(statement), *rest)), encoding="utf-8")
    return path


@pytest.mark.parametrize("optional", [False, True], ids=["required", "with-optional"])
def test_what_the_gold_states_scores_everything(
    example_gold: Path, export: Export, optional: bool
) -> None:
    report = _scored(example_gold, export(example_gold, optional=optional))

    assert (report.triples.fp, report.triples.fn) == (0, 0)
    assert (report.entities.fp, report.entities.fn) == (0, 0)
    assert report.evidence_exact.accuracy == report.evidence_verbatim.accuracy == 1.0
    assert all(rate.accuracy in (None, 1.0) for rate in report.qualifiers.values())


def test_without_statements_everything_is_missed(example_gold: Path, tmp_path: Path) -> None:
    empty = tmp_path / "statements.jsonl"
    empty.touch()

    report = _scored(example_gold, empty)

    assert report.triples.fn > 0
    assert (report.triples.precision, report.triples.recall) == (None, 0.0)


def test_a_wrong_end_is_a_false_positive_and_a_miss(example_gold: Path, export: Export) -> None:
    def rename(line: dict[str, Any]) -> None:
        line["object"] |= {"id": "x", "type": "Country", "name": "Elsewhere", "aliases": []}

    report = _scored(example_gold, _change(export(example_gold), rename))

    assert (report.triples.fp, report.triples.fn) == (1, 1)


def test_a_statement_about_no_gold_release_is_left_out(example_gold: Path, export: Export) -> None:
    def move(line: dict[str, Any]) -> None:
        line["evidence"][0] |= {"document": "unknown", "title": "Unknown"}

    report = _scored(example_gold, _change(export(example_gold), move))

    assert (report.elsewhere, report.triples.fp, report.triples.fn) == (1, 0, 1)


def test_a_quote_that_is_not_at_its_offsets_is_counted(example_gold: Path, export: Export) -> None:
    def shift(line: dict[str, Any]) -> None:
        line["evidence"][0]["start"] += 1

    report = _scored(example_gold, _change(export(example_gold), shift))

    assert report.evidence_exact.scored - report.evidence_exact.right == 1


def test_the_tables_name_every_error(example_gold: Path, export: Export) -> None:
    report = _scored(example_gold, export(example_gold, spoiled_by=1))

    text = format_report(report, errors=True)

    assert "triples by document" in text
    wrong = [
        e for found in report.errors.values() for items in found.as_dict().values() for e in items
    ]
    assert wrong
    assert all(error in text for error in wrong)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("nonsense", "not JSON"),
        ("[1]", "must be a JSON object"),
        ('{"predicate": "MEETS"}', "'evidence' must be a list"),
        ('{"predicate": 3, "evidence": [1]}', "'predicate' must be a string"),
    ],
    ids=["no-json", "no-object", "no-evidence", "no-predicate"],
)
def test_a_malformed_export_is_named_with_its_line(
    tmp_path: Path, content: str, reason: str
) -> None:
    path = tmp_path / "statements.jsonl"
    path.write_text(f"\n{content}\n", encoding="utf-8")

    with pytest.raises(MalformedInputError, match=f"statements.jsonl:2.*{reason}"):
        load_predictions(path)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"title": None}, "'title' must be a string"),
        ({"entities": [{"key": "a", "type": "Ship", "name": "A"}]}, "unknown type"),
        ({"triples": [{"predicate": "LIKES"}]}, "unknown predicate 'LIKES'"),
    ],
    ids=["no-title", "type", "predicate"],
)
def test_a_gold_file_against_the_guide_is_named(
    tmp_path: Path, change: dict[str, Any], reason: str
) -> None:
    gold = {"document": "a", "title": "A", "entities": [], "triples": []} | change
    (tmp_path / "a.json").write_text(json.dumps(gold), encoding="utf-8")

    with pytest.raises(MalformedInputError, match=f"a.json.*{reason}"):
        load_gold(tmp_path)
