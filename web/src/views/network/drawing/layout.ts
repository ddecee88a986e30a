import type cytoscape from "cytoscape";
import type { Part } from "../merging";
import type { Point } from "../options";
import { sizeOf } from "./look";
import { seeded, seedOf, withSeed } from "./random";

export type Places = Map<string, Point>;

/** Where nodes without a place begin: beside a neighbour that has one. */
function beginnings(part: Part, known: ReadonlyMap<string, Point>, random: () => number): Places {
  const places: Places = new Map(known);
  const near = new Map<string, string[]>();
  for (const { source, target } of part.edges) {
    near.set(source, [...(near.get(source) ?? []), target]);
    near.set(target, [...(near.get(target) ?? []), source]);
  }
  for (const { id } of part.nodes) {
    if (places.has(id)) continue;
    const anchor = (near.get(id) ?? []).map((other) => places.get(other)).find((place) => place !== undefined);
    const [angle, far] = [random() * 2 * Math.PI, 60 + random() * 80];
    const { x, y } = anchor ?? { x: 0, y: 0 };
    places.set(id, { x: x + far * Math.cos(angle), y: y + far * Math.sin(angle) });
  }
  return places;
}

function settings(fixed: ReadonlyMap<string, Point>, fresh: boolean): object {
  return {
    name: "fcose",
    quality: "proof",
    animate: false,
    fit: false,
    randomize: fresh,
    nodeDimensionsIncludeLabels: false,
    nodeRepulsion: (node: cytoscape.NodeSingular) => 4500 + 350 * Number(node.data("size")),
    idealEdgeLength: (edge: cytoscape.EdgeSingular) => (edge.data("family") === "standing" ? 60 : 95),
    edgeElasticity: (edge: cytoscape.EdgeSingular) => (edge.data("relation") === "MEETS" ? 0.45 : 0.2),
    nodeSeparation: 110,
    gravity: 0.18,
    numIter: 2500,
    tile: true,
    fixedNodeConstraint: fixed.size > 0 ? [...fixed].map(([nodeId, position]) => ({ nodeId, position })) : undefined,
  };
}

/** Gives every node of `cy` a place: those of `known` keep theirs. The same input gives the same picture. */
export function arrange(cy: cytoscape.Core, part: Part, known: ReadonlyMap<string, Point>): Places {
  const seed = seedOf(part.nodes.map((node) => `${node.id} ${sizeOf(node)}`).join("|"));
  const fixed = new Map(part.nodes.flatMap(({ id }) => (known.has(id) ? [[id, known.get(id) as Point] as const] : [])));
  if (fixed.size < part.nodes.length) {
    const starts = beginnings(part, fixed, seeded(seed));
    cy.nodes().positions((node) => starts.get(node.id()) ?? { x: 0, y: 0 });
    withSeed(seed, () => void cy.layout(settings(fixed, fixed.size === 0) as cytoscape.LayoutOptions).run());
  }
  cy.nodes().forEach((node) => {
    const place = fixed.get(node.id());
    if (place) node.position({ ...place });
  });
  return new Map(cy.nodes().map((node) => [node.id(), { ...node.position() }]));
}
