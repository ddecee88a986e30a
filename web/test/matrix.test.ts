import assert from "node:assert/strict";
import { test } from "node:test";
import type { Matrix } from "../src/api";
import { busiestFirst, pairOf, sheetOf } from "../src/views/matrix/sheet";

const line = (name: string, meetings: number): Matrix["entities"][number] => ({ id: name, name, type: "Person", region: null, meetings });

test("a matrix by most meetings keeps who met whom", () => {
  const cells = [{ row: 0, column: 2, count: 3, planned: 0, keys: ["a"] }, { row: 1, column: 2, count: 4, planned: 1, keys: ["b"] }];
  const matrix = busiestFirst({ entities: [line("Ada", 3), line("Bo", 4), line("Cy", 7)], cells, total: 3, truncated: false });
  assert.deepEqual(matrix.entities.map(({ name }) => name), ["Cy", "Bo", "Ada"]);
  const met = matrix.cells.map((cell) => [pairOf(sheetOf(matrix), cell.row, cell.column), cell.count]);
  assert.deepEqual(met, [["Cy and Ada", 3], ["Cy and Bo", 4]]);
  assert.ok(matrix.cells.every(({ row, column }) => row <= column));
});
