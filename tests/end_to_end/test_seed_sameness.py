"""Exports of the seed do not depend on the hash seed of the process that writes them."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

pytestmark = [pytest.mark.gold, pytest.mark.model]
FILES = ("statements.jsonl", "documents.jsonl", "graph.nq")


def run(folder: Path, hash_seed: str, *commands: list[str]) -> None:
    """Run commands in a workspace of their own, in processes with that hash seed."""
    environment = {name: value for name, value in os.environ.items() if "COMMUNIQUE" not in name}
    environment |= {"COMMUNIQUE_DATA": str(folder / "data"), "PYTHONHASHSEED": hash_seed}
    for arguments in commands:
        line = [sys.executable, "-m", "communique", *arguments]
        subprocess.run(line, check=True, cwd=folder, env=environment, capture_output=True)  # noqa: S603


def exported(feed: Path, folder: Path, hash_seed: str) -> dict[str, bytes]:
    """What a workspace of its own exports, built and exported in processes with that hash seed."""
    run(
        folder,
        hash_seed,
        ["build", str(feed)],
        ["export", "statements", "-o", FILES[0]],
        ["export", "nquads", "--ledger", "-o", FILES[2]],
    )
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


def test_a_ledger_made_of_an_export_gives_the_same_export(
    exports: list[dict[str, bytes]], tmp_path: Path
) -> None:
    (tmp_path / "given.nq").write_bytes(exports[0]["graph.nq"])

    run(
        tmp_path,
        "2",
        ["build", "given.nq"],
        ["export", "statements", "-o", FILES[0]],
        ["export", "nquads", "--ledger", "-o", FILES[2]],
    )

    assert {name: (tmp_path / name).read_bytes() for name in FILES} == exports[0]
