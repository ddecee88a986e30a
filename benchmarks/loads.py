"""Times loads of a big graph beside bare loops of the engines over the same batches, in turns."""

import argparse
import gc
import json
import sys
import tempfile
import warnings
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import NamedTuple

import kglite
from figures.section import replace_section, table
from figures.server import Server, own_server
from figures.synthetic import synthetic_graph
from neo4j import GraphDatabase, ManagedTransaction

from communique.graph import KnowledgeGraph
from communique.loaders.embedded import EmbeddedStore
from communique.loaders.files import write_neo4j_csv
from communique.loaders.neo4j import store as neo4j_store
from communique.loaders.neo4j.store import Neo4jStore
from communique.loaders.projection import difference, load
from communique.loaders.store import Held
from communique.loaders.writing import (
    CONSTRAINTS,
    CREATE_FULL_TEXT_INDEX,
    FULL_TEXT_INDEX,
    MERGE,
    Write,
    writes,
)

ENTITIES, FACTS, ROUNDS = 100_000, 500_000, 3
TIMEOUT = 300_000
HEAD = ("", "seconds", "processor", "of the bare loop", "processor", "of the first load")


class Spent(NamedTuple):
    """Seconds of work, by the clock and of the processor in this process."""

    clock: float
    processor: float


@dataclass(frozen=True, slots=True)
class Loads:
    """Seconds that loads of one engine took.

    Attributes:
        engine: Which.
        bare: The engine's own loop over batches that are made before, each round.
        first: A load into an empty store, each round, right after the bare loop or before it.
        reload: The same graph once more.
        changed: A graph with one release less, compared with what the store holds.
        known: The same, compared with the graph before it, which the caller knows.
        change: Sending alone what that release changes.
        imported: Files for Neo4j's importer, the import, and the load after it; None for others.
    """

    engine: str
    bare: list[Spent]
    first: list[Spent]
    reload: float
    changed: float
    known: float
    change: float
    imported: tuple[float, float, float] | None = None

    @property
    def ratio(self) -> Spent:
        """How many times as long as the bare loop a first load takes, medians of the rounds."""
        pairs = list(zip(self.first, self.bare, strict=True))
        return Spent(
            median(first.clock / bare.clock for first, bare in pairs),
            median(first.processor / bare.processor for first, bare in pairs),
        )


