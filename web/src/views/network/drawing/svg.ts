import type cytoscape from "cytoscape";
import type { EntityType } from "../../../api";
import type { Drawing } from "../../../export/picture";
import { s } from "../../../dom";
import { OUTLINES, roleOf } from "../../../drawing/shapes";
import { colour } from "../../../shell/theme/theme";
import { edgeColour, FONT } from "./look";

/** The picture as SVG, from the places that the nodes have; with the names that are shown. */

const DASHES: Record<string, string> = { planned: "5 4", mixed: "11 3" };
/** The outlines of `drawing/shapes.ts` reach nearly from edge to edge of their 16 pixels. */
const OUTLINE = 16;

function edgeLine(edge: cytoscape.EdgeSingular): SVGElement {
  const [from, to] = [edge.sourceEndpoint(), edge.targetEndpoint()];
  const middle = edge.hasClass("parallel") ? edge.controlPoints()?.[0] : undefined;
  const d = middle ? `M${from.x} ${from.y}Q${middle.x} ${middle.y} ${to.x} ${to.y}` : `M${from.x} ${from.y}L${to.x} ${to.y}`;
  const status = String(edge.data("status"));
  return s("path", {
    d, fill: "none", stroke: colour(edgeColour(edge.data("relation")).slice(2)), "stroke-width": Number(edge.data("width")),
    "stroke-opacity": edge.hasClass("dim") ? 0.06 : edge.hasClass("near") ? 0.9 : Number(edge.data("faint")),
    "stroke-dasharray": DASHES[status] ?? (edge.data("family") === "standing" ? "1.5 3" : null),
  });
}

function nodeShape(node: cytoscape.NodeSingular): SVGElement {
  const { x, y } = node.position();
  const [type, size] = [node.data("type") as EntityType, Number(node.data("size"))];
  const ring = node.hasClass("is-focus") ? colour("focus") : colour("ground");
  const scale = size / (OUTLINE - 2);
  return s("path", {
    d: OUTLINES[type], transform: `translate(${x - 8 * scale} ${y - 8 * scale}) scale(${scale})`, fill: colour(roleOf(type)),
    stroke: ring, "stroke-width": (node.hasClass("is-focus") ? 3.5 : 1.5) / scale, opacity: node.hasClass("dim") ? 0.12 : null,
  }, s("title", {}, String(node.data("name"))));
}

function nameOf(node: cytoscape.NodeSingular): SVGElement {
  const box = node.boundingBox({ includeNodes: false, includeEdges: false, includeLabels: true, includeOverlays: false });
  const lines = String(node.data("label")).split("\n");
  const size = parseFloat(node.style("font-size"));
  const middle = (box.x1 + box.x2) / 2;
  const top = (box.y1 + box.y2) / 2 - (lines.length * size * 1.15) / 2;
  return s("text", {
    "text-anchor": "middle", "font-family": FONT, "font-size": size, "font-weight": node.data("weight"), fill: colour("ink"),
    stroke: colour("ground"), "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke",
  }, lines.map((line, index) => s("tspan", { x: middle, y: top + size * (0.92 + 1.15 * index) }, line)));
}

export function drawn(cy: cytoscape.Core): Drawing {
  const { x1, y1, w, h } = cy.elements().boundingBox({ includeOverlays: false });
  const [left, top, width, height] = [x1 - 24, y1 - 24, w + 48, h + 48].map(Math.round) as [number, number, number, number];
  const svg = s("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `${left} ${top} ${width} ${height}`, width, height },
    s("g", {}, cy.edges().map(edgeLine)),
    s("g", {}, cy.nodes().map(nodeShape)),
    s("g", {}, cy.nodes(".placed").map(nameOf)));
  return { svg, width, height };
}
