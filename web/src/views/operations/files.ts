/** The board as files. */

import type { Operations } from "../../api";
import { json } from "../../export/cells";
import { factsBehind, toldCsv } from "../../reading/told";
import type { Context, Export } from "../../view";
import { keysOf, names, ROLES } from "./roles";

export function files(context: Context, operations: Operations): Export[] {
  const columns = ["operation", "first", "last", ...ROLES.map(({ short }) => short.toLowerCase()), "releases"];
  const rows = operations.operations.map((operation) => ({
    cells: [operation.entity.name, operation.first, operation.last, ...ROLES.map(({ field }) => names(operation[field])), operation.releases],
    keys: keysOf(operation),
  }));
  return [
    { format: "CSV", name: "operations.csv", make: () => toldCsv(context, columns, rows) },
    { format: "JSON", name: "operations.json", make: async () => json({ ...operations, facts: await factsBehind(context, rows) }) },
  ];
}
