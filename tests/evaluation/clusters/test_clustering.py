"""Clustering files: read, checked, and held against the annotations."""

import json
from pathlib import Path
from typing import Any

import pytest

from communique.evaluation import GoldDocument, MalformedInputError, load_gold
from communique.evaluation.clusters.clustering import Mention, load_clusterings


def gold(folder: Path, slug: str, *people: str) -> None:
    entities = [{"key": key, "type": "Person", "name": key.title()} for key in people]
    value = {"document": slug, "title": slug, "entities": entities, "triples": []}
    (folder / f"{slug}.json").write_text(json.dumps(value), encoding="utf-8")


@pytest.fixture
def golds(tmp_path: Path) -> list[GoldDocument]:
    folder = tmp_path / "annotations"
    folder.mkdir()
    gold(folder, "one", "hollis", "brandt")
    gold(folder, "two", "hollis")
    gold(folder, "three", "hollis")
    return load_gold(folder)


def written(folder: Path, **value: Any) -> Path:
    path = folder / "people.json"
    path.write_text(json.dumps({"type": "Person", **value}), encoding="utf-8")
    return folder


def test_whoever_is_in_no_cluster_is_alone(tmp_path: Path, golds: list[GoldDocument]) -> None:
    folder = written(tmp_path, clusters=[["two/hollis", "one/hollis"]])
    (clustering,) = load_clusterings(folder)

    first = Mention("one", "hollis")
    assert clustering.partition(golds) == {
        Mention("one", "brandt"): Mention("one", "brandt"),
        first: first,
        Mention("three", "hollis"): Mention("three", "hollis"),
        Mention("two", "hollis"): first,
    }


def test_an_entity_in_doubt_is_not_scored(tmp_path: Path, golds: list[GoldDocument]) -> None:
    folder = written(tmp_path, clusters=[], doubtful={"three/hollis": "no office is told"})
    (clustering,) = load_clusterings(folder)

    assert Mention("three", "hollis") not in clustering.partition(golds)


def test_an_entity_that_is_not_annotated_is_refused(
    tmp_path: Path, golds: list[GoldDocument]
) -> None:
    folder = written(tmp_path, clusters=[["one/hollis", "two/brandt"]])
    (clustering,) = load_clusterings(folder)

    with pytest.raises(MalformedInputError, match="two/brandt"):
        clustering.partition(golds)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ({"clusters": [["one/hollis"]]}, "fewer than two"),
        ({"clusters": [["one/hollis", "one/brandt"]]}, "two entities of one document"),
        ({"clusters": [["one/hollis", "hollis"]]}, "not DOCUMENT/KEY"),
        ({"clusters": [["a/x", "b/x"], ["b/x", "c/x"]]}, "in two clusters"),
        ({"clusters": [["a/x", "b/x"]], "doubtful": {"a/x": "why"}}, "in doubt as well"),
        ({}, "'clusters' must be a list"),
    ],
    ids=["single", "one document", "no key", "twice", "in doubt", "none"],
)
def test_a_malformed_clustering_is_refused(
    tmp_path: Path, value: dict[str, Any], reason: str
) -> None:
    with pytest.raises(MalformedInputError, match=reason):
        load_clusterings(written(tmp_path, **value))
