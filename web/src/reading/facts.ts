import "./reading.css";
import type { Fact } from "../api";
import { h, s } from "../dom";
import { entityLink } from "../parts/entity";
import { line } from "../drawing/shapes";
import { familyOf, number, relationWords, sentence, statusWords } from "../wording/words";
import type { Context } from "../view";
import { whenWords } from "./when";

/** A column of a table of facts; `sort` is what the server sorts by. */
export interface FactColumn {
  title: string;
  sort?: string;
  numeric?: boolean;
  /** Title where there is little room. */
  brief?: string;
  /** Its class. */
  name?: string;
  cell(fact: Fact, context: Context): Node | string;
}

const evidenceOf = (fact: Fact, context: Context): void => context.showEvidence([fact.key], sentence(fact));

/** The relation as a button that opens the sentences; planned is dashed. */
export function relationButton(fact: Fact, context: Context, words = relationWords(fact.relation)): HTMLButtonElement {
  const title = `Show the sentences: ${sentence(fact)}`;
  return h("button", { type: "button", class: "link relation", title, onclick: () => evidenceOf(fact, context) },
    line(familyOf(fact.relation), fact.status === "planned"), h("span", {}, words));
}

/** Whether it was held, in words and by a mark that is hollow if not. */
export function statusMark(fact: Pick<Fact, "status">): Node | string {
  if (fact.status === null) return "";
  return h("span", { class: `status status-${fact.status}` }, fact.status);
}

/** Role, occasion, place and amount, as far as they are stated. */
export function detailsOf(fact: Fact): string {
  const told = [fact.role, fact.event && `at ${fact.event}`, fact.place && `in ${fact.place}`, fact.amount];
  return told.filter((part) => part !== null && part !== "").join(" · ");
}

/** The details below a name, for narrow tables. */
export const beneath = (fact: Fact): HTMLElement | null => {
  const details = detailsOf(fact);
  return details === "" ? null : h("small", { class: "beneath quiet" }, details);
};

/** Confidence as number and bar. */
export function confidenceBar(confidence: number): HTMLSpanElement {
  const bar = s("svg", { viewBox: "0 0 30 4", width: 30, height: 4, class: "bar", "aria-hidden": "true" },
    s("rect", { width: 30, height: 4, rx: 2, class: "bar-all" }),
    s("rect", { width: Math.round(30 * confidence), height: 4, rx: 2, class: "bar-part" }));
  return h("span", { class: "confidence" }, bar, confidence.toFixed(2));
}

export const COLUMNS = {
  date: {
    title: "Date", sort: "date", name: "day",
    cell: (fact) => h("span", { class: fact.date === null ? "date quiet" : fact.date.includes("/") ? "" : "date" }, whenWords(fact.date) || "no date"),
  },
  subject: { title: "Subject", sort: "subject", name: "subject", cell: (fact, context) => entityLink(context, fact.subject) },
  relation: { title: "Relation", sort: "relation", name: "tie", cell: (fact, context) => relationButton(fact, context) },
  object: {
    title: "Object", sort: "object", name: "object",
    cell: (fact, context) => h("div", {}, entityLink(context, fact.object), beneath(fact)),
  },
  details: { title: "Role, occasion, place", name: "details", cell: detailsOf },
  status: { title: "Status", sort: "status", name: "state", cell: (fact) => statusMark(fact) || h("span", { class: "quiet" }, statusWords(null)) },
  confidence: { title: "Confidence", sort: "confidence", numeric: true, name: "sureness", brief: "Conf.", cell: (fact) => confidenceBar(fact.confidence) },
  support: { title: "Releases", sort: "support", numeric: true, name: "support", brief: "Rel.", cell: (fact) => number(fact.support) },
} satisfies Record<string, FactColumn>;

/** How a table is sorted: "date" or "-date". */
interface Sorting {
  sort: string;
  change(sort: string): void;
}

const classesOf = (column: FactColumn): string => `col-${column.name ?? "other"}${column.numeric ? " numeric" : ""}`;

function titleOf(column: FactColumn): Node | string {
  if (column.brief === undefined) return column.title;
  return h("span", {}, h("span", { class: "full" }, column.title), h("abbr", { class: "brief", title: column.title }, column.brief));
}

function heading(column: FactColumn, sorting: Sorting | null): HTMLTableCellElement {
  const classes = classesOf(column);
  if (!sorting || column.sort === undefined) return h("th", { scope: "col", class: classes }, titleOf(column));
  const name = column.sort;
  const up = sorting.sort === name;
  const down = sorting.sort === `-${name}`;
  const button = h("button", { type: "button", onclick: () => sorting.change(up ? `-${name}` : name) },
    titleOf(column), h("span", { class: "arrow", "aria-hidden": "true" }, up ? "▲" : down ? "▼" : ""));
  return h("th", { scope: "col", class: classes, "aria-sort": up ? "ascending" : down ? "descending" : "none" }, button);
}

function row(fact: Fact, columns: readonly FactColumn[], context: Context): HTMLTableRowElement {
  const open = (event: MouseEvent): void => {
    const onControl = event.target instanceof Element && event.target.closest("button, a");
    if (!onControl && getSelection()?.isCollapsed !== false) evidenceOf(fact, context);
  };
  return h("tr", { "data-key": fact.key, class: fact.status === "planned" ? "is-planned" : null, onclick: open },
    columns.map((column) => h("td", { class: classesOf(column) }, column.cell(fact, context))));
}

/** A table of facts of which every row opens its sentences. */
export function factTable(
  context: Context, facts: readonly Fact[], columns: readonly FactColumn[], caption: string, sorting: Sorting | null = null,
): HTMLTableElement {
  return h("table", { class: "fact-table" },
    h("caption", { class: "unseen" }, caption),
    h("thead", {}, h("tr", {}, columns.map((column) => heading(column, sorting)))),
    h("tbody", {}, facts.map((fact) => row(fact, columns, context))));
}

/** Marks the rows of the facts that are shown in the panel. */
export function markChosen(root: Element, selected: readonly string[]): void {
  const chosen = new Set(selected);
  for (const one of root.querySelectorAll<HTMLElement>("tr[data-key]")) {
    one.classList.toggle("chosen", chosen.has(one.dataset["key"] ?? ""));
  }
}
