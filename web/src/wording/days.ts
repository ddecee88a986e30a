/** Days as whole numbers since 1970-01-01, in UTC. */

const MILLISECONDS = 86_400_000;
export const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Of "2023", "2023-11" or "2023-11-05": the first day. */
export function dayOf(text: string): number {
  const [year = 1970, month = 1, day = 1] = text.split("-").map(Number);
  return dayFrom(year, month - 1, day);
}

/** Months count from 0 and may be beyond a year. */
export function dayFrom(year: number, month: number, day = 1): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return Math.round(date.getTime() / MILLISECONDS);
}

export function isoOf(day: number): string {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}

export function partsOf(day: number): { year: number; month: number; day: number } {
  const date = new Date(day * MILLISECONDS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
}

export function monthName(month: number): string {
  return MONTHS[month % 12] ?? "";
}

/** "5 Nov 2023" */
export function spoken(day: number): string {
  const { year, month, day: number } = partsOf(day);
  return `${number} ${monthName(month)} ${year}`;
}

/** The shortest words for the days from `first` to `last`, both in: "2023", "Nov 2023", "5 Nov 2023",
 * "5–7 Nov 2023", "5 Nov – 2 Dec 2023". */
export function span(first: number, last: number): string {
  const one = partsOf(first);
  const other = partsOf(last);
  const next = partsOf(last + 1);
  if (first === last) return spoken(first);
  if (one.day === 1 && next.day === 1) {
    if (one.month === 0 && next.month === 0) {
      return one.year === other.year ? `${one.year}` : `${one.year} – ${other.year}`;
    }
    const end = `${monthName(other.month)} ${other.year}`;
    if (one.year !== other.year) return `${monthName(one.month)} ${one.year} – ${end}`;
    return one.month === other.month ? end : `${monthName(one.month)} – ${end}`;
  }
  if (one.year !== other.year) return `${spoken(first)} – ${spoken(last)}`;
  if (one.month !== other.month) return `${one.day} ${monthName(one.month)} – ${spoken(last)}`;
  return `${one.day}–${spoken(last)}`;
}
