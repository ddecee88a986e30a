/** The answer as a full square, and the words of its cells. */

import type { Matrix } from "../../api";
import { counted } from "../../wording/words";

export type Cell = Matrix["cells"][number];

export interface Sheet {
  entities: Matrix["entities"];
  most: number;
  /** The meetings of two, in either order; null if there are none. */
  at(row: number, column: number): Cell | null;
}

/** Entities of one region that follow each other. */
export interface Stretch {
  region: string;
  from: number;
  /** Before this. */
  to: number;
}

export function sheetOf({ entities, cells }: Matrix): Sheet {
  const size = entities.length;
  const known = new Map<number, Cell>();
  for (const cell of cells) {
    known.set(cell.row * size + cell.column, cell);
    known.set(cell.column * size + cell.row, cell);
  }
  const most = Math.max(1, ...cells.map(({ count }) => count));
  return { entities, most, at: (row, column) => known.get(row * size + column) ?? null };
}

/** The same with those who have most meetings first, then by name as they were. */
export function busiestFirst(matrix: Matrix): Matrix {
  const places = matrix.entities.map((_, place) => place);
  places.sort((one, other) => (matrix.entities[other]?.meetings ?? 0) - (matrix.entities[one]?.meetings ?? 0) || one - other);
  const to = new Map(places.map((from, place) => [from, place]));
  const cells = matrix.cells.map((cell) => {
    const [one, other] = [to.get(cell.row) ?? 0, to.get(cell.column) ?? 0];
    return { ...cell, row: Math.min(one, other), column: Math.max(one, other) };
  });
  return { ...matrix, entities: places.flatMap((place) => matrix.entities[place] ?? []), cells };
}

export function stretches(entities: Matrix["entities"]): Stretch[] {
  const found: Stretch[] = [];
  entities.forEach(({ region }, index) => {
    const last = found.at(-1);
    const name = region ?? "Elsewhere";
    if (last?.region === name) last.to = index + 1;
    else found.push({ region: name, from: index, to: index + 1 });
  });
  return found;
}

/** "Anna Berg and Bo Dahl" */
export function pairOf({ entities }: Sheet, row: number, column: number): string {
  const one = entities[row]?.name ?? "";
  const other = entities[column]?.name ?? "";
  return row === column ? `${one} among themselves` : `${one} and ${other}`;
}

/** "3 meetings, 1 of them planned" */
export function countOf(cell: Cell | null): string {
  if (!cell) return "no meeting";
  const planned = cell.planned === 0 ? "" : cell.planned === cell.count ? ", planned" : `, ${cell.planned} of them planned`;
  return `${counted(cell.count, "meeting")}${planned}`;
}
