"""What the rules across triples and graphs find."""

import re
from pathlib import Path
from typing import Protocol

from pyoxigraph import QuerySolutions, Store

from communique.loaders.conformance.dump import Dump
from communique.loaders.conformance.integrity import broken_rules, rules
from communique.loaders.conformance.violation import Violation
from communique.loaders.rdf.addresses import Addresses
from communique.ontology.iris import PREFIXES
from communique.ontology.terms import PROPERTIES

FAULTS = "broken_rules.toml"
META = Addresses().meta_graph


class Fault(Protocol):
    """A fault of ``broken_rules.toml``."""

    message: str
    graph: str

    def put_into(self, dump: str) -> str: ...


def broken(dump: str, path: Path) -> list[Violation]:
    path.write_text(dump, encoding="utf-8")
    return list(broken_rules(Dump.read(path).store))


def undescribed(dump: str) -> str:
    """The dump without its description, whose sizes hold for no changed graph."""
    return "".join(f"{line}\n" for line in dump.splitlines() if f"<{META}> ." not in line)


def test_an_export_breaks_no_rule(dump: str, tmp_path: Path) -> None:
    assert broken(dump, tmp_path / "graph.nq") == []


def test_each_fault_breaks_one_rule(fault: Fault, dump: str, tmp_path: Path) -> None:
    faulty = fault.put_into(dump)

    (violation,) = broken(
        faulty if fault.graph == "meta" else undescribed(faulty), tmp_path / "graph.nq"
    )

    assert violation.message == fault.message


def test_the_rules_name_every_relation() -> None:
    told = set(re.findall(r"cq:(\w+)", rules()["triple-without-statement"].partition("GRAPH")[0]))

    assert told == set(PROPERTIES.values())


def test_rules_abbreviate_as_the_program_does_and_run_anywhere() -> None:
    for query in rules().values():
        prefixes = dict(re.findall(r"PREFIX (\w+): <([^>]+)>", query))

        assert prefixes.items() <= PREFIXES.items()
        assert query.startswith("# ")
        assert isinstance(found := Store().query(query), QuerySolutions)
        assert list(found) == []
