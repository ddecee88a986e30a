"""The same shapes in Jena: the endpoint of a real Fuseki finds what pyshacl finds."""

import base64
import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Protocol
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

import pytest
from rdflib import RDF, SH, Graph

from communique.loaders.rdf import DEFAULT_BASE
from communique.loaders.rdf.addresses import Addresses
from communique.ontology.shapes import shapes_text

pytestmark = pytest.mark.jena

AT = Addresses()


class Fault(Protocol):
    """A fault of ``faults.toml``."""

    message: str
    graph: str
    graph_name: str

    def put_into(self, dump: str) -> str: ...


class Server(Protocol):
    """A Fuseki that runs."""

    address: str
    user: str
    password: str


def send(server: Server, method: str, place: str, body: str = "", kind: str = "") -> str:
    login = base64.b64encode(f"{server.user}:{server.password}".encode()).decode()
    headers = {"Authorization": f"Basic {login}", "Content-Type": kind, "Accept": "text/turtle"}
    request = Request(  # noqa: S310  # a server of this test
        f"{server.address}/{place}", body.encode() or None, headers, method=method
    )
    with urlopen(request, timeout=30) as answer:  # noqa: S310
        return str(answer.read().decode())


def triples(dump: str, graph: str) -> str:
    """The lines of one graph, and what entities are."""
    ending, kinds = f" <{graph}> .", f" <{AT.entities_graph}> ."
    lines = {
        f"{line.removesuffix(ending)} .\n" for line in dump.splitlines() if line.endswith(ending)
    }
    lines |= {
        f"{line.removesuffix(kinds)} .\n"
        for line in dump.splitlines()
        if line.endswith(kinds) and (f"<{RDF.type}>" in line or "#label>" in line)
    }
    return "".join(sorted(lines))


def moved(content: str, number: int) -> str:
    """The triples with all that is no term of the ontology in a place of its own."""
    place = rf"<https://{number}.example/\1/"
    return re.sub(rf"<{DEFAULT_BASE}(id|publisher|release|statement)/", place, content)


def reported(server: Server, content: str) -> dict[int, list[str]]:
    """Messages of the violations, by the place of their nodes; the store is left as it was."""
    graph = quote("https://faults.example/graph", safe="")
    send(server, "PUT", f"data?graph={graph}", content, "application/n-triples")
    report = send(server, "POST", f"shacl?graph={graph}", shapes_text(), "text/turtle")
    send(server, "DELETE", f"data?graph={graph}")
    read = Graph().parse(data=report, format="turtle")
    found = defaultdict(list)
    for result in read.objects(None, SH.result):
        host = urlsplit(str(read.value(result, SH.focusNode))).hostname or ""
        found[int(host.partition(".")[0])].append(str(read.value(result, SH.resultMessage)))
    return dict(found)


def test_jena_finds_each_fault_once_and_none_in_an_export(
    fuseki: Server, dump: str, shape_faults: Sequence[Fault]
) -> None:
    told = [fault for fault in shape_faults if fault.graph == "release-visit-1"]
    contents = [triples(fault.put_into(dump), fault.graph_name) for fault in told]
    contents.append(triples(dump, AT.release_graph("visit-1")))

    found = reported(fuseki, "".join(moved(text, number) for number, text in enumerate(contents)))

    assert len(told) > 30
    assert found == {number: [fault.message] for number, fault in enumerate(told)}
