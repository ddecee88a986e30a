"""Times pushes of a made-up graph to a SPARQL server that runs already, and counts what is sent.

The login is that of `communique push`: COMMUNIQUE_PUSH_USER and so on. Every row is a push after
the one above it. What is in the store beside stays; what the benchmark sends has a base of its own,
and is deleted at last with `--empty`.
"""

import argparse
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from figures.synthetic import FACTS_OF_A_RELEASE, synthetic_graph

from communique.cli.settings import push_settings
from communique.graph import KnowledgeGraph
from communique.loaders.sparql.target import Route
from communique.workspace.push import Target, push
from communique.workspace.workspace import Workspace

BASE = "https://benchmark.example/"


def main() -> None:
    """Push, push again, change a release, take one back, and print a table."""
    options = _options()
    where = push_settings()
    target = Target.of(where, options.url, options.by, base=BASE, evidence_text=True)
    facts = options.releases * FACTS_OF_A_RELEASE
    graph = synthetic_graph(facts // 5, facts)
    print(f"{len(graph.releases):,} releases, {len(graph.facts):,} facts, by {options.by}\n")
    print("| push | graphs sent | triples sent | seconds | graphs a second | triples a second |")
    print("|:--|--:|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder), str(Path(folder) / "none.kgl"))
        workspace.ledger(create=True).close()  # knows no release; the description asks it
        send = _sender(workspace, target)
        send("first", graph)
        send("no change", graph)
        send("one release has another title", _retitled(graph))
        send("that release is taken back", _without_first(graph))
        if options.empty:
            send("all are taken back", KnowledgeGraph.of([], []))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url", help="the endpoint")
    parser.add_argument("--by", type=Route, choices=Route, default=Route.GRAPH_STORE)
    parser.add_argument("--releases", type=int, default=1000)
    parser.add_argument("--empty", action="store_true", help="delete all at last")
    return parser.parse_args()


def _sender(workspace: Workspace, target: Target) -> Callable[[str, KnowledgeGraph], None]:
    def send(name: str, graph: KnowledgeGraph) -> None:
        begin = perf_counter()
        report = push(workspace, graph, target)
        seconds = perf_counter() - begin
        print(
            f"| {name} | {report.writes:,} | {report.triples:,} | {seconds:.1f} | "
            f"{report.writes / seconds:.1f} | {report.triples / seconds:,.0f} |",
            flush=True,
        )

    return send


def _retitled(graph: KnowledgeGraph) -> KnowledgeGraph:
    first, *others = graph.releases
    return KnowledgeGraph((replace(first, title="Another"), *others), graph.entities, graph.facts)


def _without_first(graph: KnowledgeGraph) -> KnowledgeGraph:
    gone = graph.releases[0].id
    told = [
        replace(fact, evidence=tuple(quote for quote in fact.evidence if quote.release != gone))
        for fact in graph.facts
        if any(quote.release != gone for quote in fact.evidence)
    ]
    return KnowledgeGraph(graph.releases[1:], graph.entities, tuple(told))


if __name__ == "__main__":
    main()
