import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = 6
RELEASES = 40


@pytest.fixture
def site(root: Path, tmp_path: Path) -> Path:
    """A folder with the example extractor installed in it, which needs no language model."""
    folder = tmp_path / "site"
    particulars = folder / "communique_appointments-1.0.dist-info"
    particulars.mkdir(parents=True)
    shutil.copy(root / "examples" / "extractor" / "appointments.py", folder)
    (particulars / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: communique-appointments\nVersion: 1.0\n", encoding="utf-8"
    )
    (particulars / "entry_points.txt").write_text(
        "[communique.extractors]\nappointments = appointments:AppointmentExtractor\n",
        encoding="utf-8",
    )
    return folder


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    path = tmp_path / "feed.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for number in range(RELEASES):
            town = f"{chr(ord('A') + number % 26)}ov{'a' * (number % 7)}"
            text = f"The {town} Council appointed Anna Kask as Director."
            record = {"title": f"Notice {number}", "source": f"{town} Council", "text": text}
            out.write(json.dumps(record) + "\n")
    return path


def test_killed_commands_leave_whole_releases_and_the_next_build_completes(
    root: Path, site: Path, feed: Path
) -> None:
    done = subprocess.run(  # noqa: S603
        [
            *(sys.executable, str(root / "benchmarks" / "kills.py")),
            *("--feed", str(feed), "--extractor", "appointments"),
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
