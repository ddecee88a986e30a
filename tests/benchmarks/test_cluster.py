from collections.abc import Callable
from typing import Any

KILLS = 3
RELEASES = 120


def test_a_cluster_whose_processes_are_killed_gives_what_one_machine_gives(
    measure: Callable[..., dict[str, Any]],
) -> None:
    found = measure("cluster.py", RELEASES, "--kills", KILLS)

    assert found["faults"] == []
    assert sum(found["kills"].values()) == KILLS
    assert 0 < found["kept"] <= found["shards"]
