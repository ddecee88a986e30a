/** Lanes, axis and overview, and what the pointer and keys do to them. */

import type { Timeline } from "../../api";
import { h } from "../../dom";
import { isoOf, span } from "../../wording/days";
import type { Part } from "../../export/picture";
import { follow } from "../../parts/follow";
import { hint } from "../../parts/hint";
import { measureIn } from "../../drawing/lettering";
import { roving, type Arrow, type Roving } from "../../parts/roving";
import type { Context } from "../../view";
import { AXIS, drawAxis, drawLanes, NAMES, wordsOf, type Drawn } from "./lanes";
import { lanesOf, type Window } from "./layout";
import { drawOverview } from "./overview";

const SIZES = { least: 13, gap: 3, rows: 5 };
const SHORTEST = 7;

interface Drawing {
  timeline: Timeline;
  context: Context;
  whole: Window;
  window: Window;
}

export class Chart {
  private readonly body = h("div", { class: "timeline-body" });
  private readonly overview = h("div", { class: "timeline-overview" });
  private readonly hint = hint();
  private readonly shown = h("output", { class: "timeline-shown", "aria-label": "Days shown" });
  private readonly measure = measureIn("11px");
  private readonly measureName = measureIn("600 13px");
  private drawing: Drawing | null = null;
  private drawn: Drawn | null = null;
  private stops: Roving | null = null;
  private frame = 0;
  private later = 0;
  private width = 0;
  readonly element = h("div", { class: "timeline" }, this.body, this.overview, this.hint.element);
  readonly tools = h(
    "div",
    { class: "view-tools" },
    this.shown,
    this.tool("−", "Show a longer time", () => this.zoom(1.6)),
    this.tool("+", "Show a shorter time", () => this.zoom(1 / 1.6)),
    this.tool("Filter", "Filter all views by these days", () => this.filter()),
    this.tool("All days", "All days, also those before and after", () => this.drawing && this.move(this.drawing.whole, true)),
  );

  constructor() {
    new ResizeObserver(() => {
      if (this.body.clientWidth !== this.width) this.redraw();
    }).observe(this.body);
    this.body.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.body.addEventListener("pointerdown", (event) => this.pan(event));
    this.body.addEventListener("pointerover", (event) => this.point(event.target as Element));
    this.body.addEventListener("pointerleave", () => this.hint.hide());
    this.body.addEventListener("focusin", (event) => this.point(event.target as Element));
    this.body.addEventListener("focusout", () => this.hint.hide());
    this.body.addEventListener("click", (event) => this.click(event.target as Element));
  }

  draw(timeline: Timeline, context: Context, whole: Window, window: Window): void {
    const last = this.drawing;
    this.drawing = { timeline, context, whole, window };
    const same = last?.timeline === timeline && last.window.from === window.from && last.window.to === window.to;
    if (same && this.drawn && this.width === this.body.clientWidth) this.markSelected();
    else this.redraw();
  }

  /** Axis above lanes. */
  picture(): Part[] {
    const [axis, lanes] = this.body.querySelectorAll("svg");
    return axis && lanes ? [{ svg: axis }, { svg: lanes, top: AXIS }] : [];
  }

  private redraw(): void {
    if (!this.drawing) return;
    this.width = this.body.clientWidth;
    const { timeline, window, whole } = this.drawing;
    const width = Math.max(200, this.width - NAMES - 1);
    const lanes = lanesOf(timeline, window, { ...SIZES, width, measure: this.measure });
    const kept = this.keep();
    this.drawn = drawLanes(lanes, window, width, this.measureName);
    this.body.replaceChildren(drawAxis(window, width), this.drawn.svg);
    const change = (to: Window, done: boolean): void => this.move(to, done);
    this.overview.replaceChildren(drawOverview(timeline, { whole, window, width, change }));
    this.shown.textContent = span(window.from, window.to - 1);
    this.stops = roving(this.drawn.svg, this.drawn.svg.querySelector("[tabindex]"), (from, arrow) => this.next(from, arrow));
    kept();
    this.markSelected();
  }

  /** Brings the focus back to the same bar or name, and the scroll position. */
  private keep(): () => void {
    const { scrollTop } = this.body;
    const active = this.body.contains(document.activeElement) ? document.activeElement : null;
    const grip = this.overview.contains(document.activeElement) ? document.activeElement?.getAttribute("data-grip") : null;
    const id = active?.getAttribute("data-stop");
    return () => {
      this.body.scrollTop = scrollTop;
      if (grip) this.overview.querySelector<SVGElement>(`[data-grip="${grip}"]`)?.focus();
      const element = id ? [...this.body.querySelectorAll("[data-stop]")].find((one) => one.getAttribute("data-stop") === id) : null;
      if (element) this.stops?.moveTo(element, true);
    };
  }

