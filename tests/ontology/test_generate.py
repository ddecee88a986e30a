import subprocess
import sys
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

import pytest

from communique.ontology import SIGNATURES, EntityType, Relation, Status
from communique.ontology.generate import PAGE, render, render_files
from communique.ontology.schema import (
    ontology_text,
    read_comments,
    read_schema,
    relation_name,
)
from communique.ontology.shapes import shapes_text
from communique.ontology.terms import PROPERTIES, STATEMENT_CLASSES


@pytest.fixture(scope="module")
def rendered() -> Mapping[str, str]:
    return render_files(ontology_text(), shapes_text())


@pytest.mark.parametrize("name", ["vocabulary.py", "terms.py", "context.jsonld", "shapes.ttl"])
def test_the_committed_file_is_what_the_ontology_gives(
    rendered: Mapping[str, str], name: str
) -> None:
    committed = files("communique.ontology").joinpath(name).read_bytes()

    assert rendered[name].encode() == committed


def test_the_page_is_what_the_ontology_gives(rendered: Mapping[str, str], root: Path) -> None:
    assert rendered[PAGE].encode() == (root / PAGE).read_bytes()


def test_shapes_written_by_hand_stay() -> None:
    by_hand = shapes_text().replace("three capitals", "three letters")

    fresh = render_files(ontology_text(), by_hand)["shapes.ttl"]

    assert fresh == by_hand


def test_shapes_without_the_mark_are_refused() -> None:
    with pytest.raises(ValueError, match="has no line"):
        render_files(ontology_text(), "@prefix sh: <http://www.w3.org/ns/shacl#> .\n")


def test_a_change_of_the_ontology_changes_the_signature() -> None:
    changed = ontology_text().replace(
        "cq:takesQualifier cq:amount ;", "cq:takesQualifier cq:amount, cq:date ;"
    )

    (funds,) = (relation for relation in read_schema(changed).relations if relation.name == "FUNDS")

    assert funds.qualifiers == ("amount", "date")


def test_a_new_relation_gets_a_member_and_a_signature() -> None:
    changed = ontology_text() + (
        "cq:advises a owl:ObjectProperty ; rdfs:subPropertyOf cq:relatesTo ;"
        " schema:domainIncludes cq:Person ; schema:rangeIncludes cq:Organisation .\n"
        "cq:Advice a owl:Class ; cq:statesRelation cq:advises .\n"
    )

    modules = render(read_schema(changed))

    assert '    ADVISES = "ADVISES"\n    APPOINTS' in modules["vocabulary.py"]
    assert '    Relation.ADVISES: "Advice",\n' in modules["terms.py"]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("cq:statesRelation cq:visits ;", "visits needs one class of statements and has 0"),
        ('owl:versionInfo "0.2.0" ;', "no owl:versionInfo"),
        ("schema:rangeIncludes cq:Organisation ;", "memberOf has no .*rangeIncludes"),
    ],
    ids=["statement class", "version", "objects"],
)
def test_an_incomplete_ontology_is_refused(line: str, complaint: str) -> None:
    incomplete = ontology_text().replace(line, "", 1)

    with pytest.raises(ValueError, match=complaint):
        read_schema(incomplete)


@pytest.mark.parametrize(
    ("local", "name"),
    [("meets", "MEETS"), ("partOf", "PART_OF"), ("participatesIn", "PARTICIPATES_IN")],
)
def test_a_relation_is_named_after_its_property(local: str, name: str) -> None:
    assert relation_name(local) == name


def test_the_vocabulary_has_six_types_sixteen_relations_and_two_statuses() -> None:
    assert (len(EntityType), len(Relation), len(Status)) == (6, 16, 2)


def test_every_relation_has_signature_property_and_statement_class() -> None:
    assert set(SIGNATURES) == set(PROPERTIES) == set(STATEMENT_CLASSES) == set(Relation)


def test_every_type_relation_and_qualifier_is_explained_in_plain_words() -> None:
    explained = read_comments(ontology_text())
    taken = {name for signature in SIGNATURES.values() for name in signature.qualifiers}

    assert {*EntityType, *PROPERTIES.values(), *taken} - explained.keys() == set()
    assert explained["meets"].startswith("The two talk to each other")


def test_the_vocabulary_loads_no_rdf_library() -> None:
    program = "import sys, communique.ontology, communique.ontology.terms; print(*sys.modules)"

    loaded = subprocess.run(  # noqa: S603
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()

    assert "communique.ontology.vocabulary" in loaded
    assert "rdflib" not in loaded
