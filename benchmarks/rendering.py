"""Measures what drawing costs in Chromium: the explorer, vis-network, and the one-file page.

The picture of the explorer is that of a made-up network; vis-network, as pyvis brings it, draws the
same nodes at the same places in a box of the same size, with the same shapes, arrows and dashes and
without physics. Both are dragged about, one move in each frame. CPU is that of all processes of the
browser, and the figure to judge by: frames per second depend on what else runs. The one-file page
is timed beside the page that pyvis makes of the same graph by itself, from opening the file to the
first picture that can be read.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from math import log2
from pathlib import Path
from statistics import median
from typing import Any

from figures.chromium import Chromium, Panned
from figures.pictures import first_pictures
from figures.section import replace_section, table
from figures.synthetic import synthetic_graph
from playwright.sync_api import Page

from communique.explorer.page import write_page
from communique.explorer.page.drawing import FAMILIES, SHAPES
from communique.graph import KnowledgeGraph
from communique.loaders.opening import load_into
from communique.ontology import SIGNATURES

NODES = (500, 1000)
PAGE_NODES = 200
EDGES_PER_NODE = 1.8
HEAD = (
    *("network", "lines", "explorer, CPU ms a frame", "vis-network", "ratio"),
    *("explorer, frames a second", "vis-network"),
)
ENGINE = "templates/lib/vis-9.1.2/vis-network.min.js"
CANVAS = "[role=application][aria-label^=Network]"

_STILL = """<!doctype html><meta charset="utf-8"><title>vis-network</title>
<style>html, body {{ margin: 0 }} #box {{ width: {width}px; height: {height}px }}</style>
<div id="box"></div><script>{engine}</script><script>
const data = {data};
const network = new vis.Network(document.getElementById('box'),
  {{ nodes: new vis.DataSet(data.nodes), edges: new vis.DataSet(data.edges) }},
  {{ physics: false, layout: {{ improvedLayout: false }}, nodes: {{ shape: 'dot' }},
    edges: {{ smooth: false, width: 1 }}, interaction: {{ hover: true }} }});
network.once('afterDrawing', () => {{ document.body.dataset.drawn = 'true'; }});
network.redraw();
</script>"""


@dataclass(frozen=True, slots=True)
class Pair:
    """The same network drawn both ways.

    Attributes:
        nodes: How many.
        edges: How many lines.
        ours: What the explorer took, run by run.
        theirs: What vis-network took.
    """

    nodes: int
    edges: int
    ours: list[Panned]
    theirs: list[Panned]

    @property
    def ratio(self) -> float:
        """CPU of a frame, ours by theirs: the median of the runs."""
        return median(
            a.milliseconds / b.milliseconds for a, b in zip(self.ours, self.theirs, strict=True)
        )


def main() -> None:
    """Measure, print, keep if asked to."""
    options = _options()
    with tempfile.TemporaryDirectory() as name, Chromium.running() as chromium:
        folder = Path(name)
        with _explorer(folder) as address:
            pairs = [_pair(chromium, address, folder, n, options) for n in options.nodes]
        first = _first_pictures(chromium, folder, options) if options.page_nodes else {}
    told = _told(pairs, first)
    print(json.dumps(_as_dict(pairs, first), indent=1) if options.json else told)
    if options.write:
        replace_section("rendering", f"{options.date}.\n\n{told}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, nargs="*", default=list(NODES))
    parser.add_argument(
        "--page-nodes", type=int, default=PAGE_NODES, help="over 100; 0 leaves the page out"
    )
    parser.add_argument("--seconds", type=float, default=6, help="of dragging")
    parser.add_argument("--runs", type=int, default=3, help="how often, in turn")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--write", action="store_true", help="keep the figures in README.md")
    parser.add_argument("--date", default=date.today().isoformat(), help="their day")
    return parser.parse_args()


def _graph(nodes: int) -> KnowledgeGraph:
    """A made-up graph of exactly so many entities, each with a fact."""
    whole = synthetic_graph(2 * nodes, 5 * nodes)
    ends = set[str]()
    facts = []
    for fact in whole.facts:
        both = {fact.subject.id, fact.object.id}
        few = both <= ends and len(facts) < EDGES_PER_NODE * len(ends)
        if few or (not both <= ends and len(ends | both) <= nodes):
            ends |= both
            facts.append(fact)
    return KnowledgeGraph.of(whole.releases, facts)


@contextmanager
def _explorer(folder: Path) -> Iterator[str]:
    """The address of an explorer, whose page asks for networks that we give it."""
    load_into(str(folder / "store.kgl"), _graph(60))
    command = [sys.executable, "-m", "communique", "explore", "--no-open", "--data", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:  # noqa: S603
        assert process.stdout is not None  # noqa: S101  # for the type checker
        yield process.stdout.readline().strip()
        process.terminate()


def _network(graph: KnowledgeGraph) -> dict[str, Any]:
    """The graph as the explorer's server answers it, with its most facts in the first lines."""
    ends = {end.id: end for fact in graph.facts for end in (fact.subject, fact.object)}
    lines: dict[tuple[str, str, str], list[str]] = {}
    for fact in graph.facts:
        lines.setdefault((fact.subject.id, str(fact.predicate), fact.object.id), []).append(
            fact.key
        )
    symmetric = {str(relation): signature.symmetric for relation, signature in SIGNATURES.items()}
    degree = dict.fromkeys(ends, 0)
    for source, _, target in lines:
        degree[source] += 1
        degree[target] += 1
    nodes = [
        {
            "id": id_,
            "name": ends[id_].name,
            "type": str(ends[id_].type),
            "facts": degree[id_],
            "hidden": 0,
        }
        for id_ in sorted(ends, key=lambda id_: (-degree[id_], id_))
    ]
    edges = [
        {"id": f"e{n}", "source": source, "target": target, "relation": relation,
         "symmetric": symmetric[relation], "count": len(keys), "first": None, "last": None,
         "status": "held", "keys": keys}
        for n, ((source, relation, target), keys) in enumerate(lines.items())
    ]  # fmt: skip
    return {"nodes": nodes, "edges": edges, "total": len(nodes), "truncated": False}


