/** Marks of a time axis. */

import { dayFrom, monthName, partsOf } from "../../wording/days";
import type { Window } from "./layout";

interface Tick {
  day: number;
  label: string;
  /** Whether a year begins here, or a month on an axis of days. */
  major: boolean;
}

const YEARS = [1, 2, 5, 10, 20, 50, 100];
const MONTHS = [1, 3, 6];
const DAYS = [1, 2, 7, 14];

/** In order, at least `apart` pixels from each other on an axis of `width`. */
export function ticks(window: Window, width: number, apart = 64): Tick[] {
  const least = ((window.to - window.from) / width) * apart;
  const days = DAYS.find((step) => step >= least);
  if (days !== undefined) return dayTicks(window, days);
  const months = MONTHS.find((step) => step * 28 >= least);
  if (months !== undefined) return monthTicks(window, months);
  return yearTicks(window, YEARS.find((step) => step * 365 >= least) ?? 100);
}

function yearTicks(window: Window, step: number): Tick[] {
  const found: Tick[] = [];
  for (let year = Math.ceil(partsOf(window.from).year / step) * step; ; year += step) {
    const day = dayFrom(year, 0);
    if (day >= window.to) return found;
    if (day >= window.from) found.push({ day, label: `${year}`, major: true });
  }
}

function monthTicks(window: Window, step: number): Tick[] {
  const found: Tick[] = [];
  const { year } = partsOf(window.from);
  for (let month = 0; ; month += step) {
    const day = dayFrom(year, month);
    if (day >= window.to) return found;
    if (day < window.from) continue;
    const major = month % 12 === 0;
    const named = found.length === 0 || major;
    found.push({ day, label: named ? yearAndMonth(day) : monthName(month), major });
  }
}

/** Weeks and fortnights begin anew each month; the last days of a month are left out when near its end. */
function dayTicks(window: Window, step: number): Tick[] {
  const found: Tick[] = [];
  for (let { year, month } = partsOf(window.from); ; month += 1) {
    const end = dayFrom(year, month + 1);
    for (let day = dayFrom(year, month); day < end - (step > 2 ? step / 2 : 0); day += step) {
      if (day >= window.to) return found;
      if (day < window.from) continue;
      const major = partsOf(day).day === 1;
      const number = `${partsOf(day).day} ${monthName(month)}`;
      found.push({ day, label: major || found.length === 0 ? `${number} ${partsOf(day).year}` : number, major });
    }
  }
}

function yearAndMonth(day: number): string {
  const { year, month } = partsOf(day);
  return month === 0 ? `${year}` : `${monthName(month)} ${year}`;
}
