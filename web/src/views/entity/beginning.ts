import type { EntityType } from "../../api";
import { h } from "../../dom";
import { entityLink } from "../../parts/entity";
import { number, pluralOf, TYPES } from "../../wording/words";
import type { Context } from "../../view";

/** Shown while no entity is chosen: whom to begin with. */
export function beginning(context: Context): HTMLElement {
  const { prominent } = context.graph;
  const group = (type: EntityType): HTMLElement | null => {
    const some = prominent.filter((one) => one.type === type);
    if (some.length === 0) return null;
    return h("section", {}, h("h3", {}, pluralOf(type)),
      h("ul", { class: "often" }, some.map((one) => h("li", {}, entityLink(context, one), h("span", { class: "count" }, number(one.facts))))));
  };
  return h("div", { class: "entity beginning" },
    h("h2", {}, "Whose page?"),
    h("p", { class: "quiet" }, "Search above (press /) for a person, a country, an organisation, an event or an operation, or begin with those that most is told of."),
    h("div", { class: "groups" }, TYPES.map(group)));
}