def _pair(
    chromium: Chromium, address: str, folder: Path, nodes: int, options: argparse.Namespace
) -> Pair:
    network = _network(_graph(nodes))
    still = folder / "still.html"
    pair = Pair(len(network["nodes"]), len(network["edges"]), [], [])
    with chromium.page() as page, chromium.page() as other:
        _open_explorer(page, address, network)
        still.write_text(_still(page, network), encoding="utf-8")
        other.goto(still.as_uri())
        other.locator("body[data-drawn]").wait_for(state="attached")
        for _ in range(options.runs):
            pair.ours.append(chromium.pan(page, CANVAS, options.seconds))
            pair.theirs.append(chromium.pan(other, "#box", options.seconds))
    return pair


def _open_explorer(page: Page, address: str, network: dict[str, Any]) -> None:
    page.route("**/api/network*", lambda route: route.fulfill(json=network))
    page.goto(address)
    page.locator(f"{CANVAS}[data-labels]").wait_for()
    page.wait_for_timeout(1000)


def _still(page: Page, network: dict[str, Any]) -> str:
    """vis-network with the nodes where the explorer has put them."""
    page.locator("summary").get_by_text("Export", exact=True).click()
    with page.expect_download() as got:
        page.locator("[data-format=JSON]").click()
    drawn = json.loads(Path(got.value.path()).read_text(encoding="utf-8"))
    page.wait_for_timeout(500)
    nodes = [
        {"id": n["id"], "label": n["name"], "group": n["type"], "x": n["x"], "y": n["y"],
         "shape": SHAPES[n["type"]], "size": 6 + 2 * n["facts"] ** 0.5}
        for n in drawn["nodes"]
    ]  # fmt: skip
    edges = [
        {"from": e["source"], "to": e["target"], "arrows": "" if e["symmetric"] else "to",
         "dashes": e["relation"] in FAMILIES["standing"],
         "width": 1 + 1.6 * log2(e["count"])}
        for e in drawn["edges"]
    ]  # fmt: skip
    box = page.locator(CANVAS).bounding_box() or {}
    engine = files("pyvis").joinpath(ENGINE).read_text(encoding="utf-8")
    data = json.dumps({"nodes": nodes, "edges": edges})
    return _STILL.format(width=box["width"], height=box["height"], engine=engine, data=data)


def _first_pictures(
    chromium: Chromium, folder: Path, options: argparse.Namespace
) -> dict[str, list[float]]:
    """Seconds until the picture of our page, until it can be moved, and until that of pyvis."""
    graph = _graph(options.page_nodes)
    ours, stock = folder / "ours.html", folder / "stock.html"
    with ours.open("w", encoding="utf-8") as out:
        shown = write_page(graph, out, limit=options.page_nodes)
    stock.write_text(_stock(graph), encoding="utf-8")
    seconds = first_pictures(chromium, ours, stock, options.runs)
    return {"nodes": [shown.entities], **seconds}


def _stock(graph: KnowledgeGraph) -> str:
    from pyvis.network import Network  # noqa: PLC0415  # slow: it imports IPython

    network = Network(cdn_resources="in_line", directed=True)
    content = _network(graph)
    for node in content["nodes"]:
        network.add_node(node["id"], label=node["name"], group=node["type"])
    for edge in content["edges"]:
        network.add_edge(edge["source"], edge["target"])
    return str(network.generate_html())


def _told(pairs: list[Pair], first: dict[str, list[float]]) -> str:
    told = table(HEAD, [_row(pair) for pair in pairs])
    if first:
        ours, stock = median(first["ours"]), median(first["stock"])
        movable = median(first["ours, movable"])
        told += (
            f"\n\nFirst picture of the one-file page with {first['nodes'][0]:.0f} nodes: "
            f"{ours:.2f} s, and {movable:.2f} s until it can be moved; of pyvis' own page: "
            f"{stock:.1f} s, {stock / ours:.0f} times as long."
        )
    return told


def _row(pair: Pair) -> list[str]:
    both = (pair.ours, pair.theirs)
    cpu = [f"{median(run.milliseconds for run in runs):.1f}" for runs in both]
    rates = [f"{median(run.per_second for run in runs):.0f}" for runs in both]
    return [f"{pair.nodes} nodes", str(pair.edges), *cpu, f"{pair.ratio:.2f}", *rates]


def _as_dict(pairs: list[Pair], first: dict[str, list[float]]) -> dict[str, Any]:
    return {
        "networks": [
            {
                "nodes": pair.nodes,
                "lines": pair.edges,
                "ratio": pair.ratio,
                "explorer": [[run.milliseconds, run.per_second] for run in pair.ours],
                "vis-network": [[run.milliseconds, run.per_second] for run in pair.theirs],
            }
            for pair in pairs
        ],
        "first picture, seconds": first,
    }


if __name__ == "__main__":
    main()
