"""Homonyms, successors and namesakes: who is one and who is not, as a careful reader judges."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import pytest

from communique.builder import project_with_decisions
from communique.graph import Entity, Release, Statement
from communique.identity import Resolution, Verdict
from communique.ledger import Ledger

Tell = Callable[..., tuple[Release, tuple[Statement, ...]]]

FOLDER = Path(__file__).parent / "cases"
OPEN = frozenset((FOLDER / "open.txt").read_text(encoding="utf-8").splitlines())
"""Cases that resolution does not judge like a reader yet; whoever mends one deletes its line."""
SAID = re.compile(r"(?P<release>\w+) (?P<day>\S+): (?P<row>.+)")
LEAST = 60
"""Cases at least, of people."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a reader says of entities: ``one``, ``apart``, or ``unsure``."""

    verdict: str
    mentions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """Releases, each with its day and rows, and what a reader makes of them."""

    title: str
    said: tuple[tuple[str, str, tuple[str, ...]], ...]
    judgements: tuple[Judgement, ...]


def cases(file: str) -> Iterator[Case]:
    """The cases of a file; its form is told in people.txt."""
    _, *parts = (FOLDER / file).read_text(encoding="utf-8").split("\n## ")
    for part in parts:
        title, *lines = (line for line in part.splitlines() if line)
        said = tuple(
            (found["release"], found["day"], tuple(found["row"].split(" > ")))
            for found in map(SAID.fullmatch, lines)
            if found
        )
        judged = (line.split(": ") for line in lines if not SAID.fullmatch(line))
        judgements = tuple(Judgement(verdict, mentions(of)) for verdict, of in judged)
        yield Case(title, said, judgements)


def mentions(listed: str) -> tuple[tuple[str, str], ...]:
    """Releases with a form each, from ``A Ada Lind + B Lind``."""
    parts = (mention.split(" ", 1) for mention in listed.split(" + "))
    return tuple((release, form) for release, form in parts)


PEOPLE, ORGANISATIONS, OTHERS = map(
    tuple, map(cases, ("people.txt", "organisations.txt", "others.txt"))
)
ALL = [
    pytest.param(
        case,
        id=case.title,
        marks=[pytest.mark.xfail(reason="open.txt", strict=False)] if case.title in OPEN else [],
    )
    for case in (*PEOPLE, *ORGANISATIONS, *OTHERS)
]


@pytest.mark.parametrize("case", ALL)
def test_a_careful_reader_agrees(case: Case, tell: Tell, tmp_path: Path) -> None:
    releases = list(told(case, tell))
    with Ledger.open(tmp_path / "ledger.sqlite") as ledger:
        for release, statements in releases:
            ledger.record(release, statements, "by hand")
        found = project_with_decisions(ledger).resolution
    entities = [
        (release.id, end)
        for release, statements in releases
        for s in statements
        for end in (s.subject, s.object)
    ]

    assert [
        told for judgement in case.judgements for told in faults(judgement, entities, found)
    ] == []


def told(case: Case, tell: Tell) -> Iterator[tuple[Release, tuple[Statement, ...]]]:
    """The releases of a case with their statements."""
    days = {release: day for release, day, _ in case.said}
    for name, day in days.items():
        rows = [
            (subject, relation, object_, dict(item.split("=") for item in qualifiers))
            for release, _, (subject, relation, object_, *qualifiers) in case.said
            if release == name
        ]
        release, statements = tell(name, *rows)
        yield replace(release, published=day), statements


def faults(
    judgement: Judgement, entities: list[tuple[str, Entity]], found: Resolution
) -> Iterator[str]:
    """Where resolution differs from a reader, in words."""
    ids = {mention: canonical(mention, entities, found) for mention in judgement.mentions}
    for one, other in combinations(ids, 2):
        if judgement.verdict == "one" and ids[one] != ids[other]:
            yield f"{one} and {other} are kept apart"
        elif judgement.verdict != "one" and ids[one] == ids[other]:
            yield f"{one} and {other} are taken for one"
    asked = [
        {found.entities[id_].id for id_ in decision.ids}
        for decision in found.decisions
        if decision.kind is Verdict.UNSURE
    ]
    if judgement.verdict == "unsure" and not any(len(set(ids.values()) & ask) > 1 for ask in asked):
        yield f"nobody is asked about {sorted(ids)}"


def canonical(
    mention: tuple[str, str], entities: list[tuple[str, Entity]], found: Resolution
) -> str:
    """The canonical id of the entity that a release calls so, by an alias before its name."""
    name, form = mention
    of_release = [entity for release, entity in entities if release == name]
    by_alias = {entity.id for entity in of_release if form in entity.aliases}
    by_name = {entity.id for entity in of_release if form == entity.name and not entity.aliases}
    named = {entity.id for entity in of_release if form == entity.name}
    (id_,) = next(ids for ids in (by_alias, by_name, named) if ids)
    return found.entities[id_].id


def test_there_are_cases_enough_of_people() -> None:
    assert len(PEOPLE) >= LEAST


def test_every_case_has_a_title_of_its_own() -> None:
    titles = [case.title for case in (*PEOPLE, *ORGANISATIONS, *OTHERS)]

    assert len(titles) == len(set(titles))
    assert set(titles) >= OPEN - {""}
