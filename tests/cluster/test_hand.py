"""What one process of a cluster does, without a cluster."""

from functools import partial
from pathlib import Path

from scripted_readers import Reader

from communique.cluster.hand import Hand
from communique.cluster.parquet.place import Place
from communique.cluster.parquet.shelf import Shelf
from communique.cluster.shard import Shard
from communique.graph import Release


def test_a_release_that_the_extractor_leaves_out_fails(tmp_path: Path) -> None:
    shelf = Shelf(Place.at(str(tmp_path / "shards")), Reader.version)
    texts = ("They met.", "It leaves-out this one", "It fails")
    shard = Shard.of([Release(f"r{n}", "Talks", "", text) for n, text in enumerate(texts)], "1")

    errors, _ = Hand(partial(Reader, str(tmp_path)), shelf, 60).read(shard)

    assert errors == {"r1": "the extractor gave nothing back for it", "r2": "it fails"}
    assert [found.error for found in shelf.extractions(shard, errors)] == [
        None,
        errors["r1"],
        errors["r2"],
    ]
    assert not shelf.holds(shard)