def main() -> None:
    """Read the options, measure, print."""
    options = _options()
    graph = synthetic_graph(options.entities, options.facts)
    gc.freeze()  # the graph itself is nothing to search for garbage, in no loop
    size = f"{len(graph.entities):,} nodes, {len(graph.facts):,} relationships"
    found = []
    if "embedded" in options.engines:
        with tempfile.TemporaryDirectory() as folder:
            found.append(_embedded(graph, Path(folder), options.rounds))
    if "neo4j" in options.engines:
        with own_server() as server:
            found.append(_neo4j(graph, server, options.rounds))
    if options.json:
        json.dump([asdict(loads) for loads in found], sys.stdout)
        return
    told = f"{options.date}, {size}.\n\n" + "\n\n".join(map(_figures, found))
    print(told)
    if options.write:
        replace_section("loads", told)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entities", type=int, default=ENTITIES)
    parser.add_argument("--facts", type=int, default=FACTS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--engines", nargs="*", default=["embedded", "neo4j"])
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--write", action="store_true", help="keep the figures in README.md")
    parser.add_argument("--date", default=date.today().isoformat(), help="their day")
    return parser.parse_args()


def _embedded(graph: KnowledgeGraph, folder: Path, rounds: int) -> Loads:
    def bare(path: Path, batches: Sequence[Write]) -> None:
        engine = kglite.KnowledgeGraph()
        for constraint in CONSTRAINTS:
            engine.cypher(constraint)
        with engine.begin() as transaction:
            for batch in batches:
                transaction.cypher(batch.cypher, {"rows": batch.rows}, timeout_ms=TIMEOUT)
        engine.cypher(CREATE_FULL_TEXT_INDEX)
        engine.build_text_index("Entity", "names", name=FULL_TEXT_INDEX)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", kglite.MappedFallbackWarning)
            engine.save(str(path))

    def ours(path: Path) -> None:
        store = EmbeddedStore(path)
        load(graph, store)
        store.close()

    times: dict[str, list[Spent]] = {"bare": [], "ours": []}
    for number in range(rounds):
        batches = list(writes(difference(graph, Held())))
        for name in _turns(number):
            path = folder / f"{name}-{number}.kgl"
            work = {"bare": lambda p=path, b=batches: bare(p, b), "ours": lambda p=path: ours(p)}
            times[name].append(_spent(work[name]))
    store = EmbeddedStore(folder / "ours-0.kgl")
    return Loads("embedded", times["bare"], times["ours"], *_later(graph, store))


def _neo4j(graph: KnowledgeGraph, server: Server, rounds: int) -> Loads:
    server.start()
    login = server.login
    store = Neo4jStore(server.address, login)
    times: dict[str, list[Spent]] = {"bare": [], "ours": []}
    with GraphDatabase.driver(server.address, auth=(login.user, login.password)) as driver:

        def write(transaction: ManagedTransaction, batch: Write) -> None:
            transaction.run(batch.cypher, rows=batch.rows).consume()

        def bare(batches: Sequence[Write]) -> None:
            with driver.session() as session:
                for batch in batches:
                    session.execute_write(write, batch)

        # What a server does for the first time takes it several times as long.
        load(graph, store)
        for number in range(rounds):
            batches = list(writes(difference(graph, Held()), MERGE, neo4j_store.BATCH_SIZE))
            for name in _turns(number):
                store.empty()
                work = {"bare": lambda b=batches: bare(b), "ours": lambda: load(graph, store)}
                times[name].append(_spent(work[name]))
            del batches
        later = _later(graph, store)
    server.stop()
    return Loads("Neo4j", times["bare"], times["ours"], *later, _imported(graph, server))


def _turns(number: int) -> tuple[str, str]:
    return ("bare", "ours") if number % 2 else ("ours", "bare")


def _later(graph: KnowledgeGraph, store: EmbeddedStore | Neo4jStore) -> tuple[float, ...]:
    """Seconds for no change, for one release less in two ways, and for sending alone what it is."""
    gone = graph.releases[len(graph.releases) // 2].id
    less = KnowledgeGraph.of(
        [release for release in graph.releases if release.id != gone],
        [fact for fact in graph.facts if all(item.release != gone for item in fact.evidence)],
    )
    load(graph, store)
    reload = _seconds(lambda: load(graph, store))
    change = difference(less, store.held())
    sending = _seconds(lambda: store.apply(change))
    load(graph, store)
    changed = _seconds(lambda: load(less, store))
    known = _seconds(lambda: load(graph, store, before=less))
    store.close()
    return reload, changed, known, sending


def _imported(graph: KnowledgeGraph, server: Server) -> tuple[float, float, float]:
    """Seconds for the files, the import (the server starts no faster or slower), and the load."""
    folder = server.home / "tables"
    files = _seconds(lambda: write_neo4j_csv(graph, folder))
    arguments = ("database", "import", "full", f"@{folder / 'import.args'}", "neo4j")
    took = _seconds(lambda: server.administer(*arguments).check_returncode())
    server.start()
    store = Neo4jStore(server.address, server.login)
    after = _seconds(lambda: load(graph, store))
    store.close()
    return files, took, after


def _seconds(work: Callable[[], object]) -> float:
    return _spent(work).clock


def _spent(work: Callable[[], object]) -> Spent:
    gc.collect()
    clock, processor = perf_counter(), process_time()
    work()
    return Spent(perf_counter() - clock, process_time() - processor)


def _figures(loads: Loads) -> str:
    bare, first = _median(loads.bare), _median(loads.first)
    rows = [
        ["bare loop over the batches", *_told(bare), "1.00", "1.00", ""],
        ["first load", *_told(first), *(f"{ratio:.2f}" for ratio in loads.ratio), "1.00"],
        _later_row("the same again", loads.reload, first),
        _later_row("one release less", loads.changed, first),
        _later_row("… the graph before it known", loads.known, first),
        ["… sending alone", f"{loads.change:.2f}", *[""] * 4],
    ]
    if loads.imported is not None:
        files, took, after = loads.imported
        rows += [
            ["tables for the importer", f"{files:.1f}", *[""] * 4],
            ["neo4j-admin database import", f"{took:.1f}", *[""] * 4],
            ["the load after it", f"{after:.1f}", *[""] * 4],
        ]
    return f"{loads.engine}, {len(loads.first)} rounds:\n\n{table(HEAD, rows)}"


def _later_row(name: str, seconds: float, first: Spent) -> list[str]:
    return [name, f"{seconds:.2f}", "", "", "", f"{seconds / first.clock:.2f}"]


def _median(rounds: Sequence[Spent]) -> Spent:
    return Spent(
        median(spent.clock for spent in rounds), median(spent.processor for spent in rounds)
    )


def _told(spent: Spent) -> tuple[str, str]:
    return f"{spent.clock:.1f}", f"{spent.processor:.1f}"


if __name__ == "__main__":
    main()
