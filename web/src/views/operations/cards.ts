import { h } from "../../dom";
import { entityLink } from "../../parts/entity";
import { counted } from "../../wording/words";
import type { Context } from "../../view";
import { chips, strip, when, type Period } from "./pieces";
import { keysOf, ROLES, type Operation } from "./roles";

/** One card for each operation. */
export function cards(operations: readonly Operation[], all: Period | null, context: Context): HTMLElement {
  return h("ul", { class: "cards" }, operations.map((operation) => card(operation, all, context)));
}

function card(operation: Operation, all: Period | null, context: Context): HTMLElement {
  const keys = keysOf(operation);
  const open = (): void => context.showEvidence(keys, operation.entity.name);
  const rows = ROLES.filter(({ field }) => operation[field].length > 0).map(({ field, text }) => [
    h("dt", {}, text), h("dd", {}, chips(operation[field], operation, text, context)),
  ]);
  return h("li", { class: "card" },
    h("h2", {}, entityLink(context, operation.entity)),
    h("p", { class: "when" }, h("span", {}, when(operation)),
      keys.length > 0 ? h("button", { type: "button", class: "link", onclick: open }, counted(operation.releases, "release")) : counted(operation.releases, "release")),
    strip(operation, all),
    rows.length > 0 ? h("dl", {}, rows) : h("p", { class: "quiet" }, "Nobody is told to lead, support or take part in it."));
}
