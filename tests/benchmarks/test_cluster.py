import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

KILLS = 3
RELEASES = 120
LONGEST = 600
"""Seconds after which it hangs, on a busy machine too."""


def test_a_cluster_whose_processes_are_killed_gives_what_one_machine_gives(
    root: Path, site: Path, notices: Callable[[int], Path]
) -> None:
    done = subprocess.run(  # noqa: S603
        [
            *(sys.executable, str(root / "benchmarks" / "cluster.py")),
            *("--feed", str(notices(RELEASES)), "--extractor", "appointments"),
            *("--kills", str(KILLS), "--json"),
        ],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=LONGEST,
        env=os.environ | {"PYTHONPATH": str(site)},
    )

    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["faults"] == []
    assert sum(found["kills"].values()) == KILLS
    assert 0 < found["kept"] <= found["shards"]
