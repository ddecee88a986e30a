/** How many of something are asked for, and a button for more. */

import { h } from "../dom";
import type { Context } from "../view";
import { number } from "../wording/words";

interface Limit {
  /** What is asked for at first, and at most. */
  first: number;
  most: number;
}

/** What the state asks for. */
export function limitOf(context: Context, { first, most }: Limit): number {
  const wanted = Number(context.state.options["limit"] ?? first);
  return Number.isInteger(wanted) && wanted >= 1 ? Math.min(wanted, most) : first;
}

/** "Show 40" where there are more than are shown; null if there are none or no more can be asked for. */
export function moreButton(context: Context, limit: Limit, shown: number, total: number): HTMLButtonElement | null {
  const next = Math.min(limit.most, total, limitOf(context, limit) * 2);
  if (total <= shown || next <= shown) return null;
  const more = (): void => context.go({ options: { ...context.state.options, limit: `${next}` } });
  return h("button", { type: "button", class: "link", onclick: more }, `Show ${number(next)}`);
}
