import type { Part } from "../merging";
import type { Point } from "../options";
import { familyOf } from "../../../wording/words";
import { sizeOf } from "./look";
import { seeded, seedOf } from "./random";
import { LOOSE, packed, spaced } from "./spacing";
import { descend, type Web } from "./stress";

export type Places = Map<string, Point>;

/** Screens are wider than high; names are too, and many of them push the picture higher. */
const widerFor = (nodes: number): number => 1.1 + Math.min(0.2, nodes / 700);

/** Where nodes begin: at their place, beside a neighbour that has one, or anywhere. */
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

/** Length of a step: more nodes want more room around the one in the middle. */
const stepFor = (nodes: number): number => 40 + 1.07 * Math.min(nodes, 140) + 0.35 * Math.max(0, nodes - 140);

/** Hubs lie further from each other than from what hangs on them alone; an office lies near. */
function webOf(part: Part, fixed: ReadonlySet<string>): Web {
  const at = new Map(part.nodes.map((node, index) => [node.id, index]));
  const degree = new Map(part.nodes.map((node) => [node.id, node.degree]));
  const step = stepFor(part.nodes.length);
  const links = part.edges.map(({ source, target, relation }) => {
    const hubs = Math.sqrt(Math.min(degree.get(source) ?? 1, degree.get(target) ?? 1));
    const length = step * (familyOf(relation) === "standing" ? 0.75 : 1) * (0.82 + 0.18 * hubs);
    return [at.get(source) as number, at.get(target) as number, Math.min(length, 2.2 * step)] as const;
  });
  const still = new Set(part.nodes.flatMap((node, index) => (fixed.has(node.id) ? [index] : [])));
  return { count: part.nodes.length, links, step, fixed: still };
}

/** Turned so that it is widest from left to right, a little wider still. */
function levelled(places: Places): Places {
  const all = [...places.values()];
  const middle = { x: all.reduce((sum, { x }) => sum + x, 0) / all.length, y: all.reduce((sum, { y }) => sum + y, 0) / all.length };
  let [xx, yy, xy] = [0, 0, 0];
  for (const place of all) {
    const [x, y] = [place.x - middle.x, place.y - middle.y];
    [xx, yy, xy] = [xx + x * x, yy + y * y, xy + x * y];
  }
  const angle = -0.5 * Math.atan2(2 * xy, xx - yy);
  const wider = widerFor(places.size);
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  return new Map([...places].map(([id, place]) => {
    const [x, y] = [place.x - middle.x, place.y - middle.y];
    return [id, { x: (x * cosine - y * sine) * wider, y: x * sine + y * cosine }];
  }));
}

/** A place for every node: those of `known` keep theirs. The same input gives the same picture. */
export function arranged(part: Part, known: ReadonlyMap<string, Point>): Places {
  const fixed: Places = new Map(part.nodes.flatMap(({ id }) => (known.has(id) ? [[id, known.get(id) as Point] as const] : [])));
  if (fixed.size === part.nodes.length) return fixed;
  const seed = seedOf(part.nodes.map((node) => `${node.id} ${sizeOf(node)}`).join("|"));
  const starts = beginnings(part, fixed, seeded(seed));
  const [x, y] = [new Float64Array(part.nodes.length), new Float64Array(part.nodes.length)];
  part.nodes.forEach(({ id }, index) => {
    const place = starts.get(id);
    [x[index], y[index]] = [place?.x ?? 0, place?.y ?? 0];
  });
  const still = new Set(fixed.keys());
  descend(webOf(part, still), x, y, seed);
  const found: Places = new Map(part.nodes.map(({ id }, index) => [id, fixed.get(id) ?? { x: x[index] as number, y: y[index] as number }]));
  if (fixed.size > 0) return spaced(part, found, still);
  const once = packed(part, spaced(part, levelled(found), still));
  return part.nodes.length > LOOSE ? once : packed(part, spaced(part, once, still)); // names grow where the picture did
}
