"""A ledger and two releases in our own words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.graph import Entity, Evidence, Qualifiers, Release, Statement
from communique.ledger import Ledger
from communique.ontology import EntityType, Relation, Status

TEXT = "Lind in Oslo 🕊\n\nMinister Ada Lind of Norway met Jon Berg on 3 May 2024."


@pytest.fixture
def release() -> Release:
    return Release(
        "r1", "Lind in Oslo 🕊", "Newsroom", TEXT, 16, "2024-05-04", "https://example.org/1"
    )


@pytest.fixture
def statements() -> tuple[Statement, ...]:
    ada = Entity("r1#1", EntityType.PERSON, "Ada Lind", ("Lind", "Minister Ada Lind"))
    jon = Entity("r1#2", EntityType.PERSON, "Jon Berg")
    norway = Entity("r1#3", EntityType.COUNTRY, "Norway", iso3="NOR", wikidata="Q20")
    talks = Entity("r1#4", EntityType.EVENT, "talks", named=False)
    start = TEXT.index("Minister")
    whole = Evidence("r1", start, len(TEXT), TEXT[start:], "meets/meet-with")
    title = Evidence("r1", 0, 12, "Lind in Oslo", "title")
    office = Evidence("r1", start, start + 26, "Minister Ada Lind of Norway"[:26], "office")
    return (
        Statement(
            ada,
            Relation.MEETS,
            jon,
            (whole, title),
            Qualifiers(date="2024-05-03", place="Oslo", status=Status.HELD),
            0.9,
        ),
        Statement(ada, Relation.REPRESENTS, norway, (office,), Qualifiers(role="Minister")),
        Statement(ada, Relation.PARTICIPATES_IN, talks, (title,), Qualifiers(), 1),
    )


@pytest.fixture
def silent() -> Release:
    """A release in which nothing is stated."""
    return Release("r0", "Opening hours", "", "Opening hours\nNine to five.", truncated=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "ledger.sqlite"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with Ledger.open(path) as opened:
        yield opened
