"""Writing the page through pyvis, with our own template in place of its own."""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import IO, Any

from jinja2 import Environment, FunctionLoader
from markupsafe import Markup

from communique.explorer.page.drawing import Drawing, draw
from communique.explorer.page.excerpt import Excerpt, excerpt
from communique.graph import KnowledgeGraph

_SCRIPTS = (
    *("picture.js", "labels.js", "sketch.js", "network.js"),
    *("evidence.js", "filters.js", "page.js"),
)
_ENGINE = "templates/lib/vis-9.1.2/vis-network.min.js"

_OPTIONS: Mapping[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "tooltipDelay": 180,
        "selectConnectedEdges": False,
        "keyboard": {"enabled": True, "bindToWindow": False},
    },
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 1.5, "font": {"size": 0}},
    "edges": {
        "hoverWidth": 0.8,
        "selectionWidth": 1.2,
        "arrows": {"to": {"scaleFactor": 0.45}},
    },
}


@dataclass(frozen=True, slots=True)
class PageReport:
    """What a page shows of its graph.

    Attributes:
        entities: Entities drawn.
        facts: Facts drawn.
        all_entities: Entities of the graph.
        all_facts: Facts of the graph.
        cut: Whether entities were left out because there were more than the limit.
    """

    entities: int
    facts: int
    all_entities: int
    all_facts: int
    cut: bool


def write_page(  # noqa: PLR0913  # options, by name
    graph: KnowledgeGraph,
    out: IO[str],
    *,
    focus: str | None = None,
    depth: int = 2,
    since: str | None = None,
    limit: int | None = None,
) -> PageReport:
    """Write one HTML file that needs no network: picture, filters, and evidence on a click.

    The same graph and options give the same text. Every value of a release is data to the page,
    never markup, and the page's content security policy allows its own scripts only.

    Args:
        graph: What to show.
        out: Text stream that encodes as UTF-8.
        focus: Id, name or part of a name of whom to show the surroundings; None for the
            best-connected part of the graph.
        depth: How many facts away from ``focus`` an entity may be.
        since: ISO 8601 day, month or year before which dated facts are left out.
        limit: Number of entities drawn at most, over 500 are hard to read; None for as many as
            can be told apart, 300 at most.

    Raises:
        UnknownNameError: Nothing is called ``focus``, or several are and none stands out.
        ValueError: ``since`` is no date, or ``depth`` or ``limit`` is below 1.
    """
    part = excerpt(graph, focus=focus, depth=depth, since=since, limit=limit)
    report = PageReport(
        len(part.entities), len(part.facts), len(graph.entities), len(graph.facts), part.cut
    )
    out.write(_render(draw(part, graph.releases), _words(part, report, since)))
    return report


def _words(part: Excerpt, report: PageReport, since: str | None) -> dict[str, Any]:
    heading = part.focus.name if part.focus else "Who meets whom"
    notice = None
    if part.cut:
        notice = (
            f"Shows the {report.entities:,} best-connected of {part.within:,} entities. "
            "Export with a focus or a higher limit to see the others."
        )
    return {"heading": heading, "notice": notice, "since": since, "empty": _empty(part, since)}


def _empty(part: Excerpt, since: str | None) -> str | None:
    """What to tell where there is nothing to draw."""
    if part.facts:
        return None
    if since:
        return f"No dated fact since {since}. Export with an earlier day, or without one."
    if part.focus:
        return f"No fact about {part.focus.name}."
    return "The graph has no facts yet. Build it from releases, then export again."


def _render(drawing: Drawing, words: Mapping[str, Any]) -> str:
    from pyvis.network import Network  # noqa: PLC0415  # slow: it imports IPython

    environment = Environment(autoescape=True, loader=FunctionLoader(_template), trim_blocks=True)
    engine = files("pyvis").joinpath(_ENGINE).read_text(encoding="utf-8")
    program = "(() => {\n'use strict';\n" + "\n".join(map(_template, _SCRIPTS)) + "})();"
    style = _template("page.css")
    environment.globals.update(
        words=words,
        values=drawing.values,
        style=Markup(style),  # noqa: S704  # our own file
        engine=Markup(engine),  # noqa: S704  # pyvis' file
        program=Markup(program),  # noqa: S704  # our own files
        policy=_policy([engine, program], style),
    )
    network = Network(directed=True, cdn_resources="in_line", heading=words["heading"])
    network.templateEnv, network.path = environment, "page.html.j2"
    network.options = dict(_OPTIONS)
    for node in drawing.nodes:
        network.add_node(node["id"], **{key: node[key] for key in node if key != "id"})
    for edge in drawing.edges:
        ends = edge["from"], edge["to"]
        network.add_edge(*ends, **{key: edge[key] for key in edge if key not in {"from", "to"}})
    return str(network.generate_html())


def _template(name: str) -> str:
    return files(__package__).joinpath("template", name).read_text(encoding="utf-8")


def _policy(scripts: list[str], style: str) -> str:
    """Content security policy that runs these inline texts and fetches nothing."""

    def source(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(source, scripts))}",
            f"style-src {source(style)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
