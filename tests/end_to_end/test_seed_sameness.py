"""Exports of the seed do not depend on the hash seed of the process that writes them."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

pytestmark = [pytest.mark.gold, pytest.mark.model]
FILES = ("statements.jsonl", "documents.jsonl", "graph.nq")


def exported(feed: Path, folder: Path, hash_seed: str) -> dict[str, bytes]:
    """What a workspace of its own exports, built and exported in processes with that hash seed."""
    environment = {name: value for name, value in os.environ.items() if "COMMUNIQUE" not in name}
    environment |= {"COMMUNIQUE_DATA": str(folder / "data"), "PYTHONHASHSEED": hash_seed}
    for arguments in (
        ["build", str(feed)],
        ["export", "statements", "-o", FILES[0]],
        ["export", "nquads", "-o", FILES[2]],
    ):
        line = [sys.executable, "-m", "communique", *arguments]
        subprocess.run(line, check=True, cwd=folder, env=environment, capture_output=True)  # noqa: S603
    return {name: (folder / name).read_bytes() for name in FILES}


@pytest.fixture(scope="module")
def exports(gold: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    folders = [tmp_path_factory.mktemp(f"hash-seed-{seed}") for seed in "01"]
    with ThreadPoolExecutor(2) as pool:
        jobs = zip(folders, "01", strict=True)
        running = [pool.submit(exported, gold / "seed-feed.txt", *job) for job in jobs]
        return [job.result() for job in running]


@pytest.mark.parametrize("name", FILES)
def test_an_export_is_the_same_byte_for_byte(exports: list[dict[str, bytes]], name: str) -> None:
    first, second = (files[name] for files in exports)

    assert first
    assert first == second
