"""A shelf, and a shard of three releases in our own words."""

from pathlib import Path

import pytest

from communique.cluster.parquet.place import Place
from communique.cluster.parquet.shelf import Shelf
from communique.cluster.shard import Shard
from communique.graph import Entity, Evidence, Extraction, Qualifiers, Release, Statement
from communique.ontology import EntityType, Relation, Status

VERSION = "rules-1"
TEXT = "Lind in Oslo 🕊\n\nMinister Ada Lind of Norway met Jon Berg on 3 May 2024."


def _statements() -> tuple[Statement, ...]:
    ada = Entity("r1#1", EntityType.PERSON, "Ada Lind", ("Lind", "Minister Ada Lind"))
    jon = Entity("r1#2", EntityType.PERSON, "Jon Berg")
    norway = Entity("r1#3", EntityType.COUNTRY, "Norway", iso3="NOR", wikidata="Q20")
    talks = Entity("r1#4", EntityType.EVENT, "talks", named=False)
    start = TEXT.index("Minister")
    whole = Evidence("r1", start, len(TEXT), TEXT[start:], "meets/meet-with")
    title = Evidence("r1", 0, 12, "Lind in Oslo", "title")
    met = Qualifiers(date="2024-05-03", place="Oslo", status=Status.HELD)
    return (
        Statement(ada, Relation.MEETS, jon, (whole, title), met, 0.9),
        Statement(ada, Relation.REPRESENTS, norway, (title,), Qualifiers(role="Minister")),
        Statement(ada, Relation.PARTICIPATES_IN, talks, (title,)),
    )


@pytest.fixture
def extractions() -> tuple[Extraction, ...]:
    """A release that says much, one that says nothing, and one that failed."""
    told = Release("r1", "Lind in Oslo 🕊", "Newsroom", TEXT, 16, "2024-05-04", "https://x.example")
    silent = Release("r0", "Opening hours", "", "Nine to five.", truncated=True)
    broken = Release("r2", "Talks", "", "They met.")
    return (
        Extraction(told, _statements()),
        Extraction(silent),
        Extraction(broken, error="KeyError: 'word'"),
    )


@pytest.fixture
def shard(extractions: tuple[Extraction, ...]) -> Shard:
    return Shard.of([extraction.release for extraction in extractions], VERSION)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(Place.at(str(tmp_path / "a folder")), VERSION)
