import { NO_FILTERS, type Change, type Filters, type State } from "../../state";

/** State as a URL query and back. Whatever the URL says wrongly is left out. */

const LISTS = { relation: "relations", type: "types", status: "statuses", source: "sources" } as const;
const PERIOD = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const OPTION = "o.";

/** Keys of facts that an address names; of more it says only how many there are. */
const NAMED = 5;

export const FIRST: State = { view: "network", focus: [], item: null, selected: [], filters: NO_FILTERS, options: {} };

/** The parameters that filters are for the server, in the shape of every endpoint. */
export function filterParameters(filters: Filters): [string, string][] {
  const pairs: [string, string][] = [];
  for (const [name, field] of Object.entries(LISTS)) {
    for (const value of filters[field]) pairs.push([name, value]);
  }
  if (filters.since) pairs.push(["since", filters.since]);
  if (filters.until) pairs.push(["until", filters.until]);
  if (!filters.undated) pairs.push(["undated", "false"]);
  if (filters.confidence > 0) pairs.push(["confidence", String(filters.confidence)]);
  if (filters.support > 1) pairs.push(["support", String(filters.support)]);
  return pairs;
}

function selection(keys: readonly string[]): string {
  return [...keys.slice(0, NAMED), ...(keys.length > NAMED ? [`~${keys.length}`] : [])].join(".");
}

/** How many facts were selected when the address was made. */
export function selectedOf(search: string): number {
  const tokens = (new URLSearchParams(search).get("selected") ?? "").split(".").filter((token) => token !== "");
  return Number(/^~(\d{1,6})$/.exec(tokens.at(-1) ?? "")?.[1] ?? tokens.length);
}

/** "?view=…", without what is as at the start. */
export function written(state: State): string {
  const query = new URLSearchParams([["view", state.view]]);
  for (const id of state.focus) query.append("focus", id);
  if (state.item !== null) query.set("item", state.item);
  if (state.selected.length > 0) query.set("selected", selection(state.selected));
  for (const [name, value] of filterParameters(state.filters)) query.append(name, value);
  for (const name of Object.keys(state.options).sort()) query.set(OPTION + name, state.options[name] ?? "");
  return `?${query.toString()}`;
}

function period(query: URLSearchParams, name: string): string | null {
  const value = query.get(name);
  return value !== null && PERIOD.test(value) ? value : null;
}

function least(query: URLSearchParams, name: string, otherwise: number): number {
  const value = Number(query.get(name));
  return Number.isFinite(value) && value > otherwise ? value : otherwise;
}

function filtersOf(query: URLSearchParams): Filters {
  return {
    relations: query.getAll("relation"),
    types: query.getAll("type"),
    statuses: query.getAll("status"),
    sources: query.getAll("source"),
    since: period(query, "since"),
    until: period(query, "until"),
    undated: query.get("undated") !== "false",
    confidence: Math.min(1, least(query, "confidence", 0)),
    support: Math.round(least(query, "support", 1)),
  };
}

export function read(search: string): State {
  const query = new URLSearchParams(search);
  const options = [...query].filter(([name]) => name.startsWith(OPTION));
  return {
    view: query.get("view") ?? FIRST.view,
    focus: query.getAll("focus"),
    item: query.get("item"),
    selected: (query.get("selected") ?? "").split(".").filter((key) => key !== "" && !key.startsWith("~")),
    filters: filtersOf(query),
    options: Object.fromEntries(options.map(([name, value]) => [name.slice(OPTION.length), value])),
  };
}

export function changed(state: State, change: Change): State {
  return { ...state, ...change, filters: { ...state.filters, ...change.filters } };
}
