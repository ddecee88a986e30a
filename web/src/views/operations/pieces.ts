/** What cards and table of the operations share. */

import type { Part } from "../../api";
import { h, s } from "../../dom";
import { dayOf, span } from "../../wording/days";
import { shape } from "../../drawing/shapes";
import type { Context } from "../../view";
import type { Operation } from "./roles";

/** More names than these fold away. */
const OPEN = 6;
/** The role of whoever takes part, which says nothing beside a name. */
const PLAIN = "participant";

export interface Period {
  from: number;
  to: number;
}

/** The time of nearly all, without the few that lie far off; null if hardly any has a date. */
export function period(operations: readonly Operation[]): Period | null {
  const days = operations.flatMap(({ first, last }) => [first, last]).filter((day) => day !== null).map(dayOf).sort((one, other) => one - other);
  const [from, to] = [days[Math.floor(days.length * 0.04)], days[Math.ceil(days.length * 0.96) - 1]];
  return from !== undefined && to !== undefined && from < to ? { from, to: to + 1 } : null;
}

export function when({ first, last }: Operation): string {
  const [from, to] = [first ?? last, last ?? first];
  return from !== null && to !== null ? span(dayOf(from), dayOf(to)) : "no date";
}

/** Where the operation lies in the time of all. */
export function strip({ first, last }: Operation, all: Period | null): SVGSVGElement | null {
  const [from, to] = [first ?? last, last ?? first];
  if (!all || from === null || to === null) return null;
  const width = 200;
  const scale = width / Math.max(1, all.to - all.from);
  const x = Math.max(0, (dayOf(from) - all.from) * scale);
  const end = Math.min(width, (dayOf(to) + 1 - all.from) * scale);
  if (end < 0 || x > width) return null;
  const length = Math.max(4, end - x);
  return s("svg", { class: "strip", viewBox: `0 0 ${width} 6`, preserveAspectRatio: "none", "aria-hidden": "true" },
    s("rect", { x: 0, y: 2.5, width, height: 1, class: "all" }),
    s("rect", { x: Math.min(x, width - length), y: 0, width: length, height: 6, rx: 3, class: "own" }));
}

interface Chip {
  entity: Part["entity"];
  roles: string[];
  /** Only announced, by all facts. */
  planned: boolean;
  keys: string[];
}

/** Each entity once, with all that it is. */
function together(parts: readonly Part[]): Chip[] {
  const found = new Map<string, Chip>();
  for (const { entity, role, status, keys } of parts) {
    const chip = found.get(entity.id) ?? { entity, roles: [], planned: true, keys: [] };
    if (role !== null && role !== PLAIN) chip.roles.push(role);
    chip.planned &&= status === "planned";
    chip.keys.push(...keys);
    found.set(entity.id, chip);
  }
  return [...found.values()];
}

/** Names that open their evidence, the later ones behind a button. */
export function chips(parts: readonly Part[], operation: Operation, role: string, context: Context): HTMLElement {
  const chip = ({ entity, roles, planned, keys }: Chip): HTMLElement => {
    const open = (): void => context.showEvidence(keys, `${operation.entity.name} and ${entity.name}`);
    return h("li", {}, h("button", { type: "button", class: planned ? "chip planned-only" : "chip", "data-keys": keys.join(" "), onclick: open, title: `Evidence: ${role.toLowerCase()} ${entity.name}` },
      shape(entity.type, 11), entity.name, roles.length > 0 ? h("small", { class: "quiet" }, roles.join(", ")) : null, planned ? h("small", { class: "planned" }, "planned") : null));
  };
  const all = together(parts);
  const shown = all.length > OPEN + 1 ? all.slice(0, OPEN) : all;
  const items = h("ul", { class: "chips" }, shown.map(chip));
  const rest = all.slice(shown.length);
  if (rest.length > 0) {
    const more = h("button", { type: "button", class: "link more" }, `and ${rest.length} more`);
    const item = h("li", {}, more);
    more.addEventListener("click", () => {
      const added = rest.map(chip);
      item.replaceWith(...added);
      added[0]?.querySelector("button")?.focus();
    });
    items.append(item);
  }
  return items;
}
