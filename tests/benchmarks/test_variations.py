"""Releases that the benchmark of growth makes up."""

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from communique.graph import Extraction
from communique.ledger import Ledger

Tell = Callable[..., Any]
NORWAY = "country Norway/NOR"


@pytest.fixture
def make(root: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Makes variations of extractions."""
    monkeypatch.syspath_prepend(root / "benchmarks")
    return import_module("figures.variations").Variations


@pytest.fixture
def variations(make: Any, tell: Tell) -> Any:
    dated = {"date": "2024-05-03", "status": "held"}
    told = tell("a", ("person Annette Lindqvist", "VISITS", NORWAY, dated))
    other = tell("b", ("person Jonas Bergmann", "VISITS", NORWAY))
    return make(Extraction(*item) for item in (told, other))


def test_every_variation_states_of_others_what_its_original_states(
    variations: Any, tmp_path: Path
) -> None:
    releases = list(variations.releases(6))

    with Ledger.open(tmp_path / "ledger.sqlite") as ledger:
        for extraction in variations.extract(releases):
            ledger.record(extraction.release, extraction.statements, "1")
        told = [
            (s.subject.name, s.object.name, s.qualifiers.date)
            for release in releases
            for s in ledger.statements(release.id)
        ]

    assert told[:2] == [
        ("Annette Lindqvist", "Norway", "2024-05-03"),
        ("Jonas Bergmann", "Norway", None),
    ]
    assert [day for _, _, day in told[::2]] == ["2024-05-03", "2025-05-03", "2026-05-03"]
    assert len({person for person, _, _ in told}) == 6
    assert {place for _, place, _ in told} == {"Norway"}
    assert [len(release.text) for release in releases[:2]] * 3 == [len(r.text) for r in releases]


def test_a_period_that_other_years_do_not_have_is_left_out(make: Any, tell: Tell) -> None:
    dates = ("2024-02-29", "2028-12-30/2029-01-02", "2024-12-30/2025-01-02")
    told = (
        ("person Annette Lindqvist", "VISITS", NORWAY, {"date": date, "status": "held"})
        for date in dates
    )
    variations = make([Extraction(*tell("a", *told))])

    *_, varied = variations.extract(variations.releases(2))

    days = [item.qualifiers.date for item in varied.statements]
    assert days == [None, None, "2025-12-30/2026-01-02"]


def test_a_day_of_publication_that_another_year_does_not_have_is_left_out(
    make: Any, tell: Tell
) -> None:
    release, said = tell("a", ("person Annette Lindqvist", "VISITS", NORWAY))
    variations = make([Extraction(replace(release, published="2024-02-29"), said)])

    assert [item.published for item in variations.releases(3)] == ["2024-02-29", None, None]


def test_it_is_the_same_in_every_run(variations: Any) -> None:
    assert list(variations.releases(5)) == list(variations.releases(5))
