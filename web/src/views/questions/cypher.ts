import type { FreeAnswer } from "../../api";
import { h } from "../../dom";
import { cellOf, json, textOf } from "../../export/cells";
import { csv } from "../../export/csv";
import { counted } from "../../wording/words";
import { stateLink } from "../../reading/links";
import { ProblemError, type Context, type Export } from "../../view";

const ID = /^(person|country|organisation|place|operation|event)-\S+$/;

/** A query of one's own, where the server allows it. It runs at a click and never by its address. */
export class CypherDesk {
  private readonly answers = new Map<string, FreeAnswer | ProblemError>();
  private shown: FreeAnswer | null = null;
  private version = "";

  drawn(context: Context, query: string): HTMLElement[] {
    if (this.version !== context.graph.version) this.answers.clear(); // those were of another graph
    this.version = context.graph.version;
    const answer = this.answers.get(query) ?? null;
    this.shown = answer instanceof ProblemError ? null : answer;
    return [h("h2", {}, "Free Cypher"), this.form(context, query), ...(answer === null ? [] : told(context, answer))];
  }

  private form(context: Context, query: string): HTMLFormElement {
    const area = h("textarea", { id: "cypher", rows: 6, maxlength: 20_000, spellcheck: "false", required: true, "aria-describedby": "cypher-told" }, query);
    const run = h("button", { type: "submit", class: "primary" }, "Run");
    const form = h("form", { class: "cypher", "aria-label": "Free Cypher" }, h("label", { for: "cypher", class: "unseen" }, "Query"), area,
      h("div", { class: "below" }, run, h("small", { class: "quiet", id: "cypher-told" }, "One query that only reads, at most ten seconds; Ctrl Enter runs it.")));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      run.disabled = true;
      void this.run(context, area.value, query);
    });
    area.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    });
    return form;
  }

  private async run(context: Context, query: string, asked: string): Promise<void> {
    const answer = await context.send<FreeAnswer>("cypher", { query }).catch((error: unknown) => {
      if (error instanceof ProblemError) return error;
      throw error;
    });
    this.answers.set(query, answer);
    const { view, item, options } = context.state;
    const stays = view === "questions" && item === null && options["cypher"] === asked;
    if (stays) context.go({ options: { cypher: query } }); // else the answer is there when one comes back
  }

  exports(): readonly Export[] {
    const { shown } = this;
    if (shown === null || shown.rows.length === 0) return [];
    return [
      { format: "CSV", name: "query.csv", make: async () => csv(shown.columns, shown.rows.map((row) => row.map(cellOf))) },
      { format: "JSON", name: "query.json", make: async () => json(shown) },
    ];
  }
}

function told(context: Context, answer: FreeAnswer | ProblemError): HTMLElement[] {
  if (answer instanceof ProblemError) return [h("p", { class: "refusal", role: "alert" }, answer.message)];
  const count = h("p", { role: "status", "aria-label": "Answer", class: "rows" }, counted(answer.rows.length, "row"),
    answer.truncated && h("span", { class: "cut" }, " and more; add a LIMIT or narrow the query"));
  const head = h("div", { class: "answer-head" }, count);
  const notes = h("ul", { class: "notes quiet" }, answer.hints.map((hint) => h("li", {}, hint)));
  if (answer.rows.length === 0) return [head, notes];
  const rows = answer.rows.map((row) => h("tr", { class: "still" }, row.map((value) => h("td", {}, cell(context, value)))));
  return [head, ...(answer.hints.length > 0 ? [notes] : []), h("div", { class: "scroller", tabindex: 0, role: "region", "aria-label": "Rows" },
    h("table", { class: "fact-table" }, h("caption", { class: "unseen" }, "Rows"),
      h("thead", {}, h("tr", {}, answer.columns.map((name) => h("th", { scope: "col" }, name)))), h("tbody", {}, rows)))];
}

function cell(context: Context, value: unknown): Node | string {
  const text = textOf(cellOf(value));
  return typeof value === "string" && ID.test(value) ? stateLink(context, { view: "entity", item: value }, {}, text) : text;
}
