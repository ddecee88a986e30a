import type { Cell } from "./cells";
import { textOf } from "./cells";

const FORMULA_STARTS = ["=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"];

/** CSV (RFC 4180) with a byte order mark, without which Excel misreads letters beyond ASCII. No
 * text is a formula to a spreadsheet. */
export function csv(header: readonly string[], rows: Iterable<readonly Cell[]>): Blob {
  const lines = [line(header)];
  for (const row of rows) lines.push(line(row));
  return new Blob(["\uFEFF", ...lines], { type: "text/csv;charset=utf-8" });
}

function line(cells: readonly Cell[]): string {
  return `${cells.map(field).join(",")}\r\n`;
}

function field(cell: Cell): string {
  const text = typeof cell === "number" ? String(cell) : harmless(textOf(cell));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text with an apostrophe before what a spreadsheet would take for a formula. */
function harmless(text: string): string {
  const begin = text.trimStart();
  const risky = FORMULA_STARTS.some((start) => begin.startsWith(start)) || /^[\t\r\n]/.test(text);
  return risky ? `'${text}` : text;
}
