/** The lanes of a timeline as SVG. */

import { s } from "../../dom";
import { span } from "../../wording/days";
import { wrapped, type Measure } from "../../drawing/lettering";
import { counted, familyOf, relationWords, statusWords } from "../../wording/words";
import { ticks } from "./axis";
import type { Lane, Mark, Window } from "./layout";

/** Width of the names and heights, in pixels. */
export const NAMES = 172;
export const AXIS = 34;
const ROW = 19;
const BAR = 12;
const PADDING = 8;

export interface Drawn {
  svg: SVGSVGElement;
  /** Which mark each element is. */
  marks: ReadonlyMap<Element, Mark>;
  /** The name and the bars of each lane from left to right. */
  stops: readonly (readonly Element[])[];
}

export function drawAxis(window: Window, width: number): SVGSVGElement {
  const axis = s("svg", { class: "axis", width: NAMES + width, height: AXIS, "aria-hidden": "true" });
  const scale = width / (window.to - window.from);
  for (const { day, label, major } of ticks(window, width)) {
    const x = Math.round(NAMES + (day - window.from) * scale) + 0.5;
    axis.append(s("line", { x1: x, x2: x, y1: major ? 8 : 22, y2: AXIS, class: major ? "tick major" : "tick" }));
    if (x + 5 + 8 * label.length < NAMES + width) axis.append(s("text", { x: x + 5, y: 21, class: major ? "time major" : "time" }, label));
  }
  axis.append(s("line", { x1: 0, x2: NAMES + width, y1: AXIS - 0.5, y2: AXIS - 0.5, class: "rule" }));
  return axis;
}

export function drawLanes(lanes: readonly Lane[], window: Window, width: number, measure: Measure): Drawn {
  const marks = new Map<Element, Mark>();
  const stops: Element[][] = [];
  const drawing = s("g");
  let top = 0;
  for (const lane of lanes) {
    const outside = lane.before + lane.after > 0;
    const height = Math.max(2 * PADDING + lane.rows * ROW, outside ? 52 : 38);
    const group = s("g", { transform: `translate(0 ${top})`, role: "group", "aria-label": spokenLane(lane) });
    group.append(s("line", { x1: 0, x2: NAMES + width, y1: height - 0.5, y2: height - 0.5, class: "rule" }));
    const name = laneName(lane, Math.min(3, Math.floor((height - 10) / 14) - (outside ? 1 : 0)), measure);
    group.append(name);
    const found = drawMarks(lane, group, (height - lane.rows * ROW) / 2);
    for (const [element, mark] of found) marks.set(element, mark);
    stops.push([name, ...found.map(([element]) => element)]);
    const left = beyond(lane, height);
    if (left) group.append(left);
    drawing.append(group);
    top += height;
  }
  const svg = s("svg", { class: "lanes", width: NAMES + width, height: top, role: "group", "aria-label": "Timeline" });
  svg.append(grid(window, width, top), drawing);
  return { svg, marks, stops };
}

function grid(window: Window, width: number, height: number): SVGGElement {
  const scale = width / (window.to - window.from);
  const lines = ticks(window, width).map(({ day, major }) => {
    const x = Math.round(NAMES + (day - window.from) * scale) + 0.5;
    return s("line", { x1: x, x2: x, y1: 0, y2: height, class: major ? "tick major" : "tick" });
  });
  return s("g", { class: "grid" }, ...lines);
}

function laneName({ entity }: Lane, most: number, measure: Measure): SVGGElement {
  const lines = wrapped(entity.name, NAMES - 24, most, measure);
  const texts = lines.map((line, index) => s("text", { x: 12, y: (lines.length === 1 ? 23 : 17) + index * 14 }, `${line} `));
  const shown = lines.join(" ");
  const link = s("g", {
    class: "lane-name", role: "link", tabindex: -1, "data-entity": entity.id, "data-stop": entity.id, "data-name": entity.name, "aria-label": `${shown}, open`,
    "aria-description": shown === entity.name ? null : entity.name,
  });
  link.append(s("rect", { x: 4, y: 4, width: NAMES - 12, height: Math.max(30, 8 + 14 * lines.length), rx: 4 }), ...texts);
  return link;
}

function drawMarks(lane: Lane, group: Element, top: number): [Element, Mark][] {
  const found: [Element, Mark][] = [];
  for (const mark of [...lane.marks].sort((one, other) => one.x - other.x || one.row - other.row)) {
    const y = top + mark.row * ROW + (ROW - BAR) / 2;
    const element = s("rect", {
      x: NAMES + mark.x + 0.75, y, width: Math.max(1, mark.width - 1.5), height: BAR, rx: Math.min(BAR / 2, mark.width / 2),
      class: `mark ${lookOf(mark)}`, role: "button", tabindex: -1, "aria-label": wordsOf(mark).join(", "),
      "data-stop": `${lane.entity.id} ${mark.bars[0]?.keys[0]}`,
    });
    group.append(element);
    if (mark.label !== null) {
      group.append(s("text", { x: NAMES + mark.x + mark.width + 4, y: y + BAR - 3, class: "caption", "aria-hidden": "true" }, mark.label));
    }
    found.push([element, mark]);
  }
  return found;
}

/** How many lie before and after what is shown, below the name. */
function beyond({ before, after }: Lane, height: number): SVGTextElement | null {
  const parts = [before > 0 ? `‹ ${before} earlier` : "", after > 0 ? `${after} later ›` : ""].filter((part) => part !== "");
  if (parts.length === 0) return null;
  return s("text", { x: NAMES - 8, y: height - 6, class: "beyond" }, parts.join(" · "));
}

/** Classes of the family of relations and of the status that all bars of the mark share. */
function lookOf({ bars }: Mark): string {
  const families = new Set(bars.map(({ relation }) => familyOf(relation)));
  const statuses = new Set(bars.map(({ status }) => status ?? "none"));
  const family = families.size === 1 ? [...families][0] : "several";
  const status = statuses.size === 1 ? [...statuses][0] : "mixed";
  return `family-${family} status-${status}${bars.length > 1 ? " many" : ""}`;
}

/** What the mark says: what and with whom, when, whether planned. */
export function wordsOf({ bars, first, last }: Mark): string[] {
  const [bar] = bars;
  if (!bar) return [];
  if (bars.length > 1) {
    const labels = bars.slice(0, 4).map(({ label }) => label);
    const more = bars.length > 4 ? [`and ${bars.length - 4} more`] : [];
    return [counted(bars.length, "entry", "entries"), span(first, last), ...labels, ...more];
  }
  const status = bar.status === null ? [] : [statusWords(bar.status)];
  return [`${relationWords(bar.relation)}: ${bar.label}`, span(first, last), ...status];
}

function spokenLane({ entity, marks }: Lane): string {
  const bars = marks.reduce((sum, mark) => sum + mark.bars.length, 0);
  return `${entity.name}, ${counted(bars, "entry", "entries")}`;
}
