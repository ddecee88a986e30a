import type { Fact } from "../../api";
import { h, s } from "../../dom";
import { counted, dayWords } from "../../wording/words";
import type { Context } from "../../view";

const HEIGHT = 44;
const STEP = 10;
const MOST_MONTHS = 72;

interface Period {
  name: string;
  facts: Fact[];
}

/** Periods from the first to the last, none left out: months, or years if these are too many. */
function periodsOf(facts: readonly Fact[]): Period[] {
  const days = facts.flatMap((fact) => (fact.first === null ? [] : [fact.first])).sort();
  const [first, last] = [days[0], days[days.length - 1]];
  if (first === undefined || last === undefined) return [];
  const months = monthsBetween(first.slice(0, 7), last.slice(0, 7));
  const long = months.length > MOST_MONTHS;
  const names = long ? [...new Set(months.map((month) => month.slice(0, 4)))] : months;
  const length = long ? 4 : 7;
  return names.map((name) => ({ name, facts: facts.filter((fact) => fact.first?.slice(0, length) === name) }));
}

function monthsBetween(first: string, last: string): string[] {
  const [year = 0, month = 1] = first.split("-").map(Number);
  const found: string[] = [];
  for (let place = year * 12 + month - 1; ; place++) {
    const name = `${String(Math.floor(place / 12)).padStart(4, "0")}-${String((place % 12) + 1).padStart(2, "0")}`;
    if (name > last) return found;
    found.push(name);
  }
}

/** Meetings and visits over time: a bar for each month, planned ones hollow. Each opens its sentences. */
export function activity(context: Context, facts: readonly Fact[]): HTMLElement | null {
  const periods = periodsOf(facts);
  if (periods.filter((period) => period.facts.length > 0).length < 3) return null;
  const most = Math.max(...periods.map((period) => period.facts.length));
  const bars = periods.map((period, place) => bar(context, period, place, most));
  const width = periods.length * STEP;
  const [first, last] = [periods[0]?.name ?? "", periods[periods.length - 1]?.name ?? ""];
  return h("figure", { class: "activity" },
    h("figcaption", { class: "quiet" }, `Meetings and visits, ${dayWords(first)} to ${dayWords(last)}; most in one bar: ${most}`),
    s("svg", { viewBox: `0 0 ${width} ${HEIGHT}`, width: Math.min(width * 1.6, 900), height: HEIGHT, preserveAspectRatio: "none", role: "group", "aria-label": "Meetings and visits over time" },
      s("rect", { y: HEIGHT - 1, width, height: 1, class: "bar-all" }), bars));
}

function bar(context: Context, period: Period, place: number, most: number): SVGElement | null {
  if (period.facts.length === 0) return null;
  const planned = period.facts.filter((fact) => fact.status === "planned").length;
  const unit = (HEIGHT - 6) / most;
  const held = period.facts.length - planned;
  const title = `${dayWords(period.name)}: ${counted(period.facts.length, "meeting or visit", "meetings and visits")}${planned > 0 ? `, ${planned} planned` : ""}`;
  const open = (): void => context.showEvidence(period.facts.map((fact) => fact.key), title);
  const key = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    open();
  };
  const x = place * STEP + 1.5;
  return s("g", { role: "button", tabindex: 0, "aria-label": title, class: "month", onclick: open, onkeydown: key },
    s("title", {}, title),
    s("rect", { x: place * STEP, width: STEP, height: HEIGHT, class: "hit" }),
    s("rect", { x, y: HEIGHT - 1 - held * unit, width: STEP - 3, height: held * unit, class: "held" }),
    planned > 0 && s("rect", { x: x + 0.5, y: HEIGHT - 1 - (held + planned) * unit, width: STEP - 4, height: planned * unit, class: "planned" }));
}
