"""What the command line does for a cluster, without one."""

from pathlib import Path

from communique.cli.record.engines.cluster import ClusterOptions, Engine


def test_a_folder_of_shards_that_the_user_has_is_not_removed(tmp_path: Path) -> None:
    mine = tmp_path / "shards" / "statements" / "mine.parquet"
    mine.parent.mkdir(parents=True)
    mine.touch()

    ClusterOptions(Engine.RAY, None, None, None, tmp_path).tidy()

    assert mine.exists()
