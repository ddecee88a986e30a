"""How fast the export as RDF is, and how much memory it takes, beside pyoxigraph's serialiser.

Releases are invented one by one, twelve facts each, and go through the writers as those of a ledger
do; each way runs in a process of its own, all of them in each round, and the best round counts.
Seconds are those of the processor. Ours hold all of it: model, digests of the graphs, sorting and
writing. What it takes to invent the facts is measured alone and subtracted; the column "writing"
leaves out the making of the graphs too, which pyoxigraph is given as finished terms.
"""

import argparse
import gzip
import hashlib
import io
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import IO

from figures.section import replace_section, table

from communique.graph import Entity, Evidence, Fact, Qualifiers, Release
from communique.loaders.rdf.addresses import Addresses
from communique.loaders.rdf.dataset import Told, streamed_graphs
from communique.loaders.rdf.named_graph import NamedGraph
from communique.loaders.rdf.syntax.jsonld import write_json
from communique.loaders.rdf.syntax.nquads import write_quads
from communique.loaders.rdf.syntax.reification import reified
from communique.loaders.rdf.syntax.turtle import write_trig, write_union
from communique.loaders.rdf.wanted import Wanted
from communique.ontology import EntityType, Relation, Status

FACTS = 12
"""Facts of a release."""
PEOPLE, COUNTRIES = 2000, 100
QUADS_A_RELEASE = 240
"""About how many quads a release gives."""
AT = Addresses("https://data.example.org/")
Way = Callable[[Iterator[Told], IO[bytes]], int]
KB_IN_MB = 1024
HEAD = ("way", "quads", "seconds", "quads a second", "writing", "peak MB", "file MB")


def main() -> None:
    """Measure each way at each size, and print a table."""
    options = _options()
    if options.way:
        _measure(options.way, options.quads[0])
        return
    rows = [
        row
        for place, quads in enumerate(options.quads)
        for row in _rows(quads, options.only or (LARGE if place else OTHERS), options.rounds)
    ]
    told = table(HEAD, rows)
    print(told)
    if options.write:
        load = f"{os.cpu_count()} processors, load average {os.getloadavg()[2]:.0f}"
        system = f"Python {platform.python_version()}, {load}"
        replace_section("rdf", f"{options.date}, {system}.\n\n{told}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quads", type=int, nargs="+", default=[1_000_000, 5_000_000])
    parser.add_argument("--only", nargs="*", default=[], help="names of ways", choices=OTHERS)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--write", action="store_true", help="keep the figures in README.md")
    parser.add_argument("--date", default=date.today().isoformat())
    parser.add_argument("--way", help=argparse.SUPPRESS)
    return parser.parse_args()


def _rows(quads: int, ways: Sequence[str], rounds: int) -> Iterator[list[str]]:
    """A row for each way, from the best of several rounds."""
    best: dict[str, dict[str, float]] = {}
    for _ in range(rounds):
        for way in (INVENT, GRAPHS, *ways):
            done = _in_a_process(way, quads)
            if way not in best or done["seconds"] < best[way]["seconds"]:
                best[way] = done
    for way in ways:
        done = best[way]
        whole = done["seconds"] - best[INVENT]["seconds"]
        writing = done["seconds"] - best[GRAPHS]["seconds"]
        yield [
            way,
            f"{done['quads']:,.0f}",
            f"{whole:.1f}",
            f"{done['quads'] / whole:,.0f}",
            f"{writing:.1f}",
            f"{done['peak']:.0f}",
            f"{done['size'] / 1e6:.0f}",
        ]


