import type { Count } from "../../api";
import { s } from "../../dom";
import { follow } from "../../parts/follow";
import { dayWords } from "../../wording/words";
import { binned, isoMonth, monthOf, type Bin } from "./months";

const [WIDTH, HEIGHT, FOOT] = [188, 54, 14];

type Range = readonly [since: string | null, until: string | null];

/** Facts by month, with a brush: drag for a span, click for one bar, double click for all. */
export class Histogram {
  readonly element = s("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT + FOOT}`, class: "histogram", role: "group", "aria-label": "Facts by month" });
  private bins: Bin[] = [];
  private range: [number, number] | null = null;

  constructor(private readonly apply: (since: string | null, until: string | null) => void) {
    this.element.addEventListener("pointerdown", (event) => this.pressed(event));
    this.element.addEventListener("dblclick", () => this.apply(null, null));
  }

  /** `all` are the facts whatever the filters, in whose extent `now` is drawn. */
  draw(all: readonly Count[], now: readonly Count[], range: Range): void {
    this.bins = binned(all, 94);
    const inside = new Map<number, number>();
    for (const { name, count } of now) {
      const index = this.indexOf(monthOf(name));
      inside.set(index, (inside.get(index) ?? 0) + count);
    }
    const [since, until] = range;
    this.range = since === null && until === null ? null : [
      since === null ? 0 : this.indexOf(monthOf(since)),
      until === null ? this.bins.length - 1 : this.indexOf(monthOf(until, true)),
    ];
    this.redraw(inside);
  }

  private indexOf(month: number): number {
    const [first] = this.bins;
    if (!first) return 0;
    const index = Math.floor((month - first.first) / (first.last - first.first + 1));
    return Math.max(0, Math.min(this.bins.length - 1, index));
  }

  private get step(): number {
    return WIDTH / Math.max(1, this.bins.length);
  }

  private redraw(inside: Map<number, number>): void {
    const most = Math.max(1, ...this.bins.map((bin) => bin.count));
    const high = (count: number): number => (count === 0 ? 0 : Math.max(1.5, (HEIGHT - 4) * Math.sqrt(count / most)));
    const bars = this.bins.flatMap((bin, index) => {
      const bar = (count: number, name: string): SVGRectElement =>
        s("rect", { class: name, x: index * this.step + 0.3, width: Math.max(0.7, this.step - 0.6), y: HEIGHT - high(count), height: high(count) });
      return [bar(bin.count, "bar all"), bar(inside.get(index) ?? 0, "bar now")];
    });
    this.element.replaceChildren(...bars, s("line", { class: "axis", x1: 0, x2: WIDTH, y1: HEIGHT, y2: HEIGHT }), ...this.years());
    this.drawBrush();
  }

  private years(): SVGTextElement[] {
    const starts = this.bins.flatMap((bin, index) => (Math.floor(bin.first / 12) !== Math.floor((bin.first - 1) / 12) ? [index] : []));
    const every = Math.max(1, Math.ceil((starts.length * 30) / WIDTH));
    return starts.filter((_, place) => place % every === 0 && (starts[place] ?? 0) * this.step < WIDTH - 24).map((index) =>
      s("text", { x: index * this.step, y: HEIGHT + 11 }, String(Math.floor((this.bins[index]?.first ?? 0) / 12))));
  }

  private drawBrush(): void {
    this.element.querySelectorAll(".brush, .handle").forEach((old) => old.remove());
    const [low, high] = this.range ?? [0, this.bins.length - 1];
    if (this.range) {
      this.element.append(s("rect", { class: "brush", x: low * this.step, width: (high - low + 1) * this.step, y: 0, height: HEIGHT }));
    }
    this.element.append(this.handle(0, low, "From"), this.handle(1, high, "Until"));
  }

  private handle(end: 0 | 1, index: number, label: string): SVGRectElement {
    const bin = this.bins[index];
    const name = bin ? isoMonth(end === 0 ? bin.first : bin.last) : "";
    return s("rect", {
      class: "handle", x: (index + end) * this.step - 2, y: 0, width: 4, height: HEIGHT, rx: 2, tabindex: 0, role: "slider",
      "aria-label": label, "aria-valuemin": 0, "aria-valuemax": Math.max(0, this.bins.length - 1), "aria-valuenow": index,
      "aria-valuetext": dayWords(name), "data-key": `handle:${end}`,
      onkeydown: (event: KeyboardEvent) => this.keyed(event, end),
    });
  }

  private keyed(event: KeyboardEvent, end: 0 | 1): void {
    const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12 }[event.key];
    if (event.key === "Escape") this.apply(null, null);
    if (step === undefined) return;
    event.preventDefault();
    const [low, high] = this.range ?? [0, this.bins.length - 1];
    const within = (index: number): number => Math.max(0, Math.min(this.bins.length - 1, index));
    this.range = end === 0 ? [Math.min(within(low + step), high), high] : [low, Math.max(within(high + step), low)];
    this.released();
  }

  private at(event: PointerEvent): number {
    const box = this.element.getBoundingClientRect();
    const place = ((event.clientX - box.left) / box.width) * this.bins.length;
    return Math.max(0, Math.min(this.bins.length - 1, Math.floor(place)));
  }

  private pressed(event: PointerEvent): void {
    if (this.bins.length === 0 || event.button !== 0) return;
    const index = this.at(event);
    const near = (edge: number): boolean => Math.abs(edge * this.step - (index + 0.5) * this.step) < 7;
    const [low, high] = this.range ?? [-9, -9];
    const anchor = near(low) ? high : near(high + 1) ? low : index;
    const before = this.range;
    const dragged = (to: PointerEvent): void => {
      this.range = [Math.min(anchor, this.at(to)), Math.max(anchor, this.at(to))];
      this.drawBrush();
    };
    this.element.setPointerCapture(event.pointerId);
    dragged(event);
    follow(event, dragged, (end) => {
      if (end.type === "pointerup") return this.released();
      this.range = before; // the system took the pointer away
      this.drawBrush();
    });
  }

  private released(): void {
    const [low, high] = this.range ?? [0, 0];
    const [first, last] = [this.bins[low], this.bins[high]];
    const whole = low === 0 && high === this.bins.length - 1;
    if (whole || !first || !last) this.apply(null, null);
    else this.apply(isoMonth(first.first), isoMonth(last.last));
  }
}
