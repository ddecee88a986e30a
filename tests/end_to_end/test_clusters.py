"""How far resolution agrees with the gold clusterings; the floors are what issue 5 asks for."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.gold, pytest.mark.model]


@pytest.fixture(scope="module")
def figures(root: Path, gold: Path) -> dict[str, Any]:
    done = subprocess.run(  # noqa: S603
        [sys.executable, str(root / "benchmarks" / "identity.py"), "--json"],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env=os.environ | {"COMMUNIQUE_GOLD": str(gold)},
    )
    parsed: dict[str, Any] = json.loads(done.stdout)
    return parsed


FLOORS = {"Person": 0.97, "Organisation": 0.95}
"""Pairwise F1 on seed and dev together."""


@pytest.mark.parametrize("way", ["annotated statements", "extracted statements"])
@pytest.mark.parametrize(("type_", "floor"), FLOORS.items(), ids=FLOORS)
def test_entities_of_different_releases_are_joined_as_a_reader_joins_them(
    figures: dict[str, Any], way: str, type_: str, floor: float
) -> None:
    assert figures[way][type_]["f1"] >= floor


@pytest.mark.parametrize("way", ["annotated statements", "extracted statements"])
@pytest.mark.parametrize("type_", FLOORS)
def test_no_two_of_a_name_are_taken_for_one(figures: dict[str, Any], way: str, type_: str) -> None:
    assert figures[way][type_]["mixed"] == 0
