"""The examples of the docstrings, run on the example feed."""

import doctest
from pathlib import Path

import pytest

from communique.workspace import Graph, graph, view

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("examples") / "data"
    Graph.build(root / "examples" / "press-feed.txt", data).close()
    return data


@pytest.mark.parametrize("module", [graph, view], ids=["graph", "view"])
def test_examples_say_what_they_give(built: Path, module: object) -> None:
    with Graph.open(built) as opened:
        given = {"Graph": Graph, "graph": opened, "workspace": built}
        found = doctest.testmod(module, extraglobs=given)  # type: ignore[arg-type]

    assert found.attempted
    assert not found.failed
