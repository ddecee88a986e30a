import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from communique.ontology import Relation

pytestmark = pytest.mark.model

COUNTS = {"gold", "predicted", "tp", "fp", "fn", "neutral", "precision", "recall", "f1"}


@dataclass(frozen=True, slots=True)
class Ran:
    figures: dict[str, Any]
    told: str
    printed: str


@pytest.fixture(scope="module")
def ran(root: Path, example_gold: Path, tmp_path_factory: pytest.TempPathFactory) -> Ran:
    gold = tmp_path_factory.mktemp("gold")
    (gold / "blind").mkdir()
    for path in sorted(example_gold.glob("nato-*")):
        shutil.copy(path, gold / "blind")
    script = root / "benchmarks" / "accuracy.py"
    done = subprocess.run(  # noqa: S603
        [sys.executable, str(script), "--sets", "seed,blind,example", "--json"],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env=os.environ | {"COMMUNIQUE_GOLD": str(gold)},
    )
    return Ran(json.loads(done.stdout), done.stderr, done.stdout)


def test_every_set_that_is_there_has_its_figures(ran: Ran) -> None:
    assert list(ran.figures["sets"]) == ["blind", "example"]


def test_a_set_that_is_not_there_is_named(ran: Ran) -> None:
    assert "seed" in ran.told


def test_each_release_of_a_set_is_scored(ran: Ran, example_gold: Path) -> None:
    assert ran.figures["sets"]["example"]["releases"] == len(list(example_gold.glob("*.json")))


@pytest.mark.parametrize("part", ["triples", "entities"])
def test_totals_are_counts_and_shares(ran: Ran, part: str) -> None:
    assert set(ran.figures["sets"]["example"][part]) == COUNTS


def test_relations_add_up_to_the_triples(ran: Ran) -> None:
    figures = ran.figures["sets"]["example"]
    relations = figures["by_predicate"]

    assert set(relations) <= {str(relation) for relation in Relation}
    assert sum(count["gold"] for count in relations.values()) == figures["triples"]["gold"]


def test_the_machine_is_described(ran: Ran) -> None:
    assert set(ran.figures["machine"]) == {"python", "model", "package", "cores", "system"}


def test_no_release_is_named(ran: Ran, example_gold: Path) -> None:
    slugs = [path.stem for path in sorted(example_gold.glob("*.json"))]

    assert [slug for slug in slugs if slug in ran.printed + ran.told] == []
