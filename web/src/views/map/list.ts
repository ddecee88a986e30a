/** The countries as a table: all that the map says, for keyboard and screen reader. */

import type { WorldMap } from "../../api";
import { h } from "../../dom";
import { number } from "../../wording/words";
import type { Context } from "../../view";
import { countOf, ranked, told, type Country, type Measure } from "./figures";

const COLUMNS = ["meetings", "visits", "events"] as const;

interface Listed {
  map: WorldMap;
  measure: Measure;
  context: Context;
  /** Called with the country under pointer or focus. */
  point: (iso3: string | null) => void;
}

export function list(listed: Listed): HTMLElement {
  const countries = ranked(listed.map, listed.measure);
  const most = Math.max(1, ...countries.map((country) => countOf(country, listed.measure)));
  const heads = COLUMNS.map((name) => h("th", { scope: "col", class: "figure" }, name));
  return h("table", { class: "map-list" },
    h("caption", { class: "quiet" }, `${number(countries.length)} countries`),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Country"), heads)),
    h("tbody", {}, countries.map((country) => row(country, most, listed))));
}

function row(country: Country, most: number, { measure, context, point }: Listed): HTMLElement {
  const open = (): void => context.showEvidence(country.keys, `${country.name}: ${told(country)}`);
  const bar = h("span", { class: "bar", "aria-hidden": "true" });
  bar.style.width = `${Math.max(2, Math.round((100 * countOf(country, measure)) / most))}%`;
  const name = h("button", { type: "button", class: "link", onclick: open, title: `Evidence for ${country.name}` }, country.name);
  const cells = COLUMNS.map((column) => h("td", { class: "figure" }, country[column] > 0 ? number(country[column]) : "–"));
  return h("tr", {
    onpointerenter: () => point(country.iso3), onpointerleave: () => point(null), onfocusin: () => point(country.iso3), onfocusout: () => point(null),
  }, h("th", { scope: "row" }, name, bar), cells);
}
