"""The explorer's server over the graph of some forty entities, asked without a network."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from communique.explorer.server.app import make_app
from communique.explorer.server.context import Explorer
from communique.graph import KnowledgeGraph
from communique.loaders.opening import load_into
from communique.workspace.workspace import Workspace

PORT = 8765
TOKEN = "harbour-token"  # noqa: S105  # of a server that nobody can reach

Ask = Callable[..., Any]


@pytest.fixture(scope="session")
def explorer(graph: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Explorer:
    """The graph, explored; there is no ledger beside it."""
    folder = tmp_path_factory.mktemp("explored")
    load_into(str(folder / "store.kgl"), graph)
    return Explorer(Workspace(folder, str(folder / "store.kgl")))


@pytest.fixture(scope="session")
def stranger(explorer: Explorer) -> Iterator[TestClient]:
    """A browser without the token."""
    address = f"http://127.0.0.1:{PORT}"
    app = make_app(explorer, TOKEN, PORT)
    with TestClient(app, address, follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="session")
def ask(stranger: TestClient) -> Ask:
    """What the server answers to who has the token, as JSON; fails where it is no success."""

    def asked(path: str, **parameters: object) -> Any:
        cookies = {"Cookie": f"communique-{PORT}={TOKEN}"}
        answer = stranger.get(f"/api/{path}", params=parameters, headers=cookies)  # type: ignore[arg-type]
        assert answer.status_code == 200, answer.text
        return answer.json()

    return asked
