"""Which facts filters let through, compared with the facts themselves."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from starlette.testclient import TestClient

from communique.graph import Fact, KnowledgeGraph, bounds
from communique.ontology import EntityType, Relation, Status

Ask = Callable[..., Any]
Fits = Callable[[Fact], bool]


def overlaps(first: str, last: str) -> Fits:
    """Whether the date of a fact overlaps a period; it does if there is none."""
    begin, end = bounds(f"{first}/{last}")

    def fits(fact: Fact) -> bool:
        if fact.qualifiers.date is None:
            return True
        start, stop = bounds(fact.qualifiers.date)
        return start <= end and stop >= begin

    return fits


CASES: Mapping[str, tuple[dict[str, object], Fits]] = {
    "nothing": ({}, lambda _: True),
    "relations": (
        {"relation": ["MEETS", "VISITS"]},
        lambda fact: fact.predicate in {Relation.MEETS, Relation.VISITS},
    ),
    "types": (
        {"type": ["Person"]},
        lambda fact: {fact.subject.type, fact.object.type} == {EntityType.PERSON},
    ),
    "two types": (
        {"type": ["Person", "Country"]},
        lambda fact: {fact.subject.type, fact.object.type} <= {"Person", "Country"},
    ),
    "planned": ({"status": "planned"}, lambda fact: fact.qualifiers.status is Status.PLANNED),
    "no status": ({"status": "none"}, lambda fact: fact.qualifiers.status is None),
    "source": ({"source": "Harbour Alliance"}, lambda _: True),
    "other source": ({"source": "Nobody"}, lambda _: False),
    "period": ({"since": "2024-02", "until": "2024-03-14"}, overlaps("2024-02", "2024-03-14")),
    "until": ({"until": "2023"}, overlaps("0001", "2023")),
    "dated": ({"undated": False}, lambda fact: fact.qualifiers.date is not None),
    "confidence": ({"confidence": 0.9}, lambda fact: fact.confidence >= 0.9),
    "too sure": ({"confidence": 0.95}, lambda fact: fact.confidence >= 0.95),
    "support": ({"support": 2}, lambda fact: fact.support >= 2),
}


@pytest.mark.parametrize("name", CASES)
def test_a_filter_lets_through_what_fits_it(ask: Ask, graph: KnowledgeGraph, name: str) -> None:
    parameters, fits = CASES[name]

    found = ask("facts", limit=1000, **parameters)["facts"]

    assert {fact["key"] for fact in found} == {fact.key for fact in graph.facts if fits(fact)}


@pytest.mark.parametrize("name", CASES)
def test_the_counts_say_what_each_choice_would_leave(ask: Ask, name: str) -> None:
    parameters, _ = CASES[name]
    counts = ask("facets", **parameters)

    def total(**others: object) -> int:
        return int(ask("facts", limit=1, **(parameters | others))["total"])

    assert counts["total"] == total()
    for count in counts["relations"]:
        assert count["count"] == total(relation=count["name"])
    for count in counts["types"]:
        chosen = {count["name"], *parameters.get("type", [])}  # type: ignore[misc]
        assert count["count"] == total(type=sorted(chosen))
    for count in counts["statuses"]:
        assert count["count"] == total(status=count["name"])
    for count in counts["sources"]:
        assert count["count"] == total(source=count["name"])
    for field in ("confidence", "support"):
        assert all(count["count"] == total(**{field: count["name"]}) for count in counts[field])


def test_the_histogram_leaves_no_month_out_and_counts_every_dated_fact(
    ask: Ask, graph: KnowledgeGraph
) -> None:
    counts = ask("facets", since="2024-05")  # the period itself does not narrow its histogram
    months = [count["name"] for count in counts["months"]]
    dated = [fact for fact in graph.facts if fact.qualifiers.date]

    year, month = map(int, months[0].split("-"))
    assert months == [
        f"{year + (month - 1 + step) // 12:04}-{(month - 1 + step) % 12 + 1:02}"
        for step in range(len(months))
    ]
    assert sum(count["count"] for count in counts["months"]) == len(dated)
    assert counts["beyond"] == 0
    assert counts["undated"] == len(graph.facts) - len(dated)


@pytest.mark.parametrize("since", ["2024-05", "2024-02-29"])
def test_a_period_that_ends_before_it_begins_is_refused(
    stranger: TestClient, ask: Ask, since: str
) -> None:
    cookie = {"Cookie": "communique-8765=harbour-token"}
    turned = stranger.get(f"/api/facts?since={since}&until=2024-01", headers=cookie)

    assert turned.status_code == 422
    assert turned.json()["detail"] == f"since {since} is after until 2024-01; turn them about"
    assert ask("facts", since="2024-01-31", until="2024-01")
