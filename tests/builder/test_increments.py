"""The graph is a function of what the ledger holds, not of how that came in; whole releases."""

import io
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from communique.builder import Projection, note_run, project, project_with_decisions
from communique.evaluation import load_gold
from communique.evaluation.clusters.annotated import annotated
from communique.feeds import read_releases
from communique.graph import Entity, KnowledgeGraph, Release, Statement
from communique.ledger import Ledger
from communique.loaders.embedded import EmbeddedStore
from communique.loaders.projection import load
from communique.loaders.rdf import write_nquads
from communique.loaders.statements import write_statements
from communique.loaders.store import Store

Told = tuple[Release, tuple[Statement, ...]]
DAY = "2026-01-01T00:00:00Z"


@pytest.fixture(scope="module")
def told(example_gold: Path) -> list[Told]:
    """The example releases with what their annotations state."""
    found = []
    for gold in load_gold(example_gold):
        (release,) = read_releases([example_gold / f"{gold.slug}.txt"])
        assert isinstance(release, Release)
        found.append((release, annotated(gold, release).statements))
    return found


def record(told: Sequence[Told], ledger: Ledger) -> None:
    for release, statements in told:
        ledger.record(release, statements, "by hand")


def exported(graph: KnowledgeGraph) -> tuple[str, bytes]:
    statements, quads = io.StringIO(), io.BytesIO()
    write_statements(graph, statements)
    write_nquads(graph, quads)
    return statements.getvalue(), quads.getvalue()


def clusters(projection: Projection) -> dict[str, frozenset[str]]:
    """The entities of releases that each is one with."""
    members: dict[str, set[str]] = {}
    for local, entity in projection.resolution.entities.items():
        members.setdefault(entity.id, set()).add(local)
    return {
        local: frozenset(members[entity.id])
        for local, entity in projection.resolution.entities.items()
    }


def said(projection: Projection) -> set[tuple[object, ...]]:
    """The facts, each end by its cluster: of two namesakes the first loaded has the shorter id."""
    whole = clusters(projection)
    first = {e.id: min(whole[local]) for local, e in projection.resolution.entities.items()}

    def of(end: Entity) -> tuple[object, ...]:
        return first[end.id], end.name, end.aliases

    return {
        (frozenset((of(f.subject), of(f.object))), f.predicate, f.qualifiers, f.evidence)
        for f in projection.graph.facts
    }


def test_any_order_gives_the_same_clusters_and_facts(told: list[Told], tmp_path: Path) -> None:
    projections = []
    for number in range(10):
        with Ledger.open(tmp_path / f"{number}.sqlite") as ledger:
            record(random.Random(number).sample(told, len(told)), ledger)  # noqa: S311
            projections.append(project_with_decisions(ledger))

    assert len(projections[0].graph.facts) > 100
    assert {frozenset(clusters(p).items()) for p in projections} == {
        frozenset(clusters(projections[0]).items())
    }
    assert all(said(p) == said(projections[0]) for p in projections)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_taken_back_leaves_no_trace(told: list[Told], tmp_path: Path, seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311  # no secret
    first = {release.id for release, _ in told if draw.random() < 0.5}
    kept = [item for item in told if item[0].id not in first]
    with (
        Ledger.open(tmp_path / "both.sqlite") as both,
        Ledger.open(tmp_path / "alone.sqlite") as alone,
    ):
        for part in ([item for item in told if item[0].id in first], kept):
            record(part, both)
            note_run(both, project_with_decisions(both), "build", DAY)
        both.remove(*sorted(first))
        record(kept, alone)
        left, wanted = (project_with_decisions(ledger).graph for ledger in (both, alone))

    assert len(wanted.facts) > 0
    assert exported(left) == exported(wanted)


def held(store: Store) -> list[object]:
    """Every node and relationship of a store."""
    nodes = "MATCH (n) RETURN labels(n) AS labels, n.id AS id, n.digest AS digest ORDER BY id"
    facts = (
        "MATCH (a)-[fact]->(b) RETURN a.id AS one, type(fact) AS relation, b.id AS other, "
        "fact.key AS key, fact.digest AS digest ORDER BY key"
    )
    return [dict(row) for query in (nodes, facts) for row in store.run(query, {}, 30).rows]


def test_a_store_that_followed_a_retraction_is_as_one_made_anew(
    told: list[Told], tmp_path: Path
) -> None:
    kept = told[1::2]
    followed, anew = EmbeddedStore(tmp_path / "followed.kgl"), EmbeddedStore(tmp_path / "anew.kgl")
    with Ledger.open(tmp_path / "ledger.sqlite") as ledger:
        for part in (told[::2], kept):
            record(part, ledger)
            load(project(ledger), followed)
        ledger.remove(*(release.id for release, _ in told[::2]))
        load(project(ledger), followed)
        again = load(project(ledger), followed)
    with Ledger.open(tmp_path / "alone.sqlite") as ledger:
        record(kept, ledger)
        load(project(ledger), anew)

    assert again.writes == 0
    assert held(followed) == held(anew) != []
    followed.close()
    anew.close()
