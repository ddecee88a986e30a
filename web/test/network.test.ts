import assert from "node:assert/strict";
import { test } from "node:test";
import type { Edge, Network } from "../src/api";
import { FIRST } from "../src/shell/state/address";
import { descend } from "../src/views/network/drawing/stress";
import { drawnPart } from "../src/views/network/merging";
import { readOptions, writeOptions } from "../src/views/network/options";

const edge = (source: string, target: string, given: Partial<Edge> = {}): Edge => ({
  id: `${source} ${target}`, source, target, relation: "MEETS", symmetric: true, count: 1, first: null, last: null, status: "held", keys: [`${source}${target}`], ...given,
});

const network = (...edges: Edge[]): Network => {
  const ids = [...new Set(edges.flatMap(({ source, target }) => [source, target]))].sort();
  const nodes = ids.map((id) => ({ id, name: id, type: "Person" as const, facts: 1, hidden: 0 }));
  return { nodes, edges, total: nodes.length, truncated: false };
};

const OPTIONS = readOptions(FIRST);
const ids = (part: { nodes: { id: string }[] }): string => part.nodes.map(({ id }) => id).join("");

test("to collapse a node takes away what hangs on it alone", () => {
  const all = network(edge("a", "b"), edge("b", "c"), edge("c", "d"), edge("a", "e"), edge("e", "f"), edge("b", "f"));
  assert.equal(ids(drawnPart(all, ["a"], { ...OPTIONS, collapsed: ["b"] })), "abef");
  assert.equal(ids(drawnPart(all, ["a"], OPTIONS)), "abcdef");
});

test("to hide a node takes its edges away, and nothing else", () => {
  const part = drawnPart(network(edge("a", "b"), edge("b", "c"), edge("a", "c")), ["a"], { ...OPTIONS, hidden: ["b"] });
  assert.equal(ids(part), "ac");
  assert.equal(part.edges.length, 1);
});

test("links of few facts can be left out, the focus never", () => {
  const part = drawnPart(network(edge("a", "b"), edge("b", "c", { count: 3 })), ["a"], { ...OPTIONS, least: 2 });
  assert.equal(ids(part), "abc");
  assert.equal(part.edges.length, 1);
});

test("options of the network are read as they were written", () => {
  const options = { ...OPTIONS, depth: 1 as const, limit: 280, expanded: ["a", "b"], collapsed: ["c"], pins: new Map([["a", { x: -3, y: 70 }]]), meetings: false };
  assert.deepEqual(readOptions({ ...FIRST, options: writeOptions(options) }), options);
  assert.deepEqual(writeOptions(OPTIONS), {});
});

test("a chain is laid out as one, the same each time, and what is fixed stays", () => {
  const web = { count: 5, links: [[0, 1, 100], [1, 2, 100], [2, 3, 100], [3, 4, 100]] as const, step: 100, fixed: new Set([0]) };
  const laid = (): [Float64Array, Float64Array] => {
    const [x, y] = [Float64Array.of(7, 1, 2, 3, 4), Float64Array.of(9, 5, 2, 8, 1)];
    descend(web, x, y, 11);
    return [x, y];
  };
  const [x, y] = laid();
  const far = (one: number, other: number): number => Math.hypot((x[one] ?? 0) - (x[other] ?? 0), (y[one] ?? 0) - (y[other] ?? 0));
  assert.deepEqual([x[0], y[0]], [7, 9]);
  assert.ok(Math.abs(far(0, 4) - 400) < 20);
  assert.ok(Math.abs(far(1, 2) - 100) < 10);
  assert.deepEqual(laid(), [x, y]);
});
