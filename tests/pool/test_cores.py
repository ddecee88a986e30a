"""How many cores there are."""

import os
from pathlib import Path

import pytest

from communique.pool import cores


@pytest.fixture
def cpus(tmp_path: Path) -> Path:
    """Processors as Linux describes them, two of each core."""
    for number in range(os.cpu_count() or 1):
        topology = tmp_path / f"cpu{number}" / "topology"
        topology.mkdir(parents=True)
        (topology / "physical_package_id").write_text("0\n", encoding="ascii")
        (topology / "core_id").write_text(f"{number // 2}\n", encoding="ascii")
    return tmp_path


def test_threads_of_a_core_count_once(cpus: Path) -> None:
    allowed = (
        os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)
    )

    assert cores(cpus, cpus / "none") == len({number // 2 for number in allowed})


def test_where_nothing_is_told_each_processor_counts(tmp_path: Path) -> None:
    assert 1 <= cores(tmp_path, tmp_path / "none") <= (os.cpu_count() or 1)


@pytest.mark.parametrize("quota", ["50000 100000", "100000 100000", "199999 100000"])
def test_a_container_has_the_whole_cores_that_it_may_use(tmp_path: Path, quota: str) -> None:
    (tmp_path / "cpu.max").write_text(f"{quota}\n", encoding="ascii")

    assert cores(tmp_path, tmp_path / "cpu.max") == 1
