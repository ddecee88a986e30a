"""What tests of several packages need."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from communique.graph import (
    Entity,
    Evidence,
    Fact,
    KnowledgeGraph,
    Qualifiers,
    Release,
    Statement,
)
from communique.loaders.embedded import EmbeddedStore
from communique.loaders.projection import load
from communique.ontology import SIGNATURES, EntityType, Relation

ROOT = Path(__file__).resolve().parent.parent

# A busy machine may need longer for an example than the 200 ms that hypothesis gives it. Examples
# are the same in every run; `--hypothesis-profile=exploring` looks for others.
settings.register_profile("exploring", deadline=None)
settings.register_profile("patient", deadline=None, derandomize=True)
settings.load_profile("patient")

pytest_plugins = ("neo4j_servers", "sparql_servers", "side_by_side")  # in tests/servers


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def gold() -> Path:
    """The annotated releases, which are kept beside the project and not in it."""
    folder = Path(os.environ.get("COMMUNIQUE_GOLD", ROOT.parent / "shared" / "gold"))
    if not folder.is_dir():
        pytest.skip(f"no annotated releases in {folder}; set COMMUNIQUE_GOLD to their folder")
    return folder


@pytest.fixture(scope="session")
def example_gold() -> Path:
    """Annotated releases in our own words, which the project holds."""
    return ROOT / "tests" / "gold" / "example"


KINDS = {
    "person": EntityType.PERSON,
    "country": EntityType.COUNTRY,
    "body": EntityType.ORGANISATION,
    "place": EntityType.PLACE,
    "operation": EntityType.OPERATION,
    "event": EntityType.EVENT,
}
Row = tuple[str, str, str] | tuple[str, str, str, dict[str, str]]
Told = tuple[Release, tuple[Statement, ...]]
Tell = Callable[..., Told]


def entity(spec: str, id_: str) -> Entity:
    """An entity from ``kind Name|alias|alias/ISO``; ``some kind description`` for one unnamed."""
    rest, _, iso3 = spec.removeprefix("some ").partition("/")
    kind, _, forms = rest.partition(" ")
    name, *aliases = forms.split("|")
    named = not spec.startswith("some ")
    return Entity(id_, KINDS[kind], name, tuple(sorted(aliases)), named, iso3 or None)


def told(release: str, *rows: Row) -> Told:
    """A release that says each row in a line of its own, and the statements read in it."""
    numbers, ends = count(1), dict[str, Entity]()
    for spec in (spec for row in rows for spec in (row[0], row[2])):
        if spec not in ends:
            ends[spec] = entity(spec, f"{release}#{next(numbers)}")
    text, statements = f"Release {release}\n", []
    for subject, relation, object_, *rest in rows:
        line = f"{ends[subject].name} {relation} {ends[object_].name}"
        quote = Evidence(release, len(text), len(text) + len(line), line, "by-hand")
        text += f"{line}.\n"
        qualifiers = Qualifiers(**rest[0]) if rest else Qualifiers()  # type: ignore[arg-type]
        statements.append(
            Statement(ends[subject], Relation(relation), ends[object_], (quote,), qualifiers)
        )
    return Release(release, f"Release {release}", "Newsroom", text), tuple(statements)


@pytest.fixture(scope="session")
def tell() -> Tell:
    """Releases in our own words, written as tables of who does what."""
    return told


Line = tuple[Entity, Relation, Entity, Qualifiers, str]
"""A sentence of a release, last, and the fact that it states."""
Compose = Callable[[Iterable[tuple[Release, Sequence[Line]]]], KnowledgeGraph]


def composed(drafts: Iterable[tuple[Release, Sequence[Line]]]) -> KnowledgeGraph:
    """A graph of releases whose text is their title and, below it, each line's sentence.

    A fact that several releases state has a quote from each.
    """
    releases, facts = [], dict[str, Fact]()
    for draft, lines in drafts:
        text = draft.title
        for subject, predicate, object_, qualifiers, sentence in lines:
            start = len(text) + 1
            text = f"{text}\n{sentence}"
            quote = Evidence(draft.id, start, len(text), sentence, "made/by-hand")
            ends = [subject, object_]
            if SIGNATURES[predicate].symmetric:
                ends.sort(key=lambda end: end.id)
            fact = Fact(ends[0], predicate, ends[1], qualifiers, (quote,), 0.9)
            told = facts.get(fact.key, fact)
            facts[fact.key] = told if told is fact else _corroborated(told, quote)
        releases.append(replace(draft, text=text))
    return KnowledgeGraph.of(releases, facts.values())


def _corroborated(fact: Fact, quote: Evidence) -> Fact:
    """The fact with one more quote, in the order of releases."""
    quotes = sorted((*fact.evidence, quote), key=lambda item: (item.release, item.start))
    return replace(fact, evidence=tuple(quotes))


@pytest.fixture(scope="session")
def compose() -> Compose:
    """A graph from made-up releases, which are written as titles and sentences."""
    return composed


@pytest.fixture(scope="session")
def kept(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Callable[[KnowledgeGraph], EmbeddedStore]]:
    """Loads graphs into embedded stores and opens these to be read; all are closed at the end."""
    opened: list[EmbeddedStore] = []

    def keep(graph: KnowledgeGraph) -> EmbeddedStore:
        path = tmp_path_factory.mktemp("store") / "graph.kgl"
        writer = EmbeddedStore(path)
        load(graph, writer)
        writer.close()
        opened.append(EmbeddedStore(path, read_only=True))
        return opened[-1]

    yield keep
    for store in opened:
        store.close()
