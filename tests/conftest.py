"""What tests of several packages need."""

import os
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from communique.graph import Entity, Evidence, Qualifiers, Release, Statement
from communique.ontology import EntityType, Relation

ROOT = Path(__file__).resolve().parent.parent


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
