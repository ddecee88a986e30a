import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.model

RELEASES = 40
ASKED = ("--releases", str(RELEASES), "--batch", "32")


@pytest.fixture(scope="module")
def parts(root: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    script = root / "benchmarks" / "speed.py"
    done = subprocess.run(  # noqa: S603
        [sys.executable, str(script), "--against-spacy", *ASKED, "--json"],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env=os.environ | {"COMMUNIQUE_CORPUS": str(tmp_path_factory.mktemp("corpus"))},
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)["parts"]
    return found


def test_extraction_and_plain_spacy_read_each_release_once(parts: list[dict[str, Any]]) -> None:
    assert [part["releases"] for part in parts] == [32, 8]


def test_both_are_timed_in_each_part(parts: list[dict[str, Any]]) -> None:
    assert all(part["spacy"] > 0 and part["extraction"] > 0 for part in parts)
