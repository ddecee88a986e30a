"""Who met whom, compared with the facts themselves."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from communique.explorer.server.context import Explorer
from communique.explorer.server.filters import Filters
from communique.explorer.server.views.matrix import Wanted, matrix
from communique.explorer.server.views.matrix.seriation import by_likeness
from communique.graph import Entity, KnowledgeGraph, Qualifiers, Release
from communique.loaders.opening import load_into
from communique.ontology import EntityType, Relation, Status
from communique.workspace.workspace import Workspace

Ask = Callable[..., Any]


def meetings(graph: KnowledgeGraph, type_: EntityType) -> Counter[frozenset[str]]:
    """How often any two of a type met."""
    return Counter(
        frozenset((fact.subject.name, fact.object.name))
        for fact in graph.facts
        if fact.predicate is Relation.MEETS and {fact.subject.type, fact.object.type} == {type_}
    )


def cells(found: Any) -> Counter[frozenset[str]]:
    """The cells of a matrix by the names of their lines."""
    names = [line["name"] for line in found["entities"]]
    return Counter(
        {frozenset((names[c["row"]], names[c["column"]])): c["count"] for c in found["cells"]}
    )


@pytest.mark.parametrize("order", ["similarity", "region", "name"])
def test_the_matrix_has_every_meeting_of_two_persons_in_any_order(
    ask: Ask, graph: KnowledgeGraph, order: str
) -> None:
    found = ask("matrix", by="person", order=order, limit=120)

    assert cells(found) == meetings(graph, EntityType.PERSON)
    assert all(cell["row"] <= cell["column"] for cell in found["cells"])
    assert all(len(cell["keys"]) == cell["count"] for cell in found["cells"])
    names = [line["name"] for line in found["entities"]]
    assert len(set(names)) == len(names)
    assert order != "name" or names == sorted(names, key=str.casefold)


def test_a_cell_opens_its_meetings(ask: Ask) -> None:
    found = ask("matrix", by="person", limit=120)
    cell = max(found["cells"], key=lambda cell: cell["count"])

    facts = ask("facts", key=cell["keys"])["facts"]

    ends = {found["entities"][cell[place]]["id"] for place in ("row", "column")}
    assert all({fact["subject"]["id"], fact["object"]["id"]} == ends for fact in facts)
    assert sum(fact["status"] == "planned" for fact in facts) == cell["planned"]


@pytest.mark.parametrize("limit", [2, 7, 12])
def test_who_met_only_strangers_to_the_others_has_a_line_beside_them(
    compose: Callable[..., KnowledgeGraph], tmp_path: Path, limit: int
) -> None:
    held = Qualifiers(status=Status.HELD)
    people = {
        name: Entity(f"person-{name}", EntityType.PERSON, name)
        for name in (f"{kind}{number}" for kind in "mv" for number in range(60))
    }
    met = [(people[f"m{v // 5}"], Relation.MEETS, people[f"v{v}"], held) for v in range(60)]
    release = Release("register", "Register", "Newsroom", "Register")
    lines = [(*line, f"{line[0].name} met {line[2].name}.") for line in met]
    load_into(str(tmp_path / "store.kgl"), compose([(release, lines)]))
    snapshot = Explorer(Workspace(tmp_path, str(tmp_path / "store.kgl"))).snapshot

    found = matrix(snapshot, Filters(), Wanted("person", "name", limit), [])

    places = {place for cell in found.cells for place in (cell.row, cell.column)}
    assert (len(found.entities), found.total, found.truncated) == (limit, 72, True)
    assert places == set(range(limit))


def test_who_meets_the_same_people_stands_together() -> None:
    met = np.zeros((7, 7))
    for one, other in ((0, 2), (0, 4), (2, 4), (1, 3), (1, 5), (3, 5), (4, 5)):
        met[one, other] = met[other, one] = 3

    order = by_likeness(met)

    halves = {frozenset(order[:3]), frozenset(order[3:6])}
    assert halves == {frozenset((0, 2, 4)), frozenset((1, 3, 5))}
    assert order[6] == 6  # who met nobody comes last
    assert by_likeness(met) == order
