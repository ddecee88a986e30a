"""How values must be written."""

from pathlib import Path

import pytest

from communique.loaders.conformance.dump import Dump
from communique.loaders.conformance.lexical import fault
from communique.loaders.rdf.term import Literal
from communique.ontology.iris import CQ, EDTF, NIF, RDFS, XSD

LABEL = f"{RDFS}label"


@pytest.mark.parametrize(
    ("lexical", "datatype"),
    [
        ("2024-02-29", f"{XSD}date"),
        ("2024-02", f"{XSD}gYearMonth"),
        ("0987", f"{XSD}gYear"),
        ("2024-02/2024-03-02", f"{EDTF}EDTF-level0"),
        ("0.97", f"{XSD}decimal"),
        ("1.0", f"{XSD}decimal"),
        ("0", f"{XSD}nonNegativeInteger"),
        ("false", f"{XSD}boolean"),
        ("https://example.org/å?a=b#c", f"{XSD}anyURI"),
        (" any text\n", f"{XSD}string"),
    ],
)
def test_canonical_forms_pass(lexical: str, datatype: str) -> None:
    assert fault(LABEL, Literal(lexical, datatype)) is None


@pytest.mark.parametrize(
    ("lexical", "datatype"),
    [
        ("2023-02-31", f"{XSD}date"),
        ("2024-02", f"{XSD}date"),
        ("2024-13", f"{XSD}gYearMonth"),
        ("٢٠٢٤", f"{XSD}gYear"),
        ("2024/", f"{EDTF}EDTF-level0"),
        ("2024-03/2024-02", f"{EDTF}EDTF-level0"),
        ("0.970", f"{XSD}decimal"),
        ("1", f"{XSD}decimal"),
        ("1e-3", f"{XSD}decimal"),
        ("01", f"{XSD}nonNegativeInteger"),
        ("1", f"{XSD}boolean"),
        ("no address", f"{XSD}anyURI"),
        ("0.97", f"{XSD}double"),
        ("A\u0301", f"{XSD}string"),
    ],
)
def test_other_forms_are_faults(lexical: str, datatype: str) -> None:
    assert fault(LABEL, Literal(lexical, datatype)) is not None


def test_a_language_tag_is_in_lower_case() -> None:
    assert fault(LABEL, Literal("Name", language="en")) is None
    assert fault(LABEL, Literal("Name", language="EN")) is not None


def test_a_quote_is_as_it_is() -> None:
    assert fault(f"{NIF}anchorOf", Literal("A\u0301")) is None


QUAD = f'<https://e.example/s> <{CQ}role> "Minister" <https://e.example/g> .\n'


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (QUAD.replace("<https://e.example/s>", "_:b"), "there are no blank nodes"),
        (QUAD.replace(" <https://e.example/g>", ""), "a quad has the name of its graph"),
        (QUAD + QUAD, "lines are in the order of their bytes, each once"),
        (QUAD + QUAD.replace("/s", "/a"), "lines are in the order of their bytes, each once"),
        (QUAD + "<relative> " + QUAD, "a line is a quad"),
        ('VERSION "1.2"\n' + QUAD, "a line is a quad"),
        (QUAD.replace("/s>", "/a space>"), "a line is a quad"),
    ],
    ids=["blank node", "no graph", "twice", "order", "relative", "version", "space"],
)
def test_what_is_no_dump_is_told_with_its_place(tmp_path: Path, content: str, wanted: str) -> None:
    path = tmp_path / "graph.nq"
    path.write_text(content, encoding="utf-8")

    faults = Dump.read(path).faults

    assert wanted in {found.message for found in faults}
    assert all(found.node for found in faults)


def test_an_ordered_dump_has_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "graph.nq"
    path.write_text(QUAD.replace("/s", "/a") + QUAD, encoding="utf-8")

    assert Dump.read(path).faults == ()
