"""The explorer's server over the graph of some forty entities, asked without a network."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from communique.explorer.server.app import make_app
from communique.explorer.server.context import Explorer, Options
from communique.explorer.server.entrance import Entrance
from communique.graph import KnowledgeGraph, Release, Statement
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
    app = make_app(explorer, Entrance(TOKEN), PORT)
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


Told = tuple[Release, tuple[Statement, ...]]
Tell = Callable[..., Told]

SURNAME = "person Hammerstein"
"""Of two, and what a third is called, so that the rules are not sure."""


@pytest.fixture(scope="session")
def recorded(tmp_path_factory: pytest.TempPathFactory, tell: Tell) -> Workspace:
    """A workspace with ledger and store: a league, and three of one surname."""
    league, office = "body Harbour League|the League", {"role": "Speaker"}
    rosa = "person Rosa Hammerstein|Hammerstein|Speaker"
    return _workspace(
        tmp_path_factory.mktemp("recorded"),
        tell("a", (rosa, "REPRESENTS", league, office), (rosa, "MEETS", "person 𝔄da Lind")),
        tell("b", ("person Karl Hammerstein", "REPRESENTS", league, {"role": "Clerk"})),
        tell("c", (SURNAME, "REPRESENTS", league), (SURNAME, "VISITS", "country Latvia/LVA")),
        tell("d", (league, "LEADS", "operation Calm Harbour"), (rosa, "VISITS", "place Riga")),
    )


def _workspace(folder: Path, *releases: Told) -> Workspace:
    workspace = Workspace(folder, str(folder / "store.kgl"))
    with workspace.ledger(create=True) as ledger:
        for release, statements in releases:
            ledger.record(release, statements, "test")
    workspace.load(workspace.updated("build").graph)
    return workspace


@contextmanager
def opened(workspace: Workspace, options: Options | None = None) -> Iterator[TestClient]:
    """A browser that has the token, at a server over a workspace."""
    ours = {"Cookie": f"communique-{PORT}={TOKEN}", "Origin": f"http://127.0.0.1:{PORT}"}
    app = make_app(Explorer(workspace, options or Options()), Entrance(TOKEN), PORT)
    with TestClient(app, f"http://127.0.0.1:{PORT}", headers=ours) as client:
        yield client


@pytest.fixture(scope="session")
def at_server() -> Callable[..., AbstractContextManager[TestClient]]:
    """Opens a browser at a server over a workspace."""
    return opened


@pytest.fixture(scope="session")
def browser(recorded: Workspace) -> Iterator[TestClient]:
    """A browser at a server that allows Cypher, over the recorded workspace; it changes nothing."""
    with opened(recorded, Options(cypher=True)) as client:
        yield client
