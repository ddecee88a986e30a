import type { EntityPage } from "../../api";
import { h, s } from "../../dom";
import { entityLink } from "../../parts/entity";
import { dayWords, number, spanWords } from "../../wording/words";
import { stateLink } from "../../reading/links";
import type { Context } from "../../view";

const MOST = 15;
const DAY = 86_400_000;

type Office = EntityPage["offices"][number];

/** Offices and bodies that an entity stands for, each with the time over which releases tell of it. */
export function offices(context: Context, page: EntityPage): HTMLElement | null {
  if (page.offices.length === 0) return null;
  const rows = page.offices.map((office) => {
    const title = `${page.entity.name}: ${office.role ?? "represents"}, ${office.body.name}`;
    return h("tr", {},
      h("td", {}, h("button", { type: "button", class: "link", title: "Show the sentences", onclick: () => context.showEvidence(office.keys, title) },
        office.role ?? "represents")),
      h("td", {}, entityLink(context, office.body)),
      h("td", { class: "date quiet" }, office.first === null ? "" : spanWords(office.first, office.last)),
      h("td", { class: "time" }, span(context, office)));
  });
  return h("section", {}, h("h3", {}, "Offices ", h("small", { class: "quiet" }, "with the days of the releases that tell of them")),
    h("table", { class: "fact-table offices" }, h("caption", { class: "unseen" }, "Offices, with the days of the releases that tell of them"),
      h("tbody", {}, rows)));
}

/** Where an office lies within the days of the graph. */
function span(context: Context, office: Office): SVGSVGElement | null {
  const { first, last } = context.graph;
  if (!first || !last || !office.first || !office.last) return null;
  const [begin, end] = [Date.parse(first), Date.parse(last) + DAY];
  const place = (day: number): number => Math.min(100, Math.max(0, (100 * (day - begin)) / (end - begin)));
  const x = place(Date.parse(office.first));
  const width = Math.max(2, place(Date.parse(office.last) + DAY) - x);
  return s("svg", { viewBox: "0 0 100 8", width: 100, height: 8, class: "span", "aria-hidden": "true" },
    s("rect", { y: 3, width: 100, height: 2, class: "bar-all" }),
    s("rect", { x: Math.min(x, 98), y: 1, width, height: 6, rx: 2, class: "bar-office" }));
}

/** Most frequent others. */
export function neighbours(context: Context, page: EntityPage): HTMLElement | null {
  if (page.neighbours.length === 0) return null;
  const most = Math.max(...page.neighbours.map((one) => one.count));
  const items = page.neighbours.slice(0, MOST).map((one) => {
    const both = { view: "table", focus: [page.entity.id, one.id] };
    const bar = s("svg", { viewBox: "0 0 40 4", width: 40, height: 4, class: "bar", "aria-hidden": "true" },
      s("rect", { width: (40 * one.count) / most, height: 4, rx: 2, class: `shape-${one.type.toLowerCase()}` }));
    return h("li", {}, entityLink(context, one), bar,
      stateLink(context, both, { class: "count", title: `Facts about ${page.entity.name} and ${one.name}` }, number(one.count)));
  });
  return h("section", {}, h("h3", {}, "Most often with"), h("ul", { class: "often" }, items));
}

/** Releases that tell of it, latest first. */
export function releases(context: Context, page: EntityPage): HTMLElement | null {
  if (page.releases.length === 0) return null;
  const items = page.releases.slice(0, MOST).map((one) => {
    const told = [one.source, one.published === null ? null : dayWords(one.published)].filter((part) => part !== null && part !== "");
    return h("li", {}, stateLink(context, { view: "release", item: one.id, options: { about: page.entity.id } }, {}, one.headline || one.id),
      h("small", { class: "quiet" }, told.join(" · ")));
  });
  return h("section", {}, h("h3", {}, "Releases ", h("span", { class: "count" }, number(page.releases.length))), h("ul", { class: "releases" }, items));
}
