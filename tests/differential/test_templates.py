"""Every question has the same rows in both engines, with many sets of values."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Protocol

import pytest

from communique.graph import KnowledgeGraph
from communique.loaders.embedded import rebuild
from communique.queries.catalogue import catalogue

pytestmark = pytest.mark.neo4j


class Engines(Protocol):
    """Both engines with one graph."""

    file: Path


class Neo4jServer(Protocol):
    """A real Neo4j, as the session's fixture starts it."""

    address: str
    environment: dict[str, str]


def test_every_question_has_the_same_rows(
    root: Path, engines: Engines, neo4j_server: Neo4jServer
) -> None:
    script = root / "benchmarks" / "differential.py"

    done = subprocess.run(  # noqa: S603  # our own script
        [sys.executable, str(script), str(engines.file), neo4j_server.address, "--sets", "12"],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=os.environ | neo4j_server.environment,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    told = re.match(
        r"[\d,]+ releases, [\d,]+ entities: (\d+) questions asked (\d+) times of each engine, "
        r"(\d+) answers with rows, (\d+) rows, 0 answers differ",
        done.stdout,
    )
    assert told is not None, done.stdout
    questions, times, answered, rows = map(int, told.groups())
    assert questions == len(catalogue())
    assert times > 6 * questions
    assert answered > times / 3
    assert rows > 2 * answered


def test_what_differs_is_told_with_the_status(
    root: Path, graph: KnowledgeGraph, neo4j_server: Neo4jServer, tmp_path: Path
) -> None:
    path = tmp_path / "graph.kgl"
    rebuild(path, KnowledgeGraph.of(graph.releases, graph.facts[1:]))
    script = root / "benchmarks" / "differential.py"

    done = subprocess.run(  # noqa: S603  # our own script
        [sys.executable, str(script), str(path), neo4j_server.address],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=os.environ | neo4j_server.environment,
    )

    assert done.returncode == 1
    assert "do not hold the same graph" in done.stderr
