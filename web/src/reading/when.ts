import { dayWords } from "../wording/words";

/** An ISO 8601 period in words: "9–11 Sep 2024", "28 Aug – 2 Sep 2024", "Nov 2023", "2023". */
export function whenWords(period: string | null): string {
  if (period === null) return "";
  const [first = "", last] = period.split("/");
  if (last === undefined || last === first) return dayWords(first);
  const [one, other] = [first.split("-"), last.split("-")];
  if (one[0] !== other[0]) return `${dayWords(first)} – ${dayWords(last)}`;
  if (one.length === 3 && other.length === 3 && one[1] === other[1]) return `${Number(one[2])}–${dayWords(last)}`;
  return `${dayWords(first).replace(/ \d{4}$/, "")} – ${dayWords(last)}`;
}
