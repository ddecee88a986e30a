"""Asks every question with several sets of values of both engines, and compares the rows.

Both stores must hold the same graph: build a workspace, then `communique load --to` the server.
The password of the server is read from COMMUNIQUE_NEO4J_PASSWORD.
"""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from time import perf_counter

from figures.choices import TIMEOUT, Choices
from figures.section import replace_section, table

from communique.loaders.embedded import EmbeddedStore
from communique.loaders.neo4j.address import Login
from communique.loaders.neo4j.store import Neo4jStore
from communique.loaders.store import QueryError, Store
from communique.queries.catalogue import Template, catalogue
from communique.queries.names import Names
from communique.queries.runner import run

SETS = 24
"""Sets of values for each question."""

HEAD = ("question", "sets", "with rows", "rows", "differ", "embedded, ms", "Neo4j, ms")


@dataclass(slots=True)
class Tally:
    """What the answers to one question were.

    Attributes:
        name: Of its template.
        sets: How often it was asked.
        answered: How often there were rows.
        rows: How many in all.
        differing: For each set of values with unlike rows: the values, and the first unlike rows.
        seconds: What the embedded engine took in all, then Neo4j.
    """

    name: str
    sets: int = 0
    answered: int = 0
    rows: int = 0
    differing: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=lambda: [0.0, 0.0])


@dataclass(frozen=True, slots=True)
class Pair:
    """The two stores, and the names of the entities in both."""

    ours: Store
    theirs: Store
    names: Names

    def compare(self, template: Template, sets: Sequence[Mapping[str, object]]) -> Tally:
        """Ask both with each set of values."""
        tally = Tally(template.name, len(sets))
        for values in sets:
            started = perf_counter()
            answer = run(self.ours, template, values, self.names, timeout=TIMEOUT)
            between = perf_counter()
            difference = self._difference(answer.rows, template, answer.parameters)
            tally.seconds[0] += between - started
            tally.seconds[1] += perf_counter() - between
            tally.answered += bool(answer.rows)
            tally.rows += len(answer.rows)
            if difference:
                tally.differing.append(f"{dict(answer.parameters)}: {difference}")
        return tally

    def _difference(
        self,
        rows: Sequence[Mapping[str, object]],
        template: Template,
        parameters: Mapping[str, object],
    ) -> str:
        """The first rows that are not alike, or nothing."""
        try:
            found = self.theirs.run(template.cypher, parameters, TIMEOUT).rows
        except QueryError as error:
            return str(error)
        for place, (first, second) in enumerate(zip(rows, found, strict=False)):
            if _canonical(dict(first)) != _canonical(dict(second)):
                return f"row {place}: {dict(first)} / {dict(second)}"
        return "" if len(rows) == len(found) else f"{len(rows)} rows / {len(found)} rows"


def main() -> None:
    """Read the options, compare, print; the exit status is 1 if any rows differ."""
    options = _options()
    login = Login(password=os.environ.get("COMMUNIQUE_NEO4J_PASSWORD", ""))
    ours = EmbeddedStore(options.store, read_only=True)
    theirs = Neo4jStore(options.neo4j, login, read_only=True)
    try:
        if ours.held() != theirs.held():
            sys.exit("the stores do not hold the same graph; load both first")
        choices, pair = Choices(ours), Pair(ours, theirs, Names.of(ours))
        tallies = [
            pair.compare(template, list(choices.sets(template, options.sets)))
            for template in catalogue().values()
            if not options.only or template.name in options.only
        ]
    finally:
        ours.close()
        theirs.close()
    told = _told(tallies, choices)
    print(told)
    if options.write:
        replace_section("differential", f"{options.date}.\n\n{told}")
    sys.exit(any(tally.differing for tally in tallies))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path, help="the embedded store")
    parser.add_argument("neo4j", help="address of the server")
    parser.add_argument("--sets", type=int, default=SETS, help="sets of values for each question")
    parser.add_argument("--only", nargs="*", help="names of questions")
    parser.add_argument("--write", action="store_true", help="keep the figures in README.md")
    parser.add_argument("--date", default=date.today().isoformat(), help="their day")
    return parser.parse_args()


def _canonical(value: object) -> object:
    """A value in which fractions are equal that agree to nine places."""
    if isinstance(value, float):
        return f"{value:.9g}"
    if isinstance(value, list | tuple):
        return [_canonical(item) for item in value]
    if isinstance(value, dict):
        return {name: _canonical(item) for name, item in value.items()}
    return value if value is None else (type(value).__name__, value)


def _told(tallies: Sequence[Tally], choices: Choices) -> str:
    rows = [
        [
            *(t.name, str(t.sets), str(t.answered), str(t.rows), str(len(t.differing))),
            *(f"{1000 * seconds / t.sets:.1f}" for seconds in t.seconds),
        ]
        for t in tallies
    ]
    asked, unlike = sum(t.sets for t in tallies), sum(len(t.differing) for t in tallies)
    entities = sum(map(len, choices.entities.values()))
    head = (
        f"{len(choices.releases)} releases, {entities} entities: {len(tallies)} questions asked "
        f"{asked} times of each engine, {sum(t.answered for t in tallies)} answers with rows, "
        f"{sum(t.rows for t in tallies)} rows, {unlike} answers differ."
    )
    unlike_rows = [f"- {t.name} {difference}" for t in tallies for difference in t.differing]
    return "\n".join([head, "", table(HEAD, rows), *(["", *unlike_rows] if unlike_rows else [])])


if __name__ == "__main__":
    main()
