"""Times every question through communique beside the bare engine call, in turns, on a big graph."""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

import kglite
from figures.section import replace_section, table
from figures.synthetic import synthetic_graph
from neo4j import READ_ACCESS, GraphDatabase, NotificationMinimumSeverity, Query

from communique.loaders.embedded import rebuild
from communique.loaders.neo4j.address import Login
from communique.loaders.opening import is_address, load_into, open_store
from communique.loaders.store import Store
from communique.ontology import EntityType
from communique.queries.catalogue import Parameter, ParameterKind, Template, catalogue
from communique.queries.names import Names, find_name
from communique.queries.runner import run

ENTITIES, FACTS = 100_000, 500_000
RANK = 3
"""The entity of a type that is asked about: so many of its type have more facts."""

ROUNDS = 15
LONGEST, SHORTEST = 10.0, 0.4
"""Seconds for one question: slow ones get fewer rounds, but at least three; quick ones get more."""

FEWEST = 3
TIMEOUT = 60_000
HEAD = ("question", "rows", "bare, ms", "communique, ms", "ratio")

Ask = Callable[[str, dict[str, object]], list[dict[str, object]]]
"""A query put to the engine without anything of communique between."""


@dataclass(frozen=True, slots=True)
class Timing:
    """What one question took, in milliseconds, median of the rounds.

    Attributes:
        name: Of its template.
        rows: How many the answer has.
        bare: The engine's own call, rows read.
        communique: ``communique.queries.runner.run``, names read before.
        ratio: How many times as long as the bare call communique takes, median of the pairs.
    """

    name: str
    rows: int
    bare: float
    communique: float
    ratio: float


def main() -> None:
    """Read the options, measure, print."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as opened:
        login = Login(password=os.environ.get("COMMUNIQUE_NEO4J_PASSWORD", ""))
        if options.load:
            graph = synthetic_graph(options.entities, options.facts)
            load_into(options.store, graph, login=login)
        where = options.store or _made(Path(folder) / "store.kgl", options.entities, options.facts)
        store = open_store(where, read_only=True, login=login)
        opened.callback(store.close)
        ask = opened.enter_context(_bare(where, login))
        names = Names.of(store)
        timings = [
            _timed(store, ask, names, template, options.rounds)
            for template in catalogue().values()
            if not options.only or template.name in options.only
        ]
        first = _first_question(store)
    if options.json:
        json.dump([asdict(timing) for timing in timings], sys.stdout)
        return
    told = f"{_figures(timings)}\n\n{first}"
    print(told)
    if options.write:
        kind = "Neo4j" if is_address(where) else "embedded store"
        section = "latency-neo4j" if is_address(where) else "latency"
        replace_section(section, f"{options.date}, {kind}.\n\n{told}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--store", metavar="FILE|ADDRESS", help="a store that is there, instead of a new one"
    )
    parser.add_argument("--load", action="store_true", help="load the made-up graph into it first")
    parser.add_argument("--entities", type=int, default=ENTITIES)
    parser.add_argument("--facts", type=int, default=FACTS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--only", nargs="*", help="names of questions")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--write", action="store_true", help="keep the figures in README.md")
    parser.add_argument("--date", default=date.today().isoformat(), help="their day")
    return parser.parse_args()


def _made(path: Path, entities: int, facts: int) -> str:
    rebuild(path, synthetic_graph(entities, facts))
    return str(path)


@contextmanager
def _bare(where: str, login: Login) -> Iterator[Ask]:
    """The engine's own call: kglite, or the driver of Neo4j in a session that only reads."""
    if is_address(where):
        with (
            GraphDatabase.driver(
                where,
                auth=(login.user, login.password),
                notifications_min_severity=NotificationMinimumSeverity.OFF,
            ) as driver,
            driver.session(database=login.database, default_access_mode=READ_ACCESS) as session,
        ):

            def ask_server(cypher: str, parameters: dict[str, object]) -> list[dict[str, object]]:
                query = Query(cypher, timeout=TIMEOUT / 1000)  # type: ignore[arg-type]
                return [dict(record) for record in session.run(query, parameters)]

            yield ask_server
        return
    graph = kglite.load(where)

    def ask(cypher: str, parameters: dict[str, object]) -> list[dict[str, object]]:
        found = graph.cypher(
            cypher, params=parameters, timeout_ms=TIMEOUT, hide_structural_keys=True
        )
        return [dict(row) for row in found]

    yield ask


