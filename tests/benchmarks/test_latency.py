"""The benchmark of questions, on a graph small enough for a test."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from communique.queries.catalogue import catalogue


@pytest.fixture(scope="module")
def timings(root: Path) -> list[dict[str, Any]]:
    script = root / "benchmarks" / "latency.py"
    small = ("--entities", "600", "--facts", "3000", "--rounds", "1", "--json")
    done = subprocess.run(  # noqa: S603
        [sys.executable, str(script), *small], capture_output=True, encoding="utf-8", check=True
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_every_question_is_timed_both_ways(timings: list[dict[str, Any]]) -> None:
    assert [timing["name"] for timing in timings] == list(catalogue())
    assert all(timing["bare"] > 0 and timing["communique"] > 0 for timing in timings)


def test_most_questions_have_an_answer_in_the_made_up_graph(timings: list[dict[str, Any]]) -> None:
    assert sum(timing["rows"] > 0 for timing in timings) > 0.5 * len(timings)
