"""The script that starts Fuseki without Docker, and the tools of Jena beside it."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import httpx
import pytest

Jena = Callable[..., "subprocess.CompletedProcess[str]"]

pytestmark = pytest.mark.jena


class Fuseki(Protocol):
    """A SPARQL server that runs."""

    user: str
    password: str

    @property
    def address(self) -> str: ...


def put(server: Fuseki, login: tuple[str, str] | None) -> int:
    """The status of the answer to a graph that is sent."""
    return httpx.put(
        f"{server.address}/data",
        params={"graph": "https://graphs.example/one"},
        content="<https://a.example/> <https://b.example/> <https://c.example/> .",
        headers={"Content-Type": "application/n-triples"},
        auth=login,
    ).status_code


def test_anyone_asks_and_only_who_logs_in_writes(fuseki: Fuseki) -> None:
    query = "ASK { <https://a.example/> ?p ?o }"

    assert put(fuseki, None) == put(fuseki, (fuseki.user, "wrong")) == 401
    assert put(fuseki, (fuseki.user, fuseki.password)) in {200, 201}
    # without GRAPH: the union of all named graphs is asked
    answer = httpx.get(f"{fuseki.address}/sparql", params={"query": query})
    assert answer.json()["boolean"] is True


def test_riot_counts(jena: Jena, tmp_path: Path) -> None:
    file = tmp_path / "one.nt"
    file.write_text("<https://a.example/> <https://b.example/> <https://c.example/> .\n")

    counted = jena("riot", "--count", file)

    assert counted.returncode == 0, counted.stderr
    assert "Triples = 1" in counted.stdout + counted.stderr
