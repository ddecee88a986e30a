import assert from "node:assert/strict";
import { test } from "node:test";
import type { Bar, Timeline } from "../src/api";
import { isoOf } from "../src/wording/days";
import { customary } from "../src/views/timeline/layout";

const bar = (day: string): Bar => ({ count: 1, keys: [], relation: "MEETS", status: "held", first: day, last: day, others: [], label: "" });

const lane = (days: readonly string[]): Timeline => ({
  lanes: [{ entity: { id: "person-a", name: "A", type: "Person" }, bars: days.map(bar) }], undated: 0, total: 1, truncated: false,
});

test("a timeline begins where nearly all is, on whichever side the rest lies", () => {
  const dense = Array.from({ length: 27 }, (_, index) => `2021-03-${String(index + 1).padStart(2, "0")}`);
  const window = customary(lane(["1991-06-12", "2002-01-01", "2003-01-01", ...dense]));
  assert.ok(isoOf(window.from) > "2021-02-20" && isoOf(window.to) < "2021-04-05");
  const even = lane(dense);
  assert.ok(isoOf(customary(even).from) < "2021-03-01" && isoOf(customary(even).to) > "2021-03-27");
});
