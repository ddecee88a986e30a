import "./table.css";
import type { Facts } from "../../api";
import { h, replace } from "../../dom";
import { json } from "../../export/cells";
import { factsCsv } from "../../export/facts";
import { graphml } from "../../export/graphml";
import { counted } from "../../wording/words";
import { COLUMNS, factTable, markChosen } from "../../reading/facts";
import { pager } from "../../reading/pager";
import { everyFactTold } from "../../reading/told";
import type { State } from "../../state";
import { NO_FILTERS } from "../../state";
import { Message, type Context, type Export, type Parameters, type View } from "../../view";
import { focusLine } from "./focus";

const SIZE = 100;
const SORT = "-date";
const SHOWN = [
  COLUMNS.date, COLUMNS.subject, COLUMNS.relation, COLUMNS.object, COLUMNS.details, COLUMNS.status, COLUMNS.confidence, COLUMNS.support,
];

/** The facts that the filters leave, the readable twin of the network. */
class Table implements View {
  readonly name = "table";
  readonly title = "Table";
  readonly focus = "view";
  private context: Context | null = null;
  private total = 0;

  async show(root: HTMLElement, context: Context, signal: AbortSignal): Promise<void | Message> {
    this.context = context;
    const { state } = context;
    const sort = state.options["sort"] ?? SORT;
    const wished = offsetIn(state);
    const answer = await this.page(context, sort, wished, signal);
    const offset = answer.facts.length > 0 && wished < answer.total ? wished : 0;
    this.total = answer.total;
    if (answer.total === 0) return nothing(context);
    const turn = (to: number): void => context.go({ options: { ...state.options, page: String(Math.floor(to / SIZE) + 1) } });
    const change = (by: string): void => context.go({ options: { sort: by } });
    const table = factTable(context, answer.facts, SHOWN, "Facts", { sort, change });
    const scroller = h("div", { class: "scroller", tabindex: 0, role: "region", "aria-label": "Facts" }, table);
    const about = await focusLine(context, signal);
    replace(root,
      h("div", { class: "bar-above" }, h("h2", {}, counted(answer.total, "fact")), about,
        answer.total > SIZE && pager("facts", offset, answer.facts.length, answer.total, SIZE, turn)),
      scroller);
    markChosen(root, state.selected);
    root.addEventListener("click", () => markChosen(root, context.state.selected), { signal });
  }

  private async page(context: Context, sort: string, offset: number, signal: AbortSignal): Promise<Facts> {
    const parameters = { ...wanted(context), sort, offset, limit: SIZE };
    const answer = await context.ask<Facts>("facts", parameters, { filtered: true, signal });
    const past = answer.facts.length === 0 && answer.total > 0;
    return past ? context.ask<Facts>("facts", { ...parameters, offset: 0 }, { filtered: true, signal }) : answer;
  }

  exports(): readonly Export[] {
    const { context } = this;
    if (context === null || this.total === 0) return [];
    const sort = context.state.options["sort"] ?? SORT;
    const facts = () => everyFactTold(context, { ...wanted(context), sort });
    const { filters, focus } = context.state;
    const described = { store: context.graph.version, filters, about: focus };
    return [
      { format: "CSV", name: "facts.csv", make: async () => factsCsv(await facts()) },
      { format: "JSON", name: "facts.json", make: async () => json({ ...described, facts: await facts() }) },
      { format: "GraphML", name: "facts.graphml", make: async () => graphml(await facts()) },
    ];
  }
}

/** The first fact of the page that the state names. */
function offsetIn(state: State): number {
  const page = Math.trunc(Number(state.options["page"] ?? 1));
  return page > 1 ? (page - 1) * SIZE : 0;
}

const wanted = (context: Context): Parameters => ({ about: context.state.focus });

function nothing(context: Context): Message {
  const text = "No fact is left by the filters at the side" + (context.state.focus.length > 0 ? " about who is in focus." : ".");
  const all = { text: "Clear the filters", act: () => context.go({ filters: NO_FILTERS }) };
  const everyone = { text: "Show all entities", act: () => context.go({ focus: [] }) };
  return new Message("No facts", text, context.state.focus.length > 0 ? [all, everyone] : [all]);
}

export const table: View = new Table();
