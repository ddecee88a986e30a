/** The matrix as three drawings that scroll together: names above, names at the side, cells. */

import { s } from "../../dom";
import { shortened, wrapped, type Measure } from "../../drawing/lettering";
import { stepOf } from "../../drawing/scale";
import { counted } from "../../wording/words";
import { countOf, pairOf, stretches, type Cell, type Sheet, type Stretch } from "./sheet";

/** Room of the longest name, in pixels. */
const LONGEST = 190;
/** How much wider a name is when it is pointed at. */
const BOLD = 1.08;
const SLANT = 52;
const REGIONS = 36;
const ANGLE = (SLANT * Math.PI) / 180;

export interface Sizes {
  cell: number;
  side: number;
  head: number;
  /** How far the last slanted name leans over the cells. */
  lean: number;
}

export interface Drawing {
  head: SVGSVGElement;
  side: SVGSVGElement;
  body: SVGSVGElement;
  /** Row by row. */
  cells: readonly (readonly SVGElement[])[];
}

/** Cells as large as the width allows, within what is readable and what is not clumsy. */
export function sizesOf(sheet: Sheet, width: number, grouped: boolean, measure: Measure): Sizes {
  const longest = BOLD * Math.min(LONGEST, Math.max(40, ...sheet.entities.map(({ name }) => measure(name))));
  const side = Math.ceil(longest) + 20 + (grouped ? REGIONS : 0);
  const lean = Math.ceil(longest * Math.cos(ANGLE)) + 8;
  const room = (width - side - lean - 4) / Math.max(1, sheet.entities.length);
  return { cell: Math.round(Math.max(21, Math.min(34, room))), side, head: Math.ceil(longest * Math.sin(ANGLE)) + 16, lean };
}

export function draw(sheet: Sheet, sizes: Sizes, grouped: boolean, measure: Measure): Drawing {
  const size = sheet.entities.length * sizes.cell;
  const groups = grouped ? stretches(sheet.entities) : [];
  const cells: SVGElement[][] = [];
  const body = s("svg", { class: "matrix-cells", width: size + sizes.lean, height: size + 2, role: "grid", "aria-label": "Who met whom" });
  sheet.entities.forEach(({ name }, row) => {
    const drawn = sheet.entities.map((_, column) => cell(sheet, row, column, sizes.cell));
    cells.push(drawn);
    body.append(s("g", { role: "row", "aria-label": name, transform: `translate(0 ${row * sizes.cell})` }, drawn));
  });
  body.append(borders(groups, sizes.cell, size));
  return { head: heads(sheet, sizes, measure), side: sides(sheet, sizes, groups, measure), body, cells };
}

function cell(sheet: Sheet, row: number, column: number, size: number): SVGGElement {
  const found = sheet.at(row, column);
  const square = s("rect", { x: 1, y: 1, width: size - 2, height: size - 2, rx: 3 });
  const group = s("g", {
    class: `cell ${lookOf(found, sheet.most, row === column)}`, transform: `translate(${column * size} 0)`, role: "gridcell", tabindex: -1,
    "aria-label": `${pairOf(sheet, row, column)}: ${countOf(found)}`, "data-row": row, "data-column": column,
  }, square);
  if (!found) return group;
  group.append(s("text", { x: size / 2, y: size / 2 + 4, class: "figure", "aria-hidden": "true" }, found.count));
  if (found.planned > 0 && found.planned < found.count) group.append(s("circle", { cx: size - 4.5, cy: 4.5, r: 1.9, class: "some-planned" }));
  return group;
}

function lookOf(found: Cell | null, most: number, own: boolean): string {
  if (!found) return own ? "own" : "empty";
  const step = `step-${stepOf(found.count, most)}`;
  return found.planned === found.count ? `${step} planned-only` : step;
}

function heads({ entities }: Sheet, sizes: Sizes, measure: Measure): SVGSVGElement {
  const width = entities.length * sizes.cell + sizes.lean;
  const names = entities.map(({ id, name }, column) => {
    const x = (column + 0.5) * sizes.cell + 4;
    const place = `translate(${x} ${sizes.head - 6}) rotate(-${SLANT})`;
    return s("g", { transform: place, class: "name head", "data-entity": id, "data-column": column, "data-name": name }, s("text", {}, shortened(name, LONGEST, measure)));
  });
  return s("svg", { class: "matrix-names", width, height: sizes.head, "aria-hidden": "true" }, names);
}

function sides({ entities }: Sheet, sizes: Sizes, groups: readonly Stretch[], measure: Measure): SVGSVGElement {
  const height = entities.length * sizes.cell + 2;
  const names = entities.map(({ id, name, meetings }, row) => {
    const shown = shortened(name, LONGEST, measure);
    return s("g", {
      class: "name side", "data-entity": id, "data-row": row, "data-name": name, role: "link", tabindex: -1, "aria-label": `${shown}, ${counted(meetings, "meeting")}, open`, "aria-description": shown === name ? null : name,
      transform: `translate(${sizes.side - 8} ${(row + 0.5) * sizes.cell})`,
    }, s("text", { y: 4 }, shown));
  });
  const regions = groups.map((group) => region(group, sizes.cell, measure));
  return s("svg", { class: "matrix-names", width: sizes.side, height, role: "group", "aria-label": "Names" }, regions, names);
}

/** A line along the rows of a region, and its name where that fits. */
function region({ region: name, from, to }: Stretch, size: number, measure: Measure): SVGGElement {
  const [top, bottom] = [from * size + 3, to * size - 3];
  const middle = (top + bottom) / 2;
  const group = s("g", { class: "region" }, s("line", { x1: REGIONS - 4, x2: REGIONS - 4, y1: top, y2: bottom }));
  const lines = wrapped(name, bottom - top, 2, measure);
  if (lines.some((line) => line.endsWith("…"))) return group;
  const texts = lines.map((line, index) => s("text", { y: (index - lines.length) * 12 + 8 }, line));
  group.append(s("g", { transform: `translate(${REGIONS - 10} ${middle}) rotate(-90)` }, texts));
  return group;
}

function borders(groups: readonly Stretch[], size: number, end: number): SVGGElement {
  const lines = groups.slice(1).flatMap(({ from }) => [
    s("line", { x1: from * size, x2: from * size, y1: 0, y2: end }),
    s("line", { x1: 0, x2: end, y1: from * size, y2: from * size }),
  ]);
  return s("g", { class: "borders", "aria-hidden": "true" }, lines);
}
