import { h } from "../../dom";
import { entityLink } from "../../parts/entity";
import { number } from "../../wording/words";
import type { Context } from "../../view";
import { chips, strip, when, type Period } from "./pieces";
import { keysOf, ROLES, type Operation } from "./roles";

/** One row for each operation; only roles that any has. */
export function table(operations: readonly Operation[], all: Period | null, context: Context): HTMLElement {
  const roles = ROLES.filter(({ field }) => operations.some((operation) => operation[field].length > 0));
  const heads = ["Operation", "When", ...roles.map(({ short }) => short), "Releases"];
  return h("table", { class: "board" },
    h("thead", {}, h("tr", {}, heads.map((head) => h("th", { scope: "col" }, head)))),
    h("tbody", {}, operations.map((operation) => {
      const open = (): void => context.showEvidence(keysOf(operation), operation.entity.name);
      return h("tr", {},
        h("th", { scope: "row" }, entityLink(context, operation.entity)),
        h("td", { class: "when" }, when(operation), strip(operation, all)),
        roles.map(({ field, text }) => h("td", {}, operation[field].length > 0 ? chips(operation[field], operation, text, context) : h("span", { class: "quiet" }, "–"))),
        h("td", { class: "figure" }, h("button", { type: "button", class: "link", onclick: open, "aria-label": `Evidence for ${operation.entity.name}` }, number(operation.releases))));
    })));
}
