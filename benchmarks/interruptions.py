"""Interrupts loads into a real Neo4j at random moments, and checks that the next one completes.

The client is killed (kill -9) while it loads, or the server is stopped under it, by kill -9 and in
good order in turns. After each the load is done again, and the server must hold exactly what an
undisturbed load makes: the same digests, and the same numbers of nodes and relationships.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from datetime import date
from time import perf_counter, sleep

from figures.section import replace_section, table
from figures.server import Server, own_server
from figures.synthetic import synthetic_graph

from communique.graph import KnowledgeGraph, StoreUnavailableError
from communique.loaders.neo4j.store import Neo4jStore
from communique.loaders.projection import difference, load
from communique.loaders.store import Held, Progress

KILLS, STOPS = 50, 10
ENTITIES, FACTS = 4000, 20_000
HEAD = ("", "times", "with nothing written", "with a part", "with all", "faults")
COUNTS = "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS nodes, count(r) AS facts"
CLIENT = """
import os, sys
from figures.synthetic import synthetic_graph
from communique.loaders.neo4j.address import Login
from communique.loaders.neo4j.store import Neo4jStore
from communique.loaders.projection import load
graph = synthetic_graph(int(sys.argv[2]), int(sys.argv[3]))
store = Neo4jStore(sys.argv[1], Login(password=os.environ["FIGURES_PASSWORD"]))
print("loading", flush=True)
load(graph, store, lambda done, total: print(done, flush=True))
"""
LONGEST_PAUSE = 0.1
"""Seconds, at most, between a batch that is written and the interruption."""


@dataclass(slots=True)
class Tally:
    """What one kind of interruption left behind.

    Attributes:
        parts: Share of the rows that were written at each interruption.
        faults: What was not as it must be after the next load.
    """

    parts: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def row(self, name: str) -> list[str]:
        """The figures as a line of the table."""
        nothing = sum(part == 0 for part in self.parts)
        whole = sum(part == 1 for part in self.parts)
        numbers = (len(self.parts), nothing, len(self.parts) - nothing - whole, whole)
        return [name, *map(str, numbers), str(len(self.faults))]


@dataclass(frozen=True, slots=True)
class Target:
    """What every load must end in.

    Attributes:
        graph: What is loaded.
        held: What an undisturbed load leaves, by its digests.
        counts: Nodes and relationships, as the server counts them.
        seconds: How long that load takes.
        batches: In how many transactions it writes.
    """

    graph: KnowledgeGraph
    held: Held
    counts: object
    seconds: float
    batches: int

    def faults(self, store: Neo4jStore) -> list[str]:
        """Load again, and tell what is not as it must be."""
        load(self.graph, store)
        found = []
        if store.held() != self.held:
            found.append("other digests")
        if (counts := store.run(COUNTS, {}, 60).rows) != self.counts:
            found.append(f"{counts} instead of {self.counts}")
        if writes := difference(self.graph, store.held()).writes:
            found.append(f"{writes} rows to write after the load")
        return found


def main() -> None:
    """Read the options, interrupt, print."""
    options = _options()
    chance = random.Random(options.seed)  # noqa: S311  # nothing secret
    with own_server("db.tx_log.rotation.retention_policy=1 files") as server:
        server.start()
        target = _undisturbed(server, options.entities, options.facts)
        killed = _kills(server, target, options, chance)
        stopped = _stops(server, target, options.stops, chance)
    rows = [killed.row("client killed"), stopped.row("server stopped")]
    told = (
        f"{options.date}, {len(target.graph.entities):,} nodes and {len(target.graph.facts):,} "
        f"relationships, an undisturbed load takes {target.seconds:.1f} s.\n\n{table(HEAD, rows)}"
    )
    print(told)
    for fault in (*killed.faults, *stopped.faults):
        print(f"fault: {fault}", file=sys.stderr)
    if options.write:
        replace_section("interruptions", told)
    sys.exit(bool(killed.faults or stopped.faults))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--stops", type=int, default=STOPS)
    parser.add_argument("--entities", type=int, default=ENTITIES)
    parser.add_argument("--facts", type=int, default=FACTS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true", help="keep the figures in README.md")
    parser.add_argument("--date", default=date.today().isoformat(), help="their day")
    return parser.parse_args()


def _undisturbed(server: Server, entities: int, facts: int) -> Target:
    graph = synthetic_graph(entities, facts)
    store = _store(server)
    load(graph, store)  # the server's first time is not like the others
    store.empty()
    written: list[int] = []
    start = perf_counter()
    load(graph, store, lambda done, _total: written.append(done))
    seconds = perf_counter() - start
    counts = store.run(COUNTS, {}, 60).rows
    target = Target(graph, store.held(), counts, seconds, len(written))
    store.close()
    return target


def _kills(
    server: Server, target: Target, options: argparse.Namespace, chance: random.Random
) -> Tally:
    tally, store = Tally(), _store(server)
    command = [sys.executable, "-c", CLIENT, server.address]
    command += [str(options.entities), str(options.facts)]
    for number in range(options.kills):
        store.empty()
        client = subprocess.Popen(  # noqa: S603  # our own interpreter and script
            command,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"FIGURES_PASSWORD": server.login.password, "PYTHONPATH": sys.path[0]},
        )
        assert client.stdout is not None  # noqa: S101  # it is a pipe
        for _ in range(chance.randrange(target.batches)):
            client.stdout.readline()  # told after each batch, the first when it begins
        sleep(chance.uniform(0, LONGEST_PAUSE))
        client.kill()
        client.communicate()
        sleep(0.2)  # what the server had received by then, it may still be writing
        tally.parts.append(_part(target, store))
        tally.faults += [f"kill {number}: {fault}" for fault in target.faults(store)]
        _progress("kill", number, options.kills)
    store.close()
    return tally


def _stops(server: Server, target: Target, stops: int, chance: random.Random) -> Tally:
    tally = Tally()
    for number in range(stops):
        store = _store(server)
        store.empty()
        reached, share = threading.Event(), chance.random()

        def told(
            done: int, total: int, reached: threading.Event = reached, share: float = share
        ) -> None:
            if done >= share * total:
                reached.set()

        loading = threading.Thread(target=_failing, args=[target.graph, store, told])
        loading.start()
        reached.wait()
        sleep(chance.uniform(0, LONGEST_PAUSE))
        server.kill((signal.SIGKILL, signal.SIGTERM)[number % 2])
        loading.join()
        store.close()
        server.start()
        store = _store(server)
        tally.parts.append(_part(target, store))
        tally.faults += [f"stop {number}: {fault}" for fault in target.faults(store)]
        store.close()
        _progress("stop", number, stops)
    return tally


def _failing(graph: KnowledgeGraph, store: Neo4jStore, told: Progress) -> None:
    try:
        load(graph, store, told)
    except StoreUnavailableError as error:
        print(f"  {error}", file=sys.stderr)


def _part(target: Target, store: Neo4jStore) -> float:
    whole = difference(target.graph, Held()).writes
    return 1 - difference(target.graph, store.held()).writes / whole


def _store(server: Server) -> Neo4jStore:
    return Neo4jStore(server.address, server.login, patience=2)


def _progress(name: str, number: int, total: int) -> None:
    print(f"{name} {number + 1} of {total}", file=sys.stderr)


if __name__ == "__main__":
    main()
