import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from communique.graph import KnowledgeGraph
from communique.loaders.store import Store
from communique.queries.catalogue import ParameterKind, catalogue
from communique.queries.names import Names
from communique.queries.runner import run

FILES = sorted(Path(__file__).parent.glob("*.jsonl"))
Asked = dict[str, Any]

FEWEST = 3
"""Questions that the open set has of each template."""


def asked(path: Path) -> list[Asked]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def answers(question: Asked) -> list[Asked]:
    """The template and parameters wanted, and those that are as good."""
    return [] if question["template"] is None else [question, *question.get("also", [])]


@pytest.fixture(scope="module")
def questions() -> list[Asked]:
    return [question for path in FILES for question in asked(path)]


def test_every_template_is_asked_for_and_some_questions_have_none(questions: list[Asked]) -> None:
    counts = Counter(question["template"] for question in questions)

    assert set(counts) == {*catalogue(), None}
    assert min(counts.values()) >= FEWEST


def test_no_question_is_asked_twice(questions: list[Asked]) -> None:
    counts = Counter(question["question"].casefold() for question in questions)

    assert [question for question, count in counts.items() if count > 1] == []


def test_wanted_parameters_are_declared(questions: list[Asked], graph: KnowledgeGraph) -> None:
    known, ids = catalogue(), {end.id for end in graph.entities}
    for question in questions:
        for answer in answers(question):
            declared = {item.name: item for item in known[answer["template"]].parameters}
            given = answer["parameters"]
            assert given.keys() <= declared.keys(), question
            assert {item.name for item in declared.values() if item.required} <= given.keys()
            entities = {n for n in given if declared[n].kind is ParameterKind.ENTITY}
            assert {given[name] for name in entities} <= ids, question


def test_what_a_question_wants_has_an_answer(
    questions: list[Asked], store: Store, names: Names
) -> None:
    known = catalogue()
    for question in questions:
        for wanted in answers(question)[:1]:
            values = {
                name: " ".join(value) if isinstance(value, list) else value
                for name, value in wanted["parameters"].items()
            }
            found = run(store, known[wanted["template"]], values, names)
            assert found.rows, question
            assert wanted["parameters"].items() <= found.parameters.items(), question
