"""An extractor that needs no language model, and feeds for it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


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