  /** Rings around what the panel at the side tells of. */
  markSelected(): void {
    const selected = new Set(this.drawing?.context.state.selected);
    for (const [element, { bars }] of this.drawn?.marks ?? []) {
      const on = selected.size > 0 && bars.some(({ keys }) => keys.some((key) => selected.has(key)));
      element.classList.toggle("selected", on);
    }
  }

  private move(window: Window, done: boolean): void {
    if (!this.drawing) return;
    this.drawing.window = window;
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.redraw());
    if (!done) return;
    const { context } = this.drawing;
    context.go({ options: { ...context.state.options, from: isoOf(window.from), to: isoOf(window.to - 1) } });
  }

  private filter(): void {
    if (!this.drawing) return;
    const { window, context } = this.drawing;
    context.go({ filters: { since: isoOf(window.from), until: isoOf(window.to - 1) } });
  }

  /** Around a day, or around the middle. */
  private zoom(factor: number, around?: number, done = true): void {
    if (!this.drawing) return;
    const { window, whole } = this.drawing;
    const middle = around ?? (window.from + window.to) / 2;
    const length = Math.max(SHORTEST, (window.to - window.from) * factor);
    const share = (middle - window.from) / (window.to - window.from);
    const from = Math.max(whole.from, Math.round(middle - length * share));
    const to = Math.min(whole.to, Math.max(from + SHORTEST, Math.round(from + length)));
    this.move({ from, to }, done);
  }

  private wheel(event: WheelEvent): void {
    if (!this.drawing || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    const { window } = this.drawing;
    const x = event.clientX - this.body.getBoundingClientRect().left - NAMES;
    const day = window.from + (x / Math.max(1, this.width - NAMES)) * (window.to - window.from);
    this.zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, day, false);
    clearTimeout(this.later);
    this.later = setTimeout(() => this.drawing && this.move(this.drawing.window, true), 300);
  }

  private pan(event: PointerEvent): void {
    const target = event.target as Element;
    if (!this.drawing || event.button !== 0 || target.closest("[role=button], [role=link]")) return;
    const { window, whole } = this.drawing;
    const scale = (window.to - window.from) / Math.max(1, this.width - NAMES);
    const moved = (to: PointerEvent): Window => {
      const days = Math.round((event.clientX - to.clientX) * scale);
      const step = Math.max(whole.from - window.from, Math.min(days, whole.to - window.to));
      return { from: window.from + step, to: window.to + step };
    };
    follow(event, (to) => this.move(moved(to), false), (to) => Math.abs(to.clientX - event.clientX) > 3 && this.move(moved(to), true));
  }

  private point(target: Element): void {
    const mark = this.drawn?.marks.get(target);
    const name = target.closest("[data-entity]");
    if (mark) this.hint.show(wordsOf(mark), target);
    else if (name?.textContent?.includes("…")) this.hint.show([name.getAttribute("data-name") ?? ""], name);
    else this.hint.hide();
  }

  private click(target: Element): void {
    const context = this.drawing?.context;
    const name = target.closest("[data-entity]");
    const mark = this.drawn?.marks.get(target);
    if (!context) return;
    if (name) context.go({ view: "entity", item: name.getAttribute("data-entity") });
    if (!mark) return;
    this.stops?.moveTo(target, true);
    this.hint.hide();
    context.showEvidence(mark.bars.flatMap(({ keys }) => keys), wordsOf(mark).slice(0, 2).join(", "));
  }

  private next(from: Element, arrow: Arrow): Element | null {
    const lanes = this.drawn?.stops ?? [];
    const row = lanes.findIndex((lane) => lane.includes(from));
    const lane = lanes[row] ?? [];
    const at = lane.indexOf(from);
    if (arrow === "ArrowLeft" || arrow === "ArrowRight") return lane[at + (arrow === "ArrowLeft" ? -1 : 1)] ?? null;
    if (arrow === "Home" || arrow === "End") return lane.at(arrow === "Home" ? 0 : -1) ?? null;
    const other = lanes[row + (arrow === "ArrowUp" ? -1 : 1)];
    return other ? nearest(from, other) : null;
  }

  private tool(text: string, label: string, act: () => void): HTMLButtonElement {
    return h("button", { type: "button", "aria-label": label, title: label, onclick: act }, text);
  }
}

function nearest(from: Element, row: readonly Element[]): Element | null {
  const x = from.getBoundingClientRect().left;
  const distance = (element: Element): number => Math.abs(element.getBoundingClientRect().left - x);
  return [...row].sort((one, other) => distance(one) - distance(other))[0] ?? null;
}
