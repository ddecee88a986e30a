"""What the shapes find, in pyshacl and in Jena."""

from pathlib import Path
from typing import Protocol

from communique.loaders.conformance.dump import Dump
from communique.loaders.conformance.shacl import broken_shapes
from communique.loaders.conformance.violation import Violation


class Fault(Protocol):
    """A fault of ``faults.toml``."""

    name: str
    message: str
    graph_name: str

    def put_into(self, dump: str) -> str: ...


def broken(dump: str, path: Path, only: str | None = None) -> list[Violation]:
    path.write_text(dump, encoding="utf-8")
    quads = Dump.read(path).quads
    others = {quad.graph_name.value for quad in quads} - {only} if only else set()
    return list(broken_shapes(quads, without=others))


def test_an_export_conforms(dump: str, tmp_path: Path) -> None:
    assert broken(dump, tmp_path / "graph.nq") == []


def test_each_fault_is_one_violation(fault: Fault, dump: str, tmp_path: Path) -> None:
    faulty = fault.put_into(dump)

    (violation,) = broken(faulty, tmp_path / "graph.nq", only=fault.graph_name)

    assert violation.message == fault.message
    assert violation.graph == fault.graph_name
