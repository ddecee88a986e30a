"""Files of graphs are no releases."""

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from communique.feeds import SkippedInput, read_releases
from communique.feeds.graphs import GraphReader
from communique.graph import Release

KINDS = tomllib.loads(
    files("communique.feeds.graphs").joinpath("kinds.toml").read_text(encoding="utf-8")
)["kind"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind["name"])
def test_each_kind_knows_its_example(kind: dict[str, str]) -> None:
    assert GraphReader().kind(kind["example"].encode()) == kind["name"]


@pytest.mark.parametrize(
    "text",
    [
        "Prefix: the new dialling code\n\nThe ministry said <so>.",
        "# Ministers met\n\nThey met in Tallinn.",
        '{"@context": "https://schema.org", "title": "Talks", "text": "Talks\\n\\nThey met."}',
        '{"id": "1", "title": "Talks", "text": "Talks\\n\\nThey met."}',
    ],
    ids=["prefix", "heading", "described", "record"],
)
def test_what_only_looks_alike_is_read(text: str, tmp_path: Path) -> None:
    path = tmp_path / "release"
    path.write_text(text, encoding="utf-8")

    (found,) = read_releases([path])

    assert isinstance(found, Release)


def test_a_graph_is_skipped_once_with_its_kind_and_the_way_back(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text("@prefix e: <https://data.example.org/id/> .\n\ne:a e:met e:b .\n" * 3)

    (found,) = read_releases([path])

    assert isinstance(found, SkippedInput)
    assert found.reason.startswith("is a graph (Turtle or TriG) and no release")
    assert "export nquads --ledger" in found.reason
