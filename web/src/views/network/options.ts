import type { State } from "../../state";

/** What the network view keeps in the state's options. Ids are joined by "~", which no id holds. */
export interface NetworkOptions {
  /** Steps from the focus; null for one, or two where one step shows few. */
  depth: 1 | 2 | null;
  limit: number;
  /** Least facts of a link that is drawn. */
  least: number;
  /** Those with neighbours besides; who is there twice has more of them. */
  expanded: readonly string[];
  collapsed: readonly string[];
  hidden: readonly string[];
  pins: ReadonlyMap<string, Point>;
  path: readonly [string, string] | null;
  /** Keys of the facts that alone are shown; any if empty. */
  only: readonly string[];
  /** Whether a path walks meetings alone. */
  meetings: boolean;
}

export interface Point {
  x: number;
  y: number;
}

export const [LIMIT, MOST] = [140, 500];

/** Neighbours that are added each time, as the server does. */
export const EXPANSION = 40;

const ids = (text: string | undefined): string[] => (text ? text.split("~").filter((id) => id !== "") : []);

function pinsOf(text: string | undefined): Map<string, Point> {
  const pins = new Map<string, Point>();
  for (const one of ids(text)) {
    const match = /^(.*)@(-?\d+),(-?\d+)$/.exec(one);
    if (match) pins.set(match[1] as string, { x: Number(match[2]), y: Number(match[3]) });
  }
  return pins;
}

export function readOptions(state: State): NetworkOptions {
  const { options } = state;
  const limit = Math.round(Number(options["limit"]));
  const [from, to] = ids(options["path"]);
  return {
    depth: options["depth"] === "1" ? 1 : options["depth"] === "2" ? 2 : null,
    limit: limit > 0 ? Math.min(limit, MOST) : LIMIT,
    least: Math.max(1, Math.round(Number(options["least"])) || 1),
    expanded: ids(options["expand"]).slice(0, 30),
    collapsed: ids(options["collapse"]),
    hidden: ids(options["hide"]),
    pins: pinsOf(options["pin"]),
    path: from !== undefined && to !== undefined ? [from, to] : null,
    only: (options["only"] ?? "").split(".").filter((key) => key !== ""),
    meetings: options["through"] !== "all",
  };
}

/** The options to put into the state; what is as at the start is left out. */
export function writeOptions(options: NetworkOptions): Record<string, string> {
  const pins = [...options.pins].map(([id, { x, y }]) => `${id}@${Math.round(x)},${Math.round(y)}`);
  const written: [string, string][] = [
    ["depth", options.depth === null ? "" : String(options.depth)],
    ["limit", options.limit === LIMIT ? "" : String(options.limit)],
    ["least", options.least === 1 ? "" : String(options.least)],
    ["expand", options.expanded.join("~")],
    ["collapse", options.collapsed.join("~")],
    ["hide", options.hidden.join("~")],
    ["pin", pins.join("~")],
    ["path", options.path ? options.path.join("~") : ""],
    ["only", options.only.join(".")],
    ["through", options.meetings ? "" : "all"],
  ];
  return Object.fromEntries(written.filter(([, value]) => value !== ""));
}

export const without = (list: readonly string[], id: string): string[] => list.filter((one) => one !== id);

export const withOne = (list: readonly string[], id: string): string[] => [...without(list, id), id];
