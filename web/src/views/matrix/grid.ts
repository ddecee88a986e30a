/** The matrix on the page: crosshair under the pointer, keys from cell to cell, clicks. */

import type { Matrix } from "../../api";
import { h } from "../../dom";
import type { Part } from "../../export/picture";
import { hint } from "../../parts/hint";
import { measureIn } from "../../drawing/lettering";
import { roving, type Arrow, type Roving } from "../../parts/roving";
import { counted } from "../../wording/words";
import type { Context } from "../../view";
import { draw, sizesOf, type Drawing, type Sizes } from "./drawing";
import { countOf, pairOf, sheetOf, type Sheet } from "./sheet";

interface Shown {
  matrix: Matrix;
  sheet: Sheet;
  grouped: boolean;
  context: Context;
}

export class Grid {
  readonly element = h("div", { class: "matrix" });
  private readonly hint = hint();
  private readonly measure = measureIn("12px");
  private shown: Shown | null = null;
  private drawing: Drawing | null = null;
  private sizes: Sizes | null = null;
  private stops: Roving | null = null;
  private width = 0;

  constructor() {
    new ResizeObserver(() => {
      if (this.element.clientWidth !== this.width) this.redraw();
    }).observe(this.element);
    this.element.addEventListener("pointerover", (event) => this.point(event.target as Element));
    this.element.addEventListener("pointerleave", () => this.point(null));
    this.element.addEventListener("focusin", (event) => this.point(event.target as Element));
    this.element.addEventListener("focusout", () => this.point(null));
    this.element.addEventListener("click", (event) => this.click(event.target as Element));
  }

  show(matrix: Matrix, grouped: boolean, context: Context): void {
    const same = this.shown?.matrix === matrix && this.shown.grouped === grouped;
    this.shown = { matrix, sheet: sheetOf(matrix), grouped, context };
    if (!same || this.width !== this.element.clientWidth) this.redraw();
    this.markSelected();
  }

  picture(): Part[] {
    if (!this.drawing || !this.sizes) return [];
    const { side, head } = this.sizes;
    return [{ svg: this.drawing.head, left: side }, { svg: this.drawing.side, top: head }, { svg: this.drawing.body, left: side, top: head }];
  }

  private redraw(): void {
    if (!this.shown) return;
    this.width = this.element.clientWidth;
    const { sheet, grouped } = this.shown;
    const at = this.stops?.at;
    const place = [Number(at?.getAttribute("data-row") ?? 0), Number(at?.getAttribute("data-column") ?? 0)] as const;
    const focused = at !== null && document.activeElement === at;
    this.sizes = sizesOf(sheet, this.width, grouped, this.measure);
    this.drawing = draw(sheet, this.sizes, grouped, this.measure);
    const { head, side, body, cells } = this.drawing;
    const corner = h("div", { class: "matrix-corner" });
    this.element.replaceChildren(corner, h("div", { class: "matrix-head" }, head), h("div", { class: "matrix-side" }, side), h("div", {}, body), this.hint.element);
    this.stops = roving(body, cells[place[0]]?.[place[1]] ?? cells[0]?.[0] ?? null, (from, arrow) => this.next(from, arrow));
    const names = [...side.querySelectorAll("[data-entity]")];
    roving(side, names[0] ?? null, (from, arrow) => neighbour(names, from, arrow));
    if (focused && this.stops.at) this.stops.moveTo(this.stops.at, true);
    this.markSelected();
  }

  /** Rings around what the panel at the side tells of. */
  markSelected(): void {
    const selected = new Set(this.shown?.context.state.selected);
    const chosen = this.shown?.sheet;
    this.drawing?.cells.forEach((row, r) => row.forEach((cell, c) => {
      const keys = selected.size > 0 ? (chosen?.at(r, c)?.keys ?? []) : [];
      cell.classList.toggle("selected", keys.some((key) => selected.has(key)));
    }));
  }

  private next(from: Element, arrow: Arrow): Element | null {
    const row = Number(from.getAttribute("data-row"));
    const column = Number(from.getAttribute("data-column"));
    const last = (this.drawing?.cells.length ?? 1) - 1;
    const to = {
      ArrowLeft: [row, column - 1], ArrowRight: [row, column + 1], ArrowUp: [row - 1, column], ArrowDown: [row + 1, column],
      Home: [row, 0], End: [row, last],
    }[arrow];
    return this.drawing?.cells[to[0] ?? 0]?.[to[1] ?? 0] ?? null;
  }

  /** Tells of the cell and makes its two names bold. */
  private point(target: Element | null): void {
    const cell = target?.closest(".cell") ?? null;
    const row = cell?.getAttribute("data-row") ?? null;
    const column = cell?.getAttribute("data-column") ?? null;
    for (const name of this.element.querySelectorAll(".name")) {
      const on = cell !== null && (name.getAttribute("data-row") === row || name.getAttribute("data-column") === column);
      name.classList.toggle("pointed", on);
    }
    const head = target?.closest(".name");
    const line = this.shown?.sheet.entities[Number(head?.getAttribute("data-row") ?? head?.getAttribute("data-column"))];
    if (head && line) this.hint.show([line.name, counted(line.meetings, "meeting"), line.region ?? ""].filter((text) => text !== ""), head);
    else if (!cell || !this.shown) this.hint.hide();
    else {
      const { sheet } = this.shown;
      this.hint.show([pairOf(sheet, Number(row), Number(column)), countOf(sheet.at(Number(row), Number(column)))], cell);
    }
  }

  private click(target: Element): void {
    const name = target.closest("[data-entity]");
    const cell = target.closest(".cell");
    if (!this.shown) return;
    const { context, sheet } = this.shown;
    if (name) context.go({ view: "entity", item: name.getAttribute("data-entity") });
    if (!cell) return;
    const [row, column] = [Number(cell.getAttribute("data-row")), Number(cell.getAttribute("data-column"))];
    this.stops?.moveTo(cell, true);
    this.hint.hide();
    const found = sheet.at(row, column);
    if (found) context.showEvidence(found.keys, `${pairOf(sheet, row, column)}: ${countOf(found)}`);
    else context.announce(`${pairOf(sheet, row, column)}: no meeting`);
  }
}

function neighbour(all: readonly Element[], from: Element, arrow: Arrow): Element | null {
  if (arrow === "Home" || arrow === "End") return all.at(arrow === "Home" ? 0 : -1) ?? null;
  return all[all.indexOf(from) + (arrow === "ArrowUp" || arrow === "ArrowLeft" ? -1 : 1)] ?? null;
}
