import type { Answer, Entity } from "../../api";
import { h } from "../../dom";
import { cellOf, textOf } from "../../export/cells";
import { entityLink } from "../../parts/entity";
import { counted, number, relationWords } from "../../wording/words";
import { stateLink } from "../../reading/links";
import { remember } from "../../reading/names";
import { whenWords } from "../../reading/when";
import type { Context } from "../../view";
import { capital } from "./catalogue";

type Column = Answer["columns"][number];
type Row = Answer["rows"][number];

/** Facts that a network can be told to show alone. */
const MOST_FACTS = 200;

const NUMBERS = new Set(["int", "number"]);

const classesOf = (column: Column): string => `kind-${column.kind}${NUMBERS.has(column.kind) ? " numeric" : ""}`;

/** The column of names that belongs to a column of ids: "met_id" to "met", "id" to "name". */
const nameOf = (column: Column): string => (column.name === "id" ? "name" : column.name.replace(/_id$/, ""));

/** An entity by the name that the row has for it. */
function entityIn(answer: Answer, row: Row, column: Column): Entity | null {
  const known = answer.entities.find(({ id }) => id === row[column.name]);
  return known === undefined ? null : { ...known, name: textOf(cellOf(row[nameOf(column)])) || known.name };
}

/** Who was asked about. */
function askedOf(answer: Answer): Entity[] {
  const values = Object.values(answer.parameters);
  return answer.entities.filter(({ id }) => values.includes(id));
}

/** The answer as a table; each row opens the sentences that it rests on. */
export function answerTable(context: Context, answer: Answer): HTMLElement {
  const shown = shownColumns(answer);
  remember(context, answer.entities);
  const rows = answer.rows.map((row, place) => line(context, answer, shown, row, answer.keys[place] ?? []));
  return h("div", { class: "scroller", tabindex: 0, role: "region", "aria-label": "Answer" },
    h("table", { class: "fact-table" }, h("caption", { class: "unseen" }, answer.question),
      h("thead", {}, h("tr", {}, shown.map((column) => h("th", { scope: "col", class: classesOf(column) }, titleOf(column))), h("th", { scope: "col" }, "Evidence"))),
      h("tbody", {}, rows)));
}

const titleOf = (column: Column): string => capital((column.kind === "entity" ? nameOf(column) : column.name).replaceAll("_", " "));

/** Without ids whose names are shown, keys, which are the evidence, days of releases, which their
 * links have, and what no row says. */
function shownColumns(answer: Answer): Column[] {
  const names = new Set(answer.columns.map((column) => column.name));
  const isDay = (column: Column): boolean => column.name === "published" && names.has("release");
  const isId = (column: Column): boolean => column.kind === "entity" && names.has(nameOf(column));
  const said = (column: Column): boolean => answer.rows.some((row) => textOf(cellOf(row[column.name])) !== "");
  return answer.columns.filter((column) => column.kind !== "keys" && !isDay(column) && !isId(column) && said(column));
}

function line(context: Context, answer: Answer, shown: readonly Column[], row: Row, keys: readonly string[]): HTMLTableRowElement {
  const title = titleOfRow(answer, row);
  const open = (): void => context.showEvidence(keys, title);
  const click = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.closest("button, a")) return;
    if (keys.length > 0 && getSelection()?.isCollapsed !== false) open();
  };
  const evidence = keys.length === 0 ? "" : h("button", { type: "button", class: "link", title: `Show the sentences: ${title}`, onclick: open }, counted(keys.length, "fact"));
  return h("tr", { "data-key": keys[0] ?? null, class: keys.length === 0 ? "still" : null, onclick: click },
    shown.map((column) => h("td", { class: classesOf(column) }, cell(context, answer, column, row))),
    h("td", { class: "date" }, evidence));
}

/** Whom a row is about, and when. */
function titleOfRow(answer: Answer, row: Row): string {
  const names = answer.columns.filter((column) => column.kind === "entity").map((column) => entityIn(answer, row, column)?.name ?? "");
  const days = answer.columns.filter((column) => column.kind === "date" && column.name !== "published").map((column) => whenWords(textOf(cellOf(row[column.name])) || null));
  return [...names, ...days.slice(0, 1)].filter((part) => part !== "").join(", ") || answer.question;
}

function cell(context: Context, answer: Answer, column: Column, row: Row): Node | string {
  const value = row[column.name];
  const ids = answer.columns.find((one) => one.kind === "entity" && (one === column || nameOf(one) === column.name));
  const entity = ids === undefined ? null : entityIn(answer, row, ids);
  if (entity !== null) return entityLink(context, entity);
  const text = textOf(cellOf(value));
  if (text === "") return "";
  if (column.kind === "date") return h("span", { class: "date" }, whenWords(text));
  if (column.kind === "release") return stateLink(context, { view: "release", item: text }, { title: `Read ${text}`, class: "date" }, textOf(cellOf(row["published"])) === "" ? "Read" : whenWords(textOf(cellOf(row["published"]))));
  if (column.name === "relation") return relationWords(text);
  if (column.kind === "quote") return h("q", {}, text.replace(/\s+/g, " "));
  if (typeof value === "number") return Number.isInteger(value) ? number(value) : value.toFixed(2);
  if (text === "planned" || text === "held") return h("span", { class: `status status-${text}` }, text);
  return text;
}

/** Which entities the names were taken for. */
export function taken(context: Context, answer: Answer): HTMLElement | null {
  const known = askedOf(answer);
  return known.length === 0 ? null : h("p", { class: "taken" }, h("span", { class: "quiet" }, "Asked of"), known.map((entity) => entityLink(context, entity)));
}

/** What there is of the answer, and the ways on from it. */
export function answerHead(context: Context, answer: Answer): HTMLElement {
  const keys = [...new Set(answer.keys.flat())];
  const network = (): void => {
    if (keys.length > MOST_FACTS) context.announce(`The network shows the first ${MOST_FACTS} of ${number(keys.length)} facts`);
    const only = keys.slice(0, MOST_FACTS).join(".");
    context.go({ view: "network", focus: askedOf(answer).map(({ id }) => id), selected: [], options: { only } });
  };
  return h("div", { class: "answer-head" },
    h("p", { role: "status", "aria-label": "Answer", class: "rows" }, counted(answer.rows.length, "row"), answer.truncated && h("span", { class: "cut" }, " and perhaps more; raise the limit or narrow the question")),
    keys.length > 0 && h("button", { type: "button", onclick: network }, "Show as network"),
    keys.length > 0 && h("button", { type: "button", onclick: () => context.showEvidence(keys, answer.question) }, "All evidence"));
}
