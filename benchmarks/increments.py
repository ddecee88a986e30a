"""Checks on real releases that the graph is a function of what the ledger holds.

To load A and B and take A back is to load B alone: statements and N-Quads are compared byte for
byte. In any order the same releases give the same clusters and facts; of two namesakes the one that
was loaded first has the shorter id, so there every id is replaced by the first entity of its
cluster. Ends with 1 if anything differs.
"""

import argparse
import io
import os
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from figures.corpus import spread

from communique.builder import build, note_run, project, project_with_decisions
from communique.extractors.press import PressExtractor
from communique.feeds import read_releases
from communique.graph import Entity, Fact, KnowledgeGraph, Release, Statement
from communique.ledger import Ledger
from communique.loaders.rdf import write_nquads
from communique.loaders.statements import write_statements
from communique.ontology import SIGNATURES

ROOT = Path(__file__).resolve().parent.parent
GOLD = Path(os.environ.get("COMMUNIQUE_GOLD", ROOT.parent / "shared" / "gold"))
SETS = ("seed", "dev")
CORPUS_RELEASES = 500
ORDERS, SPLITS = 10, 50
SEED = 5
DAY = "2026-01-01T00:00:00Z"
"""When all runs were."""
SHOWN, WIDTH = 3, 300
"""Lines of a difference that are shown, and characters of each."""

Told = tuple[Release, tuple[Statement, ...]]
Exports = dict[str, bytes]


def main() -> None:
    """Draw orders and splits, compare, and tell what differs."""
    options = _options()
    told = _read(options.ledger, options.releases)
    print(f"{len(told)} releases")
    draw = random.Random(options.seed)  # noqa: S311  # no secret
    wrong = sum(
        _differ(name, *check(told, draw))
        for name, check in (
            *((f"order {number}", _in_another_order) for number in range(1, options.orders + 1)),
            *((f"split {number}", _taken_back) for number in range(1, options.splits + 1)),
        )
    )
    print(f"{options.orders} orders and {options.splits} splits, {wrong} with differences")
    sys.exit(bool(wrong))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--ledger", type=Path, help="where extraction is kept; none if left out")
    parser.add_argument("--releases", type=int, default=CORPUS_RELEASES, help="of the corpus")
    parser.add_argument("--orders", type=int, default=ORDERS, help="random orders")
    parser.add_argument("--splits", type=int, default=SPLITS, help="random splits")
    parser.add_argument("--seed", type=int, default=SEED, help="of the random draws")
    return parser.parse_args()


def _read(kept: Path | None, wanted: int) -> list[Told]:
    """The annotated releases and so many of the corpus, with what extraction reads in them."""
    texts = [path for name in SETS for path in sorted((GOLD / name).glob("*.txt"))]
    with _ledger(kept) as ledger:
        build(read_releases([*texts, *spread(wanted)[0]]), PressExtractor.load(), ledger)
        return [(release, tuple(ledger.statements(release.id))) for release in ledger.releases()]


@contextmanager
def _ledger(kept: Path | None = None) -> Iterator[Ledger]:
    with (
        tempfile.TemporaryDirectory() as folder,
        Ledger.open(kept or Path(folder) / "ledger.sqlite") as ledger,
    ):
        yield ledger


def _in_another_order(told: Sequence[Told], draw: random.Random) -> tuple[Exports, Exports]:
    mixed = draw.sample(told, len(told))
    with _ledger() as one, _ledger() as other:
        _record(told, one)
        _record(mixed, other)
        return _by_cluster(one), _by_cluster(other)


def _taken_back(told: Sequence[Told], draw: random.Random) -> tuple[Exports, Exports]:
    """What is left of A and B without A, after a run each, and B alone."""
    share = draw.random()
    drawn = {release.id for release, _ in told if draw.random() < share}
    first = [item for item in told if item[0].id in drawn]
    second = [item for item in told if item[0].id not in drawn]
    with _ledger() as both, _ledger() as alone:
        for part in (first, second):
            _record(part, both)
            note_run(both, project_with_decisions(both), "build", DAY)
        both.remove(*sorted(drawn))
        _record(second, alone)
        return _exported(both), _exported(alone)


def _record(told: Sequence[Told], ledger: Ledger) -> None:
    for release, statements in told:
        ledger.record(release, statements, "recorded")


def _exported(ledger: Ledger) -> Exports:
    return _exports(project(ledger))


def _by_cluster(ledger: Ledger) -> Exports:
    """The exports with the first entity of a cluster as its id."""
    projection = project_with_decisions(ledger)
    first: dict[str, str] = {}
    for local, entity in sorted(projection.resolution.entities.items()):
        first.setdefault(entity.id, local)

    def renamed(entity: Entity) -> Entity:
        return replace(entity, id=first[entity.id])

    def turned(fact: Fact) -> Fact:
        subject, object_ = renamed(fact.subject), renamed(fact.object)
        if SIGNATURES[fact.predicate].symmetric and object_.id < subject.id:
            subject, object_ = object_, subject
        return replace(fact, subject=subject, object=object_)

    graph = projection.graph
    return _exports(KnowledgeGraph.of(graph.releases, map(turned, graph.facts)))


def _exports(graph: KnowledgeGraph) -> Exports:
    statements, quads = io.StringIO(), io.BytesIO()
    write_statements(graph, statements)
    write_nquads(graph, quads)
    return {"statements": statements.getvalue().encode(), "N-Quads": quads.getvalue()}


def _differ(name: str, one: Exports, other: Exports) -> bool:
    wrong = [part for part in one if one[part] != other[part]]
    size = sum(map(len, one.values()))
    print(f"{name}: {size:,} bytes, {' and '.join(wrong) or 'none'} different", flush=True)
    for part in wrong[:1]:
        for sign, left, right in (("-", one, other), ("+", other, one)):
            lines = set(left[part].splitlines()) - set(right[part].splitlines())
            for line in sorted(lines)[:SHOWN]:
                print(f"  {sign} {line.decode()[:WIDTH]}")
    return bool(wrong)


if __name__ == "__main__":
    main()
