import type { EntityPage, NamedEntity } from "../../api";
import { h, outside } from "../../dom";
import { shape } from "../../drawing/shapes";
import { counted } from "../../wording/words";
import { stateLink } from "../../reading/links";
import type { Context } from "../../view";

/** Names, identifiers, and the ways to other views. */
export function header(context: Context, page: EntityPage): HTMLElement {
  const { entity } = page;
  const ways = [["network", "Network"], ["timeline", "Timeline"], ["table", "All facts"]] as const;
  return h("header", {},
    h("div", { class: "title" }, shape(entity.type, 22), h("h2", {}, entity.name),
      h("span", { class: "quiet" }, describe(entity))),
    also(entity),
    page.truncated && h("p", { class: "cut" }, "Not everything is listed here; “All facts” has it."),
    h("div", { class: "ways" },
      ways.map(([view, text]) => stateLink(context, { view, focus: [entity.id] }, { class: "way" }, text)),
      wikidata(entity), former(page)));
}

function describe(entity: NamedEntity): string {
  const told = [entity.type, entity.iso3, counted(entity.facts, "fact")];
  return told.filter((part) => part !== null).join(" · ");
}

function also(entity: NamedEntity): HTMLElement | null {
  const others = entity.aliases.filter((alias) => alias !== entity.name);
  return others.length === 0 ? null : h("p", { class: "also" }, h("span", { class: "quiet" }, "also "), others.join(", "));
}

function wikidata(entity: NamedEntity): HTMLElement | null {
  const id = entity.wikidata;
  if (id === null || !/^Q\d+$/.test(id)) return null;
  return outside(`https://www.wikidata.org/wiki/${id}`, `Wikidata ${id} ↗`);
}

function former(page: EntityPage): HTMLElement {
  const earlier = page.former.map((id) => h("li", {}, h("code", {}, id)));
  return h("details", { class: "ids" }, h("summary", {}, "Identifier"),
    h("p", {}, h("code", {}, page.entity.id)),
    earlier.length > 0 && [h("p", { class: "quiet" }, "in earlier graphs"), h("ul", {}, earlier)]);
}
