import type { Edge, Network, Node } from "../../api";
import type { NetworkOptions } from "./options";

/** A node as it is drawn. */
export interface Drawn extends Node {
  /** Edges at it that are drawn. */
  degree: number;
  focus: boolean;
  pinned: boolean;
  collapsed: boolean;
}

export interface Part {
  nodes: Drawn[];
  edges: Edge[];
}

type Neighbours = Map<string, Set<string>>;

export function neighbours(edges: readonly Edge[]): Neighbours {
  const found: Neighbours = new Map();
  for (const { source, target } of edges) {
    for (const [one, other] of [[source, target], [target, source]] as const) {
      found.set(one, (found.get(one) ?? new Set()).add(other));
    }
  }
  return found;
}

/** What can be walked to from `starts` without crossing `walls`; a wall itself is reached. */
function reached(starts: readonly string[], near: Neighbours, walls: ReadonlySet<string>): Set<string> {
  const seen = new Set(starts);
  const open = [...starts];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (walls.has(id) && !starts.includes(id)) continue;
    for (const next of near.get(id) ?? []) {
      if (!seen.has(next)) {
        seen.add(next);
        open.push(next);
      }
    }
  }
  return seen;
}

/** Ids that stay when what hangs on the collapsed nodes alone is taken away. */
function kept(nodes: readonly Node[], edges: readonly Edge[], focus: readonly string[], options: NetworkOptions): Set<string> {
  const hidden = new Set(options.hidden);
  const shown = nodes.filter((node) => !hidden.has(node.id)).map((node) => node.id);
  if (options.collapsed.length === 0) return new Set(shown);
  const ids = new Set(shown);
  const near = neighbours(edges.filter((edge) => ids.has(edge.source) && ids.has(edge.target)));
  const walls = new Set(options.collapsed);
  const anchors = focus.filter((id) => ids.has(id) && !walls.has(id));
  const starts = anchors.length > 0 ? anchors : shown.filter((id) => !walls.has(id) && (near.get(id)?.size ?? 0) > 1).slice(0, 1);
  const without = reached(starts, near, walls);
  const before = reached(starts, near, new Set());
  return new Set(shown.filter((id) => without.has(id) || walls.has(id) || focus.includes(id) || !before.has(id)));
}

/** What is drawn of the answer: without what is hidden or hangs on collapsed nodes. */
export function drawnPart(network: Network, focus: readonly string[], options: NetworkOptions): Part {
  const strong = network.edges.filter((edge) => edge.count >= options.least);
  const stays = kept(network.nodes, strong, focus, options);
  const edges = strong.filter((edge) => stays.has(edge.source) && stays.has(edge.target));
  const near = neighbours(edges);
  const linked = (node: Node): boolean => options.least === 1 || near.has(node.id) || focus.includes(node.id);
  const nodes = network.nodes.filter((node) => stays.has(node.id) && linked(node)).map((node) => ({
    ...node,
    degree: near.get(node.id)?.size ?? 0,
    focus: focus.includes(node.id),
    pinned: options.pins.has(node.id),
    collapsed: options.collapsed.includes(node.id),
  }));
  return { nodes, edges };
}
