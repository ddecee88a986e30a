/** A matrix as files. */

import type { Matrix } from "../../api";
import { json } from "../../export/cells";
import { captionOf, factsIn, kindIn } from "../../export/caption";
import { composed, pictures, type Part } from "../../export/picture";
import { counted } from "../../wording/words";
import { factsBehind, toldCsv, type Row } from "../../reading/told";
import type { Context, Export } from "../../view";

/** One row for each pair, in the order of the matrix. */
function pairs({ entities, cells }: Matrix): Row[] {
  return cells.map(({ row, column, count, planned, keys }) => ({
    cells: [entities[row]?.name ?? "", entities[column]?.name ?? "", count, planned], keys,
  }));
}

export function files(context: Context, matrix: Matrix, parts: () => readonly Part[]): Export[] {
  const columns = ["one", "other", "meetings", "planned"];
  const shown = `${counted(matrix.entities.length, "name")}, ${factsIn(matrix.cells)}`;
  return [
    ...pictures("who-met-whom", () => composed(parts()), () => captionOf(context, `Who met whom: ${kindIn(context)}`, shown)),
    { format: "CSV", name: "who-met-whom.csv", make: () => toldCsv(context, columns, pairs(matrix)) },
    { format: "JSON", name: "who-met-whom.json", make: async () => json({ ...matrix, facts: await factsBehind(context, matrix.cells) }) },
  ];
}
