"""Releases that the benchmark of growth makes up."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from communique.graph import Extraction
from communique.ledger import Ledger

Tell = Callable[..., Any]
NORWAY = "country Norway/NOR"


@pytest.fixture
def variations(root: Path, monkeypatch: pytest.MonkeyPatch, tell: Tell) -> Any:
    monkeypatch.syspath_prepend(root / "benchmarks")
    make = import_module("figures.variations").Variations
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


def test_it_is_the_same_in_every_run(variations: Any) -> None:
    assert list(variations.releases(5)) == list(variations.releases(5))
