"""What a ledger holds as RDF, and back."""

import gzip
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdf_graphs import NAME, TEXT
from rdflib import Graph, URIRef

from communique.graph import Entity, Evidence, Qualifiers, Release, Statement
from communique.ledger import Entry, Ledger
from communique.loaders.rdf.addresses import Addresses
from communique.loaders.rdf.record.reading import NoRecordError, Unrestorable, read_records
from communique.loaders.rdf.record.restoring import restore
from communique.loaders.rdf.record.writing import record_graph
from communique.ontology import EntityType, Relation
from communique.ontology.iris import CQ
from communique.ontology.schema import ontology_text

AT = Addresses("https://data.example/")


@st.composite
def readings(draw: st.DrawFn) -> tuple[Release, list[Statement]]:
    text = draw(TEXT)
    address = draw(st.none() | TEXT)
    release = Release(draw(TEXT), draw(TEXT), draw(TEXT), text, 0, draw(st.none() | TEXT), address)
    ends = [
        Entity(f"{n}{draw(TEXT)}", type_, draw(NAME), tuple(draw(st.lists(TEXT, max_size=2))))
        for n, type_ in enumerate([EntityType.PERSON, EntityType.COUNTRY])
    ]
    start = draw(st.integers(0, len(text) - 1))
    quotes = (Evidence(release.id, start, len(text), text[start:], draw(TEXT)),) * 2
    confidence = draw(st.floats(0, 1, exclude_min=True))
    said = Qualifiers(role=draw(st.none() | TEXT))
    return release, [
        Statement(ends[0], Relation.REPRESENTS, ends[1], quotes, said, confidence)
    ] * draw(st.integers(0, 2))


@settings(max_examples=30, deadline=None)
@given(reading=readings(), extractor=TEXT)
def test_any_reading_comes_back_as_it_was(
    reading: tuple[Release, list[Statement]],
    extractor: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    release, statements = reading
    folder = tmp_path_factory.mktemp("ledgers")
    with Ledger.open(folder / "one.sqlite") as one, Ledger.open(folder / "two.sqlite") as two:
        one.record(release, statements, extractor)
        lines = [
            block.encode()
            for entry in one.entries()
            for block in record_graph(entry, AT).quad_blocks()
        ]

        for item in read_records(line for block in lines for line in block.split(b"\0")):
            assert isinstance(item, Entry)
            two.restore(item)

        assert two.release_digests() == one.release_digests()
        assert list(two.statements()) == statements


def test_a_release_of_which_a_line_is_missing_is_not_restored(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger.sqlite") as ledger:
        ledger.record(Release("r", "T", "NATO", "text"), [], "x/1")
        (graph,) = (record_graph(entry, AT) for entry in ledger.entries())
    (block,) = graph.quad_blocks()
    lines = block.encode().split(b"\0")

    for missing in range(len(lines)):
        left = [line for place, line in enumerate(lines) if place != missing]
        with_type = any(b"#RecordedRelease" in line for line in left)
        try:
            (item,) = read_records(left)
        except NoRecordError:
            assert not with_type
        else:
            assert isinstance(item, Entry if b"Arrival" in lines[missing] else Unrestorable)


def test_every_column_is_declared_in_the_ontology(tmp_path: Path) -> None:
    ontology = Graph().parse(data=ontology_text(), format="turtle")
    declared = {str(term) for term in ontology.subjects() if isinstance(term, URIRef)}
    with Ledger.open(tmp_path / "ledger.sqlite") as ledger:
        ledger.record(Release("r", "T", "NATO", "text", 0, "2024", "u"), [], "x/1")
        (graph,) = (record_graph(entry, AT) for entry in ledger.entries())

    terms = {triple.predicate for triple in graph.triples.values()}

    assert {term for term in terms if term.startswith(CQ)} - declared == set()


def test_a_file_that_unpacks_to_one_endless_line_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "ledger.nq.gz"
    with gzip.open(path, "wb", 1) as packed:
        for _ in range(80):
            packed.write(bytes(1024**2))

    with Ledger.open(tmp_path / "ledger.sqlite") as ledger:
        found = restore([path], ledger, lambda _done: None)

    assert [problem.reason for problem in found.problems] == [
        "cannot be read (a line is longer than 64 MB)"
    ]
