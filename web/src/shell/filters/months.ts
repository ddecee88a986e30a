/** Months as whole numbers, so that they can be counted with. */

/** "2023-11" or "2023-11-07"; a year alone is its January, or its December for an end. */
export function monthOf(period: string, end = false): number {
  const [year = "0", month] = period.split("-");
  return Number(year) * 12 + (month === undefined ? (end ? 11 : 0) : Number(month) - 1);
}

export function isoMonth(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}

export interface Bin {
  /** Months, both counted in. */
  first: number;
  last: number;
  count: number;
}

const STEPS = [1, 3, 6, 12, 24, 60];

/** Months put together until there are at most `most` bars; bars begin at a whole multiple of their length. */
export function binned(months: readonly { name: string; count: number }[], most: number): Bin[] {
  const [first, last] = [months[0], months[months.length - 1]];
  if (!first || !last) return [];
  const [low, high] = [monthOf(first.name), monthOf(last.name)];
  const step = STEPS.find((length) => (high - low) / length < most) ?? 120;
  const start = Math.floor(low / step) * step;
  const bins: Bin[] = [];
  for (let at = start; at <= high; at += step) bins.push({ first: at, last: at + step - 1, count: 0 });
  for (const { name, count } of months) {
    const bin = bins[Math.floor((monthOf(name) - start) / step)];
    if (bin) bin.count += count;
  }
  return bins;
}
