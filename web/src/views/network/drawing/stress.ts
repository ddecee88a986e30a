import { seeded } from "./random";

/** Places by stochastic descent on stress (Zheng, Pawar, Goodman 2018): what is n steps away is drawn
 * n lengths away as well as the plane allows. Fast for some hundred nodes, and the same each time. */

export interface Web {
  count: number;
  /** Ends of each link, and how long it should be. */
  links: readonly (readonly [one: number, other: number, length: number])[];
  /** Length of a step between nodes that are not linked. */
  step: number;
  fixed: ReadonlySet<number>;
}

const FINEST = 0.06;
const epochsFor = (nodes: number): number => (nodes > 250 ? 22 : 36);

/** Pairs in columns: they are many, and walked again and again. */
interface Pairs {
  one: Int32Array;
  other: Int32Array;
  far: Float64Array;
  order: Int32Array;
}

function adjacency(web: Web): Map<number, number>[] {
  const near = Array.from({ length: web.count }, () => new Map<number, number>());
  for (const [one, other, length] of web.links) {
    if (one === other) continue;
    const shortest = Math.max(length, near[one]?.get(other) ?? 0);
    near[one]?.set(other, shortest);
    near[other]?.set(one, shortest);
  }
  return near;
}

function stepsFrom(start: number, near: readonly Map<number, number>[]): Int16Array {
  const steps = new Int16Array(near.length).fill(-1);
  steps[start] = 0;
  const open = [start];
  for (const at of open) {
    for (const next of near[at]?.keys() ?? []) {
      if (steps[next] !== -1) continue;
      steps[next] = (steps[at] as number) + 1;
      open.push(next);
    }
  }
  return steps;
}

/** Every two that hang together; those that do not have no wish about each other. */
function pairsOf(web: Web): Pairs {
  const near = adjacency(web);
  const [one, other, far]: [number[], number[], number[]] = [[], [], []];
  for (let from = 0; from < web.count; from += 1) {
    const steps = stepsFrom(from, near);
    for (let to = from + 1; to < web.count; to += 1) {
      const count = steps[to] as number;
      if (count < 1 || (web.fixed.has(from) && web.fixed.has(to))) continue;
      one.push(from);
      other.push(to);
      far.push(near[from]?.get(to) ?? web.step * count);
    }
  }
  const order = Int32Array.from(one.keys());
  return { one: Int32Array.from(one), other: Int32Array.from(other), far: Float64Array.from(far), order };
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] as number;
    order[at] = order[other] as number;
    order[other] = kept;
  }
}

/** Moves `x` and `y` in place; what is fixed stays. */
export function descend(web: Web, x: Float64Array, y: Float64Array, seed: number): void {
  const pairs = pairsOf(web);
  if (pairs.far.length === 0) return;
  const random = seeded(seed);
  let [nearest, farthest] = [Infinity, 0];
  for (const far of pairs.far) [nearest, farthest] = [Math.min(nearest, far), Math.max(farthest, far)];
  const epochs = epochsFor(web.count);
  const [start, end] = [farthest * farthest, FINEST * nearest * nearest];
  const cooling = Math.log(end / start) / (epochs - 1);
  const free = Uint8Array.from({ length: web.count }, (_, index) => (web.fixed.has(index) ? 0 : 1));
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(pairs.order, random);
    const rate = start * Math.exp(cooling * epoch);
    for (const pair of pairs.order) move(pairs, pair, rate, free, x, y);
  }
}

function move(pairs: Pairs, pair: number, rate: number, free: Uint8Array, x: Float64Array, y: Float64Array): void {
  const [one, other, far] = [pairs.one[pair] as number, pairs.other[pair] as number, pairs.far[pair] as number];
  const dx = (x[one] as number) - (x[other] as number);
  const dy = (y[one] as number) - (y[other] as number);
  const now = Math.sqrt(dx * dx + dy * dy) || 0.01;
  const part = (Math.min(1, rate / (far * far)) * (now - far)) / now / ((free[one] as number) + (free[other] as number));
  if (free[one] === 1) {
    x[one] = (x[one] as number) - part * dx;
    y[one] = (y[one] as number) - part * dy;
  }
  if (free[other] === 1) {
    x[other] = (x[other] as number) + part * dx;
    y[other] = (y[other] as number) + part * dy;
  }
}
