/** The board as files. */

import type { Operations } from "../../api";
import { json } from "../../export/cells";
import { csv } from "../../export/csv";
import type { Export } from "../../view";
import { keysOf, names, ROLES } from "./roles";

export function files(operations: Operations): Export[] {
  const columns = ["operation", "first", "last", ...ROLES.map(({ short }) => short.toLowerCase()), "releases", "facts"];
  const rows = operations.operations.map((operation) => [
    operation.entity.name, operation.first, operation.last, ...ROLES.map(({ field }) => names(operation[field])), operation.releases, keysOf(operation),
  ]);
  return [
    { format: "CSV", name: "operations.csv", make: async () => csv(columns, rows) },
    { format: "JSON", name: "operations.json", make: async () => json(operations) },
  ];
}