def _in_a_process(way: str, quads: int) -> dict[str, float]:
    command = [sys.executable, __file__, "--way", way, "--quads", str(quads)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    answer: dict[str, float] = json.loads(done.stdout)
    return answer


def _measure(way: str, quads: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "out"
        with path.open("wb") as out:
            begin = time.process_time()
            count = WAYS[way](_told(quads // QUADS_A_RELEASE), out)
            seconds = time.process_time() - begin
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KB_IN_MB
        size = path.stat().st_size
    print(json.dumps({"quads": count, "seconds": seconds, "peak": peak, "size": size}))


def _graphs(told: Iterator[Told]) -> Iterator[NamedGraph]:
    return streamed_graphs(told, _entities(), AT, Wanted(AT.base))


def _invent(told: Iterator[Told], out: IO[bytes]) -> int:
    return sum(1 for _ in told)


def _nquads(told: Iterator[Told], out: IO[bytes]) -> int:
    return write_quads(_graphs(told), out)


def _nquads_gzip(told: Iterator[Told], out: IO[bytes]) -> int:
    with (
        gzip.GzipFile("", "wb", 6, out, mtime=0) as packed,
        io.BufferedWriter(packed, 1 << 16) as buffered,
    ):
        return write_quads(_graphs(told), buffered)


def _trig(told: Iterator[Told], out: IO[bytes]) -> int:
    return write_trig(_graphs(told), AT.prefixes, out)


def _turtle(told: Iterator[Told], out: IO[bytes]) -> int:
    return write_union(_graphs(told), AT.prefixes, out)


def _unsorted(told: Iterator[Told], out: IO[bytes]) -> int:
    count = 0
    for named in _graphs(told):
        out.writelines(block.encode().replace(b"\0", b"\n") for block in named.quad_blocks())
        count += len(named)
    return count


def _jsonld(told: Iterator[Told], out: IO[bytes]) -> int:
    return write_json(_graphs(told), AT.own_prefixes, out)


def _rdf12(told: Iterator[Told], out: IO[bytes]) -> int:
    return write_quads(map(reified, _graphs(told)), out)


def _pyoxigraph(syntax: str) -> Way:
    def write(told: Iterator[Told], out: IO[bytes]) -> int:
        # not loaded where our own memory is measured
        count: int = import_module("figures.oxigraph").write(_graphs(told), out, syntax)
        return count

    return write


def _graphs_only(told: Iterator[Told], out: IO[bytes]) -> int:
    return sum(len(named) for named in _graphs(told))


INVENT, GRAPHS = "invent", "graphs"
WAYS: dict[str, Way] = {
    INVENT: _invent,
    GRAPHS: _graphs_only,
    "nquads unsorted": _unsorted,
    "nquads": _nquads,
    "nquads gzip": _nquads_gzip,
    "trig": _trig,
    "turtle": _turtle,
    "jsonld": _jsonld,
    "nquads rdf12": _rdf12,
    "pyoxigraph nquads": _pyoxigraph("nquads"),
    "pyoxigraph trig": _pyoxigraph("trig"),
}


LARGE = ("nquads", "turtle", "pyoxigraph nquads")
"""Ways that are measured at further sizes."""
OTHERS = [way for way in WAYS if way not in (INVENT, GRAPHS)]


def _entities() -> Iterator[Entity]:
    for number in range(PEOPLE):
        yield _person(number)
    for number in range(COUNTRIES):
        yield _country(number)


def _person(number: int) -> Entity:
    name = f"Ana{number} Petrova{number % 97}"
    return Entity(f"person-{name.lower().replace(' ', '-')}", EntityType.PERSON, name, (name[:4],))


def _country(number: int) -> Entity:
    return Entity(f"country-{number:03}", EntityType.COUNTRY, f"Country {number}")


def _told(releases: int) -> Iterator[Told]:
    people = [_person(number) for number in range(PEOPLE)]
    countries = [_country(number) for number in range(COUNTRIES)]
    for number in range(releases):
        yield _release(number, people, countries)


def _release(number: int, people: list[Entity], countries: list[Entity]) -> Told:
    # ids are digests, so that sorting has work to do as with real ones
    mark = hashlib.sha256(str(number).encode()).hexdigest()[:8]
    id_ = f"ministry-release-{number:07}-{mark}"
    day = f"20{10 + number % 15}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    facts = []
    for place in range(FACTS):
        one = people[(number * 7 + place * 31) % PEOPLE]
        other = people[(number * 11 + place * 17 + 1) % PEOPLE]
        sentence = f"On {day} {one.name} received {other.name} for talk {number}/{place}."
        start = 120 * place
        quote = Evidence(id_, start, start + len(sentence), sentence, "meets/receive")
        if place % 2 and one.id != other.id:
            said = Qualifiers(day, "Tallinn", "talks", status=Status.HELD)
            facts.append((Fact(one, Relation.MEETS, other, said, (quote,), 0.97), [quote]))
        else:
            land = countries[(number + place) % COUNTRIES]
            said = Qualifiers(day, status=Status.PLANNED)
            facts.append((Fact(one, Relation.VISITS, land, said, (quote,), 0.9), [quote]))
    release = Release(id_, f"Release {number}", "Ministry", "text", 0, day, f"https://x.org/{mark}")
    return Told(id_, [release], facts)


if __name__ == "__main__":
    main()
