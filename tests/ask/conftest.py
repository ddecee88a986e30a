"""A made-up graph of some 160 entities, and the questions asked of it."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from communique.graph import Entity, KnowledgeGraph, Qualifiers, Release
from communique.identity.names import slug
from communique.loaders.store import Store
from communique.ontology import EntityType, Relation, Status
from communique.queries.names import Names

WORLD = Path(__file__).parent / "world"
Line = tuple[Entity, Relation, Entity, Qualifiers, str]
Draft = tuple[Release, list[Line]]


def entities() -> dict[str, Entity]:
    """The entities by the key that the releases call them by."""
    found, ids = dict[str, Entity](), set[str]()
    for row in (WORLD / "entities.txt").read_text(encoding="utf-8").splitlines()[1:]:
        key, type_, name, aliases, *rest = (part.strip() for part in row.split(";"))
        mark = rest[0] if rest else ""
        iso3 = mark if type_ == EntityType.COUNTRY else None
        named = mark != "unnamed"
        stem = iso3 or (slug(name) if named else sha256(key.encode()).hexdigest()[:8])
        id_ = f"{type_.lower()}-{stem}"
        if id_ in ids:
            id_ += "-2"
        ids.add(id_)
        forms = tuple(sorted(filter(None, aliases.split("|"))))
        found[key] = Entity(id_, EntityType(type_), name, forms, named, iso3)
    return found


def drafts() -> Iterator[Draft]:
    """The releases, each with what it states."""
    ends = entities()
    text = (WORLD / "releases.txt").read_text(encoding="utf-8")
    for block in text.split("\n@")[1:]:
        head, *rows = block.splitlines()
        _, source, day, title = head.split("; ", 3)
        mark = sha256(head.encode()).hexdigest()[:8]
        id_ = f"{slug(source)}-{slug(title)[:48].rstrip('-')}-{mark}"
        release = Release(
            id_, title, source, title, published=day, url=f"https://releases.example/{id_}"
        )
        yield release, [_line(row, ends) for row in rows]


def _line(row: str, ends: dict[str, Entity]) -> Line:
    """What a row states, in a sentence made of its parts."""
    subject, relation, object_, *qualifiers = row.split("; ")
    values = dict(part.split("=", 1) for part in qualifiers)
    told = Qualifiers(
        **{name: Status(value) if name == "status" else value for name, value in values.items()}  # type: ignore[arg-type]
    )
    words = relation.lower().replace("_", " ")
    sentence = f"{ends[subject].name} {words} {ends[object_].name}"
    also = ", ".join(f"{name} {value}" for name, value in values.items())
    return (
        *(ends[subject], Relation(relation), ends[object_], told),
        f"{sentence} ({also})." if also else f"{sentence}.",
    )


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    """What the releases say, by id."""
    return {
        draft.id: "\n".join((draft.title, *(sentence for *_, sentence in lines)))
        for draft, lines in drafts()
    }


@pytest.fixture(scope="session")
def graph(compose: Callable[[Iterator[Draft]], KnowledgeGraph]) -> KnowledgeGraph:
    """The made-up graph."""
    return compose(drafts())


@pytest.fixture(scope="session")
def store(graph: KnowledgeGraph, kept: Callable[[KnowledgeGraph], Store]) -> Store:
    """The graph in the embedded store; queries cannot write, so one serves all tests."""
    return kept(graph)


@pytest.fixture(scope="session")
def names(store: Store) -> Names:
    """The names of its entities."""
    return Names.of(store)
