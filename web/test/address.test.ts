import assert from "node:assert/strict";
import { test } from "node:test";
import { changed, FIRST, read, selectedOf, written } from "../src/shell/state/address";

const STATE = changed(FIRST, {
  view: "timeline",
  focus: ["person-ünal & co", "country-ROU"],
  item: "release 7?",
  selected: ["0a1b", "2c3d"],
  filters: { relations: ["MEETS"], statuses: ["planned", "none"], sources: ["A & B"], since: "2023-11", until: "2024", undated: false, confidence: 0.7, support: 2 },
  options: { by: "country", note: "50 % = half" },
});

test("an address says the whole state", () => {
  assert.deepEqual(read(written(STATE)), STATE);
});

test("what is as at the start is not in the address", () => {
  assert.equal(written(FIRST), "?view=network");
  assert.deepEqual(read(""), FIRST);
});

test("what an address says wrongly is left out", () => {
  const state = read("?view=map&since=yesterday&until=2024-13-99x&confidence=seven&support=-3&undated=perhaps&nothing=here");
  assert.deepEqual(state, { ...FIRST, view: "map" });
});

test("a change of one filter leaves the others", () => {
  const state = changed(STATE, { filters: { since: null } });
  assert.deepEqual(state.filters, { ...STATE.filters, since: null });
});

test("an address names a few of many facts, and how many there were", () => {
  const keys = Array.from({ length: 19 }, (_, index) => `${index}`.repeat(10));
  const address = written({ ...FIRST, selected: keys });
  assert.ok(address.length < 120);
  assert.deepEqual(read(address).selected, keys.slice(0, 5));
  assert.equal(selectedOf(address), 19);
  assert.equal(selectedOf(written({ ...FIRST, selected: ["1a"] })), 1);
});
