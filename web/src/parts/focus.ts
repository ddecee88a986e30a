/** Whom a view is about, each with a way to leave it out. */

import type { Entity } from "../api";
import { h } from "../dom";
import type { Context } from "../view";
import { shape } from "../drawing/shapes";

/** Chips of the entities in focus; null if it is on none. Those not among `known` go by their id. */
export function focusChips(context: Context, known: readonly Entity[]): HTMLElement | null {
  const { focus } = context.state;
  if (focus.length === 0) return null;
  const chips = focus.map((id) => {
    const entity = known.find((one) => one.id === id);
    const leave = (): void => context.go({ focus: focus.filter((other) => other !== id) });
    const name = entity?.name ?? id;
    return h("button", { type: "button", class: "focus-chip", onclick: leave, title: `Leave ${name} out` },
      entity ? shape(entity.type, 11) : null, name, h("span", { "aria-hidden": "true" }, "✕"));
  });
  return h("div", { class: "focus-chips", role: "group", "aria-label": "In focus" }, h("span", { class: "quiet" }, "around"), chips);
}
