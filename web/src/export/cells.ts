/** What a cell of an export may hold. */
export type Cell = string | number | boolean | null | undefined | readonly (string | number)[];

/** Stands between the items of a list in one cell. */
const SEPARATOR = "; ";

/** A value as text: nothing for null, items of a list side by side. */
export function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  return typeof cell === "object" ? cell.join(SEPARATOR) : String(cell);
}

/** A value of an answer, whatever it is, as a cell. */
export function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map((item) => textOf(cellOf(item)));
  return JSON.stringify(value);
}

/** JSON that a person can read, as a file. */
export function json(content: unknown): Blob {
  return new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: "application/json" });
}
