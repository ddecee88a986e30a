import assert from "node:assert/strict";
import { test } from "node:test";
import { spanWords } from "../src/wording/words";
import { binned, isoMonth, monthOf } from "../src/shell/filters/months";
import { filterWords } from "../src/shell/filters/words";
import { NO_FILTERS } from "../src/state";

test("months are counted on and back", () => {
  assert.equal(isoMonth(monthOf("2023-12") + 1), "2024-01");
  assert.equal(isoMonth(monthOf("2024", true)), "2024-12");
  assert.equal(isoMonth(monthOf("2024-05-31")), "2024-05");
});

test("bars hold every fact, few enough to tell apart", () => {
  const months = Array.from({ length: 700 }, (_, index) => ({ name: isoMonth(monthOf("1966-03") + index), count: index % 3 }));
  const bins = binned(months, 94);
  const total = (list: readonly { count: number }[]): number => list.reduce((sum, { count }) => sum + count, 0);
  assert.ok(bins.length <= 95);
  assert.equal(total(bins), total(months));
  assert.ok(bins.every((bin, index) => index === 0 || bin.first === (bins[index - 1]?.last ?? 0) + 1));
});

test("spans of days are told in the shortest words", () => {
  assert.equal(spanWords("2023-11-05", "2023-11-05"), "5 Nov 2023");
  assert.equal(spanWords("2023-11-05", "2023-11-07"), "5–7 Nov 2023");
  assert.equal(spanWords("2023-01-01", "2023-12-31"), "2023");
  assert.equal(spanWords(null, null), "no date");
});

test("filters are told as one line", () => {
  assert.equal(filterWords(NO_FILTERS), "none");
  const some = { ...NO_FILTERS, relations: ["MEETS", "HELD_IN"], types: ["Person"], statuses: ["held", "none"], since: "2023-11", undated: false, confidence: 0.6 };
  assert.equal(filterWords(some), "only meets, held in; among People; held, status not said; from Nov 2023; confidence 0.6 or more");
  assert.equal(filterWords({ ...NO_FILTERS, until: "2024", support: 2 }), "until 2024 or without a date; in 2 releases or more");
});
