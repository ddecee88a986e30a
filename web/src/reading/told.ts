import type { Evidence, Fact, Facts, ToldFact } from "../api";
import type { Cell } from "../export/cells";
import { csv } from "../export/csv";
import { number } from "../wording/words";
import type { Context, Parameters } from "../view";

const AT_ONCE = 200;
const PAGE = 1000;

/** Stands between sentences in one cell. */
const BETWEEN = " | ";

/** Facts whose quotes come with an export; more would take a minute. */
const MOST_TOLD = 20_000;

/** Facts with their quotes, in the order of their keys. */
export async function toldFacts(context: Context, keys: readonly string[], signal?: AbortSignal): Promise<ToldFact[]> {
  const found: ToldFact[] = [];
  for (let start = 0; start < keys.length; start += AT_ONCE) {
    const key = keys.slice(start, start + AT_ONCE);
    const { facts } = await context.ask<Evidence>("evidence", { key }, signal ? { signal } : {});
    found.push(...facts);
    if (keys.length > AT_ONCE) context.announce(`Reading quotes: ${number(found.length)} of ${number(keys.length)}`);
  }
  return found;
}

/** Every fact that the filters leave, page by page. */
async function everyFact(context: Context, parameters: Parameters): Promise<Fact[]> {
  const found: Fact[] = [];
  for (let first = ""; ; ) {
    const asked = { ...parameters, offset: found.length, limit: PAGE, version: first };
    const { facts, total, version } = await context.ask<Facts>("facts", asked, { filtered: true });
    first = version;
    found.push(...facts);
    if (facts.length === 0 || found.length >= total) return found;
  }
}

/** The same with their quotes, unless they are too many for it. */
export async function everyFactTold(context: Context, parameters: Parameters): Promise<(Fact & { quotes?: ToldFact["quotes"] })[]> {
  const facts = await everyFact(context, parameters);
  if (facts.length > MOST_TOLD) {
    context.announce(`Without quotes: these are more than ${number(MOST_TOLD)} facts. Filter to have the quotes.`);
    return facts;
  }
  const told = await toldFacts(context, facts.map((fact) => fact.key));
  if (told.length < facts.length) throw new Error("the graph was renewed meanwhile; save again");
  return told;
}

/** A line of a table and the facts that it rests on. */
export interface Row {
  cells: readonly Cell[];
  keys: readonly string[];
}

/** The facts of all lines, told; none if they are too many for it. */
export async function factsBehind(context: Context, rows: readonly Pick<Row, "keys">[]): Promise<ToldFact[]> {
  const keys = [...new Set(rows.flatMap((row) => row.keys))];
  if (keys.length <= MOST_TOLD) return toldFacts(context, keys);
  context.announce(`Without sentences: these are more than ${number(MOST_TOLD)} facts. Filter to have the sentences.`);
  return [];
}

/** A table of which each line ends with the sentences that it rests on, one of each fact, the headlines
 * of their releases, and the keys of the facts. */
export async function toldCsv(context: Context, columns: readonly string[], rows: readonly Row[]): Promise<Blob> {
  const told = new Map((await factsBehind(context, rows)).map((fact) => [fact.key, fact.quotes[0]]));
  const lines = rows.map(({ cells, keys }) => {
    const quotes = keys.flatMap((key) => told.get(key) ?? []);
    const distinct = (texts: string[]): string => [...new Set(texts)].join(BETWEEN);
    return [...cells, distinct(quotes.map(({ text }) => text.replace(/\s+/g, " "))), distinct(quotes.map(({ headline, release }) => headline || release)), keys];
  });
  return csv([...columns, "sentences", "headlines", "facts"], lines);
}
