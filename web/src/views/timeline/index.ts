import "./timeline.css";
import type { Timeline } from "../../api";
import { h } from "../../dom";
import { choice, KINDS } from "../../parts/choice";
import { dayOf } from "../../wording/days";
import { focusChips } from "../../parts/focus";
import { LastAnswer } from "../../parts/last-answer";
import { limitOf, moreButton } from "../../parts/more";
import { counted, number, pluralOf } from "../../wording/words";
import { Message, type Context, type Export, type View } from "../../view";
import { Chart } from "./chart";
import { files } from "./files";
import { customary, extent, type Window } from "./layout";
import { legend } from "./legend";

const LANES = { first: 20, most: 100 };
const DAY = /^\d{4}-\d{2}-\d{2}$/;

class TimelineView implements View {
  readonly name = "timeline";
  readonly title = "Timeline";
  readonly focus = "side";
  private readonly asked = new LastAnswer<Timeline>("timeline");
  private readonly chart = new Chart();
  private timeline: Timeline | null = null;
  private context: Context | null = null;

  async show(root: HTMLElement, context: Context, signal: AbortSignal): Promise<void | Message> {
    this.context = context;
    const { options, focus } = context.state;
    const by = KINDS.find(({ value }) => value === options["by"])?.value ?? "person";
    const timeline = await this.asked.of(context, { by, focus, limit: limitOf(context, LANES) }, signal);
    if (timeline.lanes.length === 0) return nothing(timeline, context);
    if (this.timeline !== timeline || !root.hasChildNodes()) {
      this.timeline = timeline;
      root.replaceChildren(...this.parts(timeline, context, by));
    }
    const whole = extent(timeline);
    this.chart.draw(timeline, context, whole, windowOf(options, whole) ?? customary(timeline));
  }

  evidenceShown(): void {
    this.chart.markSelected();
  }

  exports(): readonly Export[] {
    return this.timeline && this.context ? files(this.context, this.timeline, () => this.chart.picture()) : [];
  }

  private parts(timeline: Timeline, context: Context, by: string): HTMLElement[] {
    const change = (value: string): void => context.go({ options: { ...context.state.options, by: value } });
    const known = timeline.lanes.flatMap(({ entity, bars }) => [entity, ...bars.flatMap(({ others }) => others)]);
    const bar = h("div", { class: "view-bar" }, choice("Lanes", KINDS, by, change), focusChips(context, known), this.chart.tools);
    return [bar, this.chart.element, h("div", { class: "view-note" }, legend(timeline), h("span", {}, note(timeline, by), " ", moreButton(context, LANES, timeline.lanes.length, timeline.total)))];
  }
}

function windowOf(options: Readonly<Record<string, string>>, whole: Window): Window | null {
  const { from = "", to = "" } = options;
  if (!DAY.test(from) || !DAY.test(to) || from > to) return null;
  const window = { from: Math.max(dayOf(from), whole.from), to: Math.min(dayOf(to) + 1, whole.to) };
  return window.from < window.to ? window : null;
}

function note({ lanes, total, truncated, undated }: Timeline, by: string): string {
  const kind = KINDS.find(({ value }) => value === by)?.text ?? "";
  const cut = truncated && total > lanes.length
    ? `The ${number(lanes.length)} busiest of ${number(total)} lanes, most entries first; narrow the filters or choose a focus for others. `
    : "The lanes with most entries come first. ";
  const without = undated > 0 ? `${counted(undated, "fact")} about ${pluralOf(kind).toLowerCase()} cannot be drawn here for want of a date.` : "";
  return cut + without;
}

function nothing({ undated }: Timeline, context: Context): Message {
  const clear = { text: "Clear focus", act: () => context.go({ focus: [] }) };
  const text = undated > 0
    ? `${counted(undated, "fact")} that the filters leave have no date. The table shows them.`
    : "No fact with a date is left. Widen the filters or the dates at the side.";
  return new Message("Nothing on this timeline", text, context.state.focus.length > 0 ? [clear] : []);
}

export const timeline: View = new TimelineView();
