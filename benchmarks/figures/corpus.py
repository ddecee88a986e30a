"""The corpus of real releases that programs draw from."""

import os
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("COMMUNIQUE_CORPUS", ROOT.parent / "shared" / "corpus"))


def spread(wanted: int) -> tuple[Sequence[Path], int]:
    """So many texts of the corpus, evenly spread over it, and how many it has; none without it."""
    paths = sorted(CORPUS.rglob("*.txt")) if CORPUS.is_dir() else []
    taken = min(wanted, len(paths))
    return [paths[number * len(paths) // taken] for number in range(taken)], len(paths)
