"""Runs the cells of a notebook in order and stores what they show, as Jupyter does.

    python tests/workspace/notebook.py docs/notebook.ipynb           # writes the outputs anew
    python tests/workspace/notebook.py --check docs/notebook.ipynb   # only compares

IPython runs the cells without a kernel, so no port is opened; a warning is an error.
"""

import argparse
import difflib
import json
import os
import sys
import warnings
from pathlib import Path
from typing import Any

from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

Cell = dict[str, Any]


def main() -> None:
    """Run the notebook that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("notebook", type=Path)
    parser.add_argument("--check", action="store_true", help="write nothing, show differences")
    options = parser.parse_args()
    path = options.notebook.resolve()
    before = path.read_text(encoding="utf-8")
    warnings.simplefilter("error")
    os.chdir(path.parent)
    after = written(run(json.loads(before)))
    if not options.check:
        path.write_text(after, encoding="utf-8")
    elif before != after:
        lines = difflib.unified_diff(before.splitlines(), after.splitlines(), "stored", "run", n=1)
        sys.exit("\n".join(lines))


def run(notebook: dict[str, Any]) -> dict[str, Any]:
    """The notebook with the outputs of its cells.

    Raises:
        RuntimeError: A cell fails.
    """
    shell = InteractiveShell.instance(colors="nocolor", history_length=0)
    shell.history_manager.enabled = False  # type: ignore[union-attr]
    for number, cell in enumerate(
        (cell for cell in notebook["cells"] if cell["cell_type"] == "code"), 1
    ):
        cell["execution_count"] = number
        cell["outputs"] = list(_outputs(shell, cell, number))
    return notebook


def _outputs(shell: InteractiveShell, cell: Cell, number: int) -> list[Cell]:
    with capture_output() as shown:
        result = shell.run_cell("".join(cell["source"]), store_history=False, silent=False)  # type: ignore[no-untyped-call]
    if not result.success:
        raise RuntimeError(
            f"cell {number} fails: {result.error_before_exec or result.error_in_exec}"
        )
    if shown.stderr:
        raise RuntimeError(f"cell {number} warns: {shown.stderr}")
    printed, _, _ = shown.stdout.partition("Out[")
    found: list[Cell] = []
    if printed:
        found.append({"name": "stdout", "output_type": "stream", "text": _lines(printed)})
    if result.result is not None:
        forms, _ = shell.display_formatter.format(result.result)  # type: ignore[union-attr]
        found.append(
            {
                "data": {name: _lines(text) for name, text in sorted(forms.items())},
                "execution_count": number,
                "metadata": {},
                "output_type": "execute_result",
            }
        )
    return found


def written(notebook: dict[str, Any]) -> str:
    """The file of a notebook, as Jupyter writes it."""
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


if __name__ == "__main__":
    main()
