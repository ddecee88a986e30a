"""The package against the script that defines the scores, where that is at hand."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from communique.evaluation import format_report, load_documents, load_gold, load_predictions, score

pytestmark = pytest.mark.gold


@pytest.fixture
def script(gold: Path) -> Callable[..., str]:
    """Run the reference scorer."""
    path = gold / "score.py"
    if not path.is_file():
        pytest.skip(f"no reference scorer {path}")

    def run(*arguments: object) -> str:
        command = [sys.executable, str(path), *map(str, arguments)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603

    return run


@pytest.mark.parametrize("seed", [None, 1, 2, 3, 4], ids=str)
@pytest.mark.parametrize("folder", ["seed", "own"])
def test_both_give_the_same_figures_and_errors(
    gold: Path,
    script: Callable[..., str],
    export: Callable[..., Path],
    folder: str,
    seed: int | None,
) -> None:
    statements = export(gold / folder, optional=True, spoiled_by=seed)
    expected: dict[str, Any] = json.loads(script(gold / folder, statements, "--json", "--errors"))

    report = score(
        load_gold(gold / folder),
        load_predictions(statements),
        load_documents(statements.with_name("documents.jsonl")),
    )

    assert report.as_dict(errors=True) == expected


def test_both_print_the_same_tables(
    gold: Path, script: Callable[..., str], export: Callable[..., Path]
) -> None:
    statements = export(gold / "seed", spoiled_by=5)
    expected = script(gold / "seed", statements, "--errors")

    report = score(load_gold(gold / "seed"), load_predictions(statements))

    assert format_report(report, errors=True) + "\n" == expected
