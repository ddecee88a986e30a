import { h } from "../../../dom";
import { line, shape } from "../../../drawing/shapes";
import { familyOf, FAMILIES, TYPES, type Family } from "../../../wording/words";
import type { Part } from "../merging";

/** What the shapes and lines mean, for what is drawn. Drawn as in the picture. */
export function legend(part: Part): HTMLElement {
  const types = TYPES.filter((type) => part.nodes.some((node) => node.type === type));
  const families = (Object.keys(FAMILIES) as Family[]).filter((family) => part.edges.some((edge) => familyOf(edge.relation) === family));
  const planned = line("meeting", true);
  planned.firstElementChild?.setAttribute("class", "line line-any dashed");
  const mixed = line("meeting");
  mixed.firstElementChild?.setAttribute("class", "line line-any mixed");
  return h("ul", { class: "legend", "aria-label": "Legend" },
    types.map((type) => h("li", {}, shape(type), type)),
    families.map((family) => h("li", {}, line(family), FAMILIES[family])),
    part.edges.some((edge) => edge.status === "planned") && h("li", {}, planned, "planned"),
    part.edges.some((edge) => edge.status === "mixed") && h("li", {}, mixed, "planned and held"));
}
