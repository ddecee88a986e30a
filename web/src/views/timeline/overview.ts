/** All of the time as a strip, with the window that is shown: drag it, its ends, or over the rest. */

import type { Timeline } from "../../api";
import { s } from "../../dom";
import { dayOf, spoken } from "../../wording/days";
import { follow } from "../../parts/follow";
import { ticks } from "./axis";
import { NAMES } from "./lanes";
import type { Window } from "./layout";

const HEIGHT = 46;
const BINS = 4;
/** Shortest window, in days. */
const LEAST = 7;

type Grip = "from" | "to" | "both" | "new";

interface Strip {
  whole: Window;
  window: Window;
  width: number;
  /** `done` when the pointer is let go. */
  change: (window: Window, done: boolean) => void;
}

export function drawOverview(timeline: Timeline, strip: Strip): SVGSVGElement {
  const svg = s("svg", { class: "overview", width: NAMES + strip.width + 6, height: HEIGHT, role: "group", "aria-label": "Days shown" });
  const scale = strip.width / (strip.whole.to - strip.whole.from);
  const at = (day: number): number => NAMES + (day - strip.whole.from) * scale;
  svg.append(s("rect", { x: NAMES, y: 0, width: strip.width, height: HEIGHT - 14, class: "ground" }));
  svg.append(...columns(timeline, strip));
  for (const { day, label } of ticks(strip.whole, strip.width, 80)) {
    if (at(day) + 8 * label.length < NAMES + strip.width) svg.append(s("text", { x: at(day) + 2, y: HEIGHT - 3, class: "time" }, label));
  }
  const shown = brush(strip, at);
  svg.append(...shown);
  drag(svg, strip, scale);
  return svg;
}

/** How many bars begin in each few pixels, on the square root so that single ones are seen. */
function columns(timeline: Timeline, { whole, width }: Strip): SVGRectElement[] {
  const counts = new Map<number, number>();
  for (const { bars } of timeline.lanes) {
    for (const { first } of bars) {
      const bin = Math.floor((((dayOf(first) - whole.from) / (whole.to - whole.from)) * width) / BINS);
      counts.set(bin, (counts.get(bin) ?? 0) + 1);
    }
  }
  const most = Math.sqrt(Math.max(1, ...counts.values()));
  return [...counts].sort(([one], [other]) => one - other).map(([bin, count]) => {
    const height = Math.max(2, (Math.sqrt(count) / most) * (HEIGHT - 20));
    return s("rect", { x: NAMES + bin * BINS, y: HEIGHT - 14 - height, width: BINS - 1, height, class: "column" });
  });
}

function brush(strip: Strip, at: (day: number) => number): SVGElement[] {
  const { from, to } = strip.window;
  const height = HEIGHT - 14;
  const body = s("rect", { x: at(from), y: 0.5, width: Math.max(2, at(to) - at(from)), height: height - 1, class: "brush", "data-grip": "both" });
  const grips = (["from", "to"] as const).map((end) => {
    const day = strip.window[end];
    const label = end === "from" ? "First day shown" : "Last day shown";
    return s("rect", {
      x: at(day) - 4, y: height / 2 - 9, width: 8, height: 18, rx: 3, class: "grip", "data-grip": end, tabindex: 0, role: "slider",
      "aria-label": label, "aria-valuemin": strip.whole.from, "aria-valuemax": strip.whole.to, "aria-valuenow": day,
      "aria-valuetext": spoken(end === "from" ? day : day - 1), onkeydown: (event: KeyboardEvent) => nudge(event, strip, end),
    });
  });
  return [body, ...grips];
}

function nudge(event: KeyboardEvent, strip: Strip, end: "from" | "to"): void {
  const direction = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
  if (direction === undefined) return;
  event.preventDefault();
  const step = Math.max(1, Math.round((strip.window.to - strip.window.from) / (event.shiftKey ? 4 : 20)));
  strip.change(moved(strip, end, strip.window, direction * step), true);
}

/** The window with one end, or both, moved by some days; never outside the whole. */
function moved({ whole }: Strip, grip: Grip, { from, to }: Window, days: number): Window {
  if (grip === "from") return { from: Math.max(whole.from, Math.min(from + days, to - LEAST)), to };
  if (grip === "to") return { from, to: Math.min(whole.to, Math.max(to + days, from + LEAST)) };
  const step = Math.max(whole.from - from, Math.min(days, whole.to - to));
  return { from: from + step, to: to + step };
}

function drag(svg: SVGSVGElement, strip: Strip, scale: number): void {
  svg.addEventListener("pointerdown", (event) => {
    const left = svg.getBoundingClientRect().left + NAMES;
    if (event.button !== 0 || event.clientX < left) return;
    event.preventDefault();
    const grip = ((event.target as Element).getAttribute("data-grip") ?? "new") as Grip;
    const start = strip.whole.from + (event.clientX - left) / scale;
    const windowAt = (to: PointerEvent): Window => {
      const days = Math.round((to.clientX - event.clientX) / scale);
      if (grip !== "new") return moved(strip, grip, strip.window, days);
      const [one, other] = [Math.round(start), Math.round(start) + days].sort((a, b) => a - b) as [number, number];
      return { from: Math.max(strip.whole.from, one), to: Math.min(strip.whole.to, Math.max(other, one + LEAST)) };
    };
    follow(event, (move) => strip.change(windowAt(move), false), (end) => {
      if (Math.abs(end.clientX - event.clientX) > 2) strip.change(windowAt(end), true);
    });
  });
}
