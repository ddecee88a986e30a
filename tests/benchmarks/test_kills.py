import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

KILLS = 6
RELEASES = 40


def test_killed_commands_leave_whole_releases_and_the_next_build_completes(
    root: Path, site: Path, notices: Callable[[int], Path]
) -> None:
    done = subprocess.run(  # noqa: S603
        [
            *(sys.executable, str(root / "benchmarks" / "kills.py")),
            *("--feed", str(notices(RELEASES)), "--extractor", "appointments"),
            *("--kills", str(KILLS), "--between", str(KILLS), "--json"),
        ],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=os.environ | {"PYTHONPATH": str(site)},
    )

    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["faults"] == []
    assert sum(found["kills"].values()) == KILLS
    assert found["completed"] >= 1
