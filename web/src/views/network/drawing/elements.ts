import type cytoscape from "cytoscape";
import type { Edge } from "../../../api";
import { familyOf } from "../../../wording/words";
import type { Drawn, Part } from "../merging";
import { labelOf } from "./labels";
import { fontSizeOf, isBold, sizeOf, widthOf } from "./look";

/** A part of the graph as cytoscape takes it. */

const CLASSES: readonly (readonly [keyof Drawn, string])[] = [
  ["focus", "is-focus"],
  ["pinned", "is-pinned"],
  ["collapsed", "is-collapsed"],
];

function nodeElement(node: Drawn): cytoscape.ElementDefinition {
  return {
    group: "nodes",
    data: {
      id: node.id,
      name: node.name,
      type: node.type,
      label: labelOf(node.name, node.type),
      size: sizeOf(node),
      font: fontSizeOf(node),
      weight: isBold(node) ? "bold" : "normal",
      rank: (node.focus ? 1000 : 0) + node.degree,
    },
    classes: CLASSES.filter(([name]) => node[name] === true).map(([, name]) => name),
  };
}

const pairOf = (edge: Edge): string => [edge.source, edge.target].sort().join(" ");

/** The more edges, the fainter each. */
const faintness = (edges: number): number => Math.max(0.34, Math.min(0.62, 0.7 - edges / 1100));

function edgeElement(edge: Edge, parallel: boolean, faint: number): cytoscape.ElementDefinition {
  const width = widthOf(edge.count);
  return {
    group: "edges",
    data: {
      id: edge.id,
      source: edge.source,
      target: edge.target,
      relation: edge.relation,
      family: familyOf(edge.relation),
      status: edge.status ?? "none",
      symmetric: edge.symmetric,
      faint,
      width,
      strong: Math.max(2.5, width + 0.8),
    },
    classes: parallel ? ["parallel"] : [],
  };
}

export function elementsOf(part: Part): cytoscape.ElementDefinition[] {
  const pairs = new Map<string, number>();
  for (const edge of part.edges) pairs.set(pairOf(edge), (pairs.get(pairOf(edge)) ?? 0) + 1);
  const faint = faintness(part.edges.length);
  const edges = part.edges.map((edge) => edgeElement(edge, (pairs.get(pairOf(edge)) ?? 0) > 1, faint));
  return [...part.nodes.map(nodeElement), ...edges];
}