def _timed(store: Store, ask: Ask, names: Names, template: Template, rounds: int) -> Timing:
    """Both in turns, after one of each that does not count."""
    given = {parameter.name: _value(store, parameter) for parameter in template.parameters}
    values = {name: value for name, value in given.items() if value is not None}

    def through() -> object:
        return run(store, template, values, names, timeout=TIMEOUT / 1000)

    answer = run(store, template, values, names, timeout=TIMEOUT / 1000)
    parameters = dict(answer.parameters)

    def bare() -> object:
        return ask(template.cypher, parameters)

    bare()
    took: list[tuple[float, float]] = []
    started = perf_counter()
    while not _enough(len(took), perf_counter() - started, rounds):
        if len(took) % 2:
            first = _milliseconds(bare)
            took.append((first, _milliseconds(through)))
        else:
            first = _milliseconds(through)
            took.append((_milliseconds(bare), first))
    return Timing(
        template.name,
        len(answer),
        median(pair[0] for pair in took),
        median(pair[1] for pair in took),
        median(pair[1] / pair[0] for pair in took),
    )


def _enough(done: int, seconds: float, rounds: int) -> bool:
    if done < min(FEWEST, rounds):
        return False
    return seconds > LONGEST or (done >= rounds and (seconds > SHORTEST or rounds < FEWEST))


def _value(store: Store, parameter: Parameter) -> object:
    """A value with which the question has something to do; None leaves it out."""
    match parameter.kind:
        case ParameterKind.ENTITY if parameter.required:
            types = sorted(parameter.types) or [EntityType.PERSON]
            place = RANK + (parameter.name in {"second", "to"})
            return _busy(store, types[-1], place)[0]
        case ParameterKind.DATE_FROM:
            return "2019"
        case ParameterKind.DATE_TO:
            return "2020"
        case ParameterKind.WORDS | ParameterKind.SEARCH | ParameterKind.TEXT if parameter.required:
            return "Office 7" if parameter.kind is ParameterKind.WORDS else "cordarmar"
    return None


def _busy(store: Store, type_: EntityType, place: int) -> tuple[str, str]:
    """Id and name of an entity that so many of its type have more facts than."""
    cypher = (
        f"MATCH (n:{type_}) RETURN n.id AS id, n.name AS name, COUNT {{ (n)--(:Entity) }} AS facts "
        "ORDER BY facts DESC, id SKIP $place LIMIT 1"
    )
    (row,) = store.run(cypher, {"place": place}, TIMEOUT / 1000).rows
    return str(row["id"]), str(row["name"])


def _first_question(store: Store) -> str:
    """How long a single name takes to find in a store that was just opened."""
    _, asked = _busy(store, EntityType.PERSON, RANK)
    one = min(_milliseconds(lambda: find_name(store, asked)) for _ in range(FEWEST))
    all_ = min(_milliseconds(lambda: Names.of(store)) for _ in range(FEWEST))
    return (
        f"A single name is found in {one:.1f} ms; reading the names of every entity, which only a "
        f"misspelt one needs, takes {all_ / 1000:.1f} s."
    )


def _milliseconds(call: Callable[[], object]) -> float:
    started = perf_counter()
    call()
    return (perf_counter() - started) * 1000


def _figures(timings: Sequence[Timing]) -> str:
    rows = [
        [t.name, str(t.rows), f"{t.bare:.2f}", f"{t.communique:.2f}", f"{t.ratio:.2f}"]
        for t in timings
    ]
    ratios = [timing.ratio for timing in timings]
    return (
        f"{table(HEAD, rows)}\n\nRatio over {len(timings)} questions: median {median(ratios):.2f}, "
        f"highest {max(ratios):.2f}."
    )


if __name__ == "__main__":
    main()
