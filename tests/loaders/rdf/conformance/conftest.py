"""A dump that conforms, and how a fault gets into it."""

import io
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from communique.graph import KnowledgeGraph
from communique.loaders.rdf import DEFAULT_BASE, write_nquads
from communique.loaders.rdf.addresses import Addresses
from communique.ontology.iris import PREFIXES, RDF

FOLDER = Path(__file__).parent
GRAPHS = {
    "release-visit-1": Addresses().release_graph("visit-1"),
    "release-after-2": Addresses().release_graph("after-2"),
    "entities": Addresses().entities_graph,
    "meta": Addresses().meta_graph,
}
NAMESPACES = {**PREFIXES, "e": f"{DEFAULT_BASE}id/", "g": f"{DEFAULT_BASE}graph/"}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is changed in one node of a graph, as ``faults.toml`` explains."""

    name: str
    node: str
    message: str
    graph: str = "release-visit-1"
    remove: tuple[str, ...] = ()
    add: tuple[str, ...] = ()

    @property
    def graph_name(self) -> str:
        return GRAPHS[self.graph]

    def put_into(self, dump: str) -> str:
        """The dump with the fault; its lines stay sorted."""
        ending = f" <{self.graph_name}> ."
        lines = dump.splitlines()
        node = self._node(lines, ending)
        beginnings = tuple(f"{node} {expanded(text)}" for text in self.remove)
        gone = [line for line in lines if line.startswith(beginnings) and line.endswith(ending)]
        assert len(gone) >= len(beginnings)
        more = [f"{node} {expanded(text)}{ending}" for text in self.add]
        return "".join(f"{line}\n" for line in sorted({*lines, *more} - set(gone)))

    def _node(self, lines: Iterable[str], ending: str) -> str:
        if self.node.startswith(("e:", "g:")):
            return expanded(self.node)
        kind = f" <{RDF}type> {expanded(self.node)}{ending}"
        return next(line.removesuffix(kind) for line in lines if line.endswith(kind))


def expanded(text: str) -> str:
    """Prefixed names written out, outside of quoted texts."""
    parts = re.split(r'("[^"]*")', text)
    parts[::2] = [
        re.sub(r"(\w+):([\w-]+)", lambda m: f"<{NAMESPACES[m[1]]}{m[2]}>", part)
        for part in parts[::2]
    ]
    return "".join(parts)


def faults_of(file: str) -> list[Fault]:
    entries = tomllib.loads((FOLDER / file).read_text(encoding="utf-8"))["fault"]
    return [fault_of(entry) for entry in entries]


def fault_of(entry: Mapping[str, Any]) -> Fault:
    lists = {key: tuple(entry.get(key, ())) for key in ("remove", "add")}
    return Fault(**{**entry, **lists})


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes a fault is run with each of the file it names, or of ``faults.toml``."""
    if "fault" in metafunc.fixturenames:
        file = getattr(metafunc.module, "FAULTS", "faults.toml")
        found = faults_of(file)
        metafunc.parametrize("fault", found, ids=[fault.name for fault in found])


@pytest.fixture(scope="session")
def dump(graph: KnowledgeGraph) -> str:
    """The graph as N-Quads."""
    out = io.BytesIO()
    write_nquads(graph, out)
    return out.getvalue().decode()


@pytest.fixture(scope="session")
def shape_faults() -> list[Fault]:
    return faults_of("faults.toml")
