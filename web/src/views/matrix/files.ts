/** A matrix as files. */

import type { Matrix } from "../../api";
import { json } from "../../export/cells";
import { csv } from "../../export/csv";
import { pngBlob, svgBlob, type Part } from "../../export/picture";
import type { Export } from "../../view";

/** One row for each pair, in the order of the matrix. */
function pairs({ entities, cells }: Matrix): (string | number | string[])[][] {
  return cells.map(({ row, column, count, planned, keys }) => [
    entities[row]?.name ?? "", entities[column]?.name ?? "", count, planned, keys,
  ]);
}

export function files(matrix: Matrix, parts: () => readonly Part[]): Export[] {
  const columns = ["one", "other", "meetings", "planned", "facts"];
  return [
    { format: "SVG", name: "who-met-whom.svg", make: async () => svgBlob(parts()) },
    { format: "PNG", name: "who-met-whom.png", make: () => pngBlob(parts()) },
    { format: "CSV", name: "who-met-whom.csv", make: async () => csv(columns, pairs(matrix)) },
    { format: "JSON", name: "who-met-whom.json", make: async () => json(matrix) },
  ];
}
