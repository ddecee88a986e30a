import type { Count, Facets } from "../../api";
import { h } from "../../dom";
import { line, shape } from "../../drawing/shapes";
import { familyOf, FAMILIES, number, pluralOf, relationWords, statusWords, TYPES } from "../../wording/words";
import type { Filters } from "../../state";

export type ListName = "relations" | "types" | "statuses" | "sources";
type Apply = (change: Partial<Filters>) => void;

interface Choice {
  name: string;
  words: string;
  key: SVGSVGElement | null;
  count: number;
}

const countOf = (counts: readonly Count[], name: string): number =>
  counts.find((count) => count.name === name)?.count ?? 0;

/** Every value there is, in the order shown; counts are those under the other filters. */
function choicesOf(list: ListName, all: Facets, now: Facets): Choice[] {
  const names = all[list].map((count) => count.name);
  const choice = (name: string, words: string, key: SVGSVGElement | null): Choice => ({ name, words, key, count: countOf(now[list], name) });
  if (list === "relations") {
    const families = Object.keys(FAMILIES);
    const place = (name: string): number => families.indexOf(familyOf(name));
    const ordered = [...names].sort((one, other) => place(one) - place(other));
    return ordered.map((name) => choice(name, relationWords(name), line(familyOf(name))));
  }
  if (list === "types") {
    return TYPES.filter((type) => names.includes(type)).map((type) => choice(type, pluralOf(type), shape(type)));
  }
  if (list === "statuses") {
    const planned = (name: string): SVGSVGElement | null => (name === "none" ? null : statusKey(name === "planned"));
    return names.map((name) => choice(name, statusWords(name as "planned"), planned(name)));
  }
  return names.map((name) => choice(name, name, null));
}

/** A line in ink: status has no colour of its own. */
function statusKey(planned: boolean): SVGSVGElement {
  const key = line("meeting", planned);
  key.firstElementChild?.setAttribute("class", planned ? "line line-any dashed" : "line line-any");
  return key;
}

/** The names wanted once `name` is turned on or off; none stands for all. */
function toggled(chosen: readonly string[], every: readonly string[], name: string): string[] {
  const before = chosen.length === 0 ? every : chosen;
  const after = before.includes(name) ? before.filter((one) => one !== name) : [...before, name];
  return every.every((one) => after.includes(one)) ? [] : after.length === 0 ? [name] : [...after].sort();
}

function row(list: ListName, choice: Choice, every: readonly string[], chosen: readonly string[], apply: Apply): HTMLElement {
  const on = chosen.length === 0 || chosen.includes(choice.name);
  const alone = chosen.length === 1 && on;
  const box = h("input", {
    type: "checkbox", checked: on, "data-key": `${list}:${choice.name}`,
    onchange: () => {
      box.checked ||= alone; // one is left, or nothing would be shown
      apply({ [list]: toggled(chosen, every, choice.name) });
    },
  });
  const only = h("button", {
    type: "button", class: "only link", "data-key": `only:${list}:${choice.name}`,
    "aria-label": alone ? `All again, not only ${choice.words}` : `Only ${choice.words}`,
    onclick: () => apply({ [list]: alone ? [] : [choice.name] }),
  }, alone ? "all" : "only");
  return h("li", { class: choice.count === 0 ? "row none" : "row" },
    h("label", {}, box, choice.key, h("span", { class: "words" }, choice.words), h("span", { class: "count" }, number(choice.count))), only);
}

/** The boxes of one filter; a box says how many facts it would leave. */
export function choiceList(list: ListName, all: Facets, now: Facets, filters: Filters, apply: Apply): HTMLElement {
  const choices = choicesOf(list, all, now);
  const every = choices.map((choice) => choice.name);
  return h("ul", { class: "choices" }, choices.map((choice) => row(list, choice, every, filters[list], apply)));
}

/** A choice of lower bounds, with how many facts are at or above each. */
export function leastChoice(name: "confidence" | "support", label: string, counts: readonly Count[], value: number, apply: Apply): HTMLElement {
  const bounds = counts.filter((count) => Number(count.name) > (name === "support" ? 1 : 0));
  const start = name === "support" ? 1 : 0;
  const select = h("select", { "data-key": name, onchange: () => apply({ [name]: Number(select.value) }) },
    h("option", { value: start }, "any"),
    bounds.map((bound) => h("option", { value: bound.name, selected: Number(bound.name) === value }, `${bound.name} or more (${number(bound.count)})`)));
  if (value > start && !bounds.some((bound) => Number(bound.name) === value)) {
    select.append(h("option", { value, selected: true }, `${value} or more`));
  }
  return h("label", { class: "least" }, h("span", {}, label), select);
}
