"""An extractor that needs no language model, and feeds for it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

LONGEST = 600
"""Seconds after which a benchmark hangs, on a busy machine too."""


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
def notices(tmp_path: Path) -> Callable[[int], Path]:
    """Writes a feed of so many releases, each of which appoints somebody."""

    def write(number: int) -> Path:
        path = tmp_path / "feed.jsonl"
        with path.open("w", encoding="utf-8") as out:
            for place in range(number):
                town = f"{chr(ord('A') + place % 26)}ov{'a' * (place % 7)}"
                text = f"The {town} Council appointed Anna Kask as Director."
                record = {"title": f"Notice {place}", "source": f"{town} Council", "text": text}
                out.write(json.dumps(record) + "\n")
        return path

    return write


@pytest.fixture
def measure(
    root: Path, site: Path, notices: Callable[[int], Path]
) -> Callable[..., dict[str, Any]]:
    """Runs a benchmark with a feed of so many notices, which the example extractor reads."""

    def run(name: str, releases: int, *options: object) -> dict[str, Any]:
        done = subprocess.run(  # noqa: S603
            [
                *(sys.executable, str(root / "benchmarks" / name)),
                *("--feed", str(notices(releases)), "--extractor", "appointments"),
                *map(str, options),
                "--json",
            ],
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=LONGEST,
            env=os.environ | {"PYTHONPATH": str(site)},
        )
        assert done.returncode == 0, done.stderr
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    return run
