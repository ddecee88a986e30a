"""Builds whose releases are read by worker processes."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]
Install = Callable[..., None]

RELEASE = """Talks in Tallinn

Source: Ministry of Foreign Affairs of Estonia

On 3 May 2024, Foreign Minister Anna Kask met Latvian Foreign Minister Oļegs Reka.
"""
SLOW = """
    import time
    from communique.graph import Extraction

    class Extractor:
        version = "1"
        remarks = ["one thing"]

        def __init__(self, settings):
            pass

        def extract(self, releases):
            for release in releases:
                if "Riga" in release.text:
                    time.sleep(30)
                yield Extraction(release)
"""


@pytest.mark.parametrize("number", ["0", "257", "-1", "many", "1.5"])
def test_a_number_of_workers_that_there_is_not_is_refused(run: Run, number: str) -> None:
    built = run("build", "-", "--workers", number, text=RELEASE)

    assert built.exit_code == 2
    assert "--workers takes a number from 1 to 256, or auto" in built.stderr


def test_a_release_that_takes_too_long_is_reported_and_the_rest_is_built(
    run: Run, install: Install
) -> None:
    install("slow_reader", SLOW, "slow")
    for town in ("Oslo", "Riga", "Tallinn"):
        Path(f"{town}.txt").write_text(RELEASE.replace("Tallinn", town), encoding="utf-8")

    built = run("build", ".", "--extractor", "slow", "--time-limit", "3", "--json")

    assert built.exit_code == 1
    report = json.loads(built.stdout)
    assert (report["new"], report["remarks"]) == (2, ["one thing"])
    assert [problem["reason"] for problem in report["failed"]] == [
        "reading it took longer than 3 s"
    ]


@pytest.mark.model
def test_workers_read_what_one_process_reads(run: Run) -> None:
    ministers = [f"Anna {first}a{last}e" for first in "BDGKLMN" for last in "dgklmr"]
    for number, name in enumerate(ministers):
        text = RELEASE.replace("Anna Kask", name).replace("3 May", f"{number % 28 + 1} May")
        Path(f"talks-{number:02}.txt").write_text(text, encoding="utf-8")
    exports = []
    for data, *options in (("one", "--workers", "1"), ("two", "--workers", "2", "--time-limit=60")):
        run("build", *sorted(Path().glob("*.txt")), *options, "--data", data)
        exports.append(run("export", "nquads", "--ledger", "--data", data).stdout)

    assert exports[0] == exports[1]
    assert all(name in exports[0] for name in ministers)
