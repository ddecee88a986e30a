"""The notebook runs, and what is stored in it is what its cells show today."""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from communique.extractors.model import PACKAGES

pytestmark = pytest.mark.model


def test_the_notebook_shows_what_its_cells_give(root: Path) -> None:
    used = next(name for name in PACKAGES if find_spec(name) is not None)
    if "_md" not in used:
        pytest.skip("the notebook has the answers of the bigger language model")
    runner, notebook = (
        root / "tests" / "workspace" / "notebook.py",
        root / "docs" / "notebook.ipynb",
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-W", "error", str(runner), "--check", str(notebook)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )

    assert done.returncode == 0, f"scripts/notebook writes it anew: {done.stdout}{done.stderr}"


def test_no_output_of_the_notebook_names_a_folder_of_a_machine(root: Path) -> None:
    cells = json.loads((root / "docs" / "notebook.ipynb").read_text(encoding="utf-8"))["cells"]
    shown = json.dumps([cell["outputs"] for cell in cells if cell["cell_type"] == "code"])

    assert "/tmp" not in shown  # noqa: S108
    assert "Traceback" not in shown
