/** Where the bars of a timeline go. */

import type { Bar, Timeline } from "../../api";
import { dayOf } from "../../wording/days";
import type { Measure } from "../../drawing/lettering";

/** Days shown: from the first until before the last. */
export interface Window {
  from: number;
  to: number;
}

/** A bar, or bars that would cover each other, as it is drawn. */
export interface Mark {
  /** More than one where there was no room for each alone. */
  bars: Bar[];
  first: number;
  last: number;
  x: number;
  width: number;
  row: number;
  /** Right of the mark, if there is room. */
  label: string | null;
}

export interface Lane {
  entity: Timeline["lanes"][number]["entity"];
  marks: Mark[];
  rows: number;
  /** Bars that lie wholly before and after the window. */
  before: number;
  after: number;
}

export interface Sizes {
  /** Of the whole window, in pixels. */
  width: number;
  /** Of the shortest bar. */
  least: number;
  gap: number;
  /** Most rows in a lane. */
  rows: number;
  measure: Measure;
}

/** The days of all bars, with a little air; the year 2000 if there are none. */
export function extent(timeline: Timeline): Window {
  let from = Infinity;
  let to = -Infinity;
  for (const { bars } of timeline.lanes) {
    for (const { first, last } of bars) {
      from = Math.min(from, dayOf(first));
      to = Math.max(to, dayOf(last) + 1);
    }
  }
  if (from > to) return { from: dayOf("2000"), to: dayOf("2001") };
  const air = Math.max(3, Math.round((to - from) * 0.03));
  return { from: from - air, to: to + air };
}

/** The shortest time in which nine tenths of the bars begin: a founding decades ago must not press the
 * meetings of this year together. The whole if that is not much longer. */
export function customary(timeline: Timeline): Window {
  const whole = extent(timeline);
  const firsts = timeline.lanes.flatMap(({ bars }) => bars.map(({ first }) => dayOf(first))).sort((one, other) => one - other);
  const many = Math.ceil(firsts.length * 0.9);
  const lengths = firsts.slice(many - 1).map((last, index) => last - (firsts[index] ?? last));
  const start = lengths.indexOf(Math.min(...lengths));
  const from = firsts[start] ?? whole.from;
  const to = firsts[start + many - 1] ?? whole.to;
  const air = Math.max(3, Math.round((to - from) * 0.06));
  const window = { from: Math.max(whole.from, from - air), to: Math.min(whole.to, to + air) };
  return window.to - window.from > 0.6 * (whole.to - whole.from) ? whole : window;
}

/** The lanes in the order given. Bars go to the highest row that is free, with their label where that
 * fits; those for which no row is free are drawn as one with what is in their way. */
export function lanesOf(timeline: Timeline, window: Window, sizes: Sizes): Lane[] {
  return timeline.lanes.map(({ entity, bars }) => laneOf(entity, bars, window, sizes));
}

function laneOf(entity: Lane["entity"], bars: readonly Bar[], window: Window, sizes: Sizes): Lane {
  const lane: Lane = { entity, marks: [], rows: 1, before: 0, after: 0 };
  const inside: Mark[] = [];
  for (const bar of bars) {
    const first = dayOf(bar.first);
    const last = dayOf(bar.last);
    if (last < window.from) lane.before += 1;
    else if (first >= window.to) lane.after += 1;
    else inside.push({ bars: [bar], first, last, ...place(first, last, window, sizes), row: 0, label: null });
  }
  inside.sort((a, b) => a.first - b.first || a.last - b.last || compare(a.bars[0]?.label, b.bars[0]?.label));
  lane.marks = packed(inside, sizes);
  lane.rows = 1 + Math.max(0, ...lane.marks.map(({ row }) => row));
  return lane;
}

function compare(one = "", other = ""): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Where the days lie, cut at the window, not shorter than the least. */
function place(first: number, last: number, window: Window, sizes: Sizes): { x: number; width: number } {
  const scale = sizes.width / (window.to - window.from);
  const x = Math.max(0, (first - window.from) * scale);
  const end = Math.min(sizes.width, (last + 1 - window.from) * scale);
  const width = Math.max(sizes.least, end - x);
  return { x: Math.min(x, sizes.width - sizes.least), width };
}

/** Rows are filled from the left: each keeps where it ends and what is last in it. */
interface Row {
  end: number;
  last: Mark | null;
}

/** With room for the shortest label of each if that takes no more rows than there may be. */
function packed(marks: readonly Mark[], sizes: Sizes): Mark[] {
  const drawn = placed(marks, sizes, true) ?? placed(marks, sizes, false) ?? [];
  label(drawn, sizes);
  return drawn;
}

/** Marks with their rows; null if they need too many rows with labels, joined if without. */
function placed(marks: readonly Mark[], sizes: Sizes, labelled: boolean): Mark[] | null {
  const rows: Row[] = [];
  const drawn: Mark[] = [];
  for (const mark of marks) {
    const free = rows.findIndex(({ end }) => end <= mark.x);
    const row = free >= 0 ? free : rows.length;
    if (row < sizes.rows) {
      mark.row = row;
      rows[row] = { end: mark.x + mark.width + sizes.gap + (labelled ? room(mark, sizes) : 0), last: mark };
      drawn.push(mark);
    } else if (labelled) return null;
    else join(rows, mark);
  }
  return drawn;
}

/** What the shortest label takes. */
function room(mark: Mark, sizes: Sizes): number {
  const widths = captions(mark).map(sizes.measure);
  return widths.length > 0 ? Math.min(...widths) + 2 * sizes.gap + 4 : 0;
}

/** With the mark that begins last, so that days far apart stay apart. */
function join(rows: readonly Row[], mark: Mark): void {
  const [row] = [...rows].sort((one, other) => (other.last?.x ?? 0) - (one.last?.x ?? 0));
  if (!row?.last) return;
  const right = Math.max(row.last.x + row.last.width, mark.x + mark.width);
  row.last.bars.push(...mark.bars);
  row.last.last = Math.max(row.last.last, mark.last);
  row.last.width = right - row.last.x;
  row.end = Math.max(row.end, right + 2);
}

/** Labels where the row is free to the right; the whole one, else the first name and how many more. */
function label(marks: readonly Mark[], sizes: Sizes): void {
  const next = new Map<number, number>();
  for (const mark of [...marks].reverse()) {
    const room = (next.get(mark.row) ?? sizes.width) - mark.x - mark.width - 2 * sizes.gap - 4;
    mark.label = captions(mark).find((text) => sizes.measure(text) <= room) ?? null;
    next.set(mark.row, mark.x);
  }
}

function captions(mark: Mark): string[] {
  const [bar] = mark.bars;
  if (!bar) return [];
  if (mark.bars.length > 1) return [`${mark.bars.length}`];
  const [first] = bar.others;
  const more = bar.others.length - 1;
  return [bar.label, first && more > 0 ? `${first.name} +${more}` : (first?.name ?? "")].filter((text) => text !== "");
}
