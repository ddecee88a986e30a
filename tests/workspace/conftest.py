"""Releases of plain sentences, and an extractor that reads them without a model."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from communique.builder import Extractor
from communique.graph import Entity, Evidence, Extraction, Qualifiers, Release, Statement
from communique.ontology import EntityType, Relation
from communique.workspace import Graph

FEED = """\
Talks in Tallinn

Source: Ministry

Tallinn, 3 May 2024

Anna Kask met Oleg Reka on 2024-05-03.
Anna Kask met Juri Salu on 2024-05-04.
"""

MORE = """\
Talks in Riga

Source: Newsroom

Riga, 6 May 2024

Anna Kask met Oleg Reka on 2024-05-03.
Oleg Reka met Inga Berze on 2024-05-05.
"""

_MET = re.compile(r"^(\w+ \w+) met (\w+ \w+) on ([\d-]+)\.$", re.MULTILINE)


class Sentences:
    """Reads who met whom where a line says nothing else."""

    version = "sentences/1"

    def extract(self, releases: Iterable[Release]) -> Iterator[Extraction]:
        for release in releases:
            yield Extraction(release, tuple(self._statements(release)))

    def _statements(self, release: Release) -> Iterator[Statement]:
        for number, found in enumerate(_MET.finditer(release.text)):
            one, other = (
                Entity(f"{release.id}#{2 * number + place}", EntityType.PERSON, found[place])
                for place in (1, 2)
            )
            quote = Evidence(release.id, found.start(), found.end(), found[0], "met")
            yield Statement(one, Relation.MEETS, other, (quote,), Qualifiers(date=found[3]))


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    path = tmp_path / "feed.txt"
    path.write_text(FEED, encoding="utf-8")
    return path


@pytest.fixture
def more(tmp_path: Path) -> Path:
    path = tmp_path / "more.txt"
    path.write_text(MORE, encoding="utf-8")
    return path


@pytest.fixture
def sentences() -> Extractor:
    return Sentences()


@pytest.fixture
def graph(feed: Path, tmp_path: Path, sentences: Extractor) -> Iterator[Graph]:
    """What the first release says, in a workspace of its own."""
    with Graph.build(feed, tmp_path / "data", extractor=sentences) as made:
        yield made
