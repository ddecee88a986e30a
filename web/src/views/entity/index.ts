import "./entity.css";
import type { EntityPage, Fact } from "../../api";
import { h, replace } from "../../dom";
import { json } from "../../export/cells";
import { factsCsv } from "../../export/facts";
import { markChosen } from "../../reading/facts";
import { remember } from "../../reading/names";
import { toldFacts } from "../../reading/told";
import { columnsFrom } from "../../reading/towards";
import { Message, orGone, ProblemError, type Context, type Export, type View } from "../../view";
import { activity } from "./activity";
import { beginning } from "./beginning";
import { header } from "./header";
import { neighbours, offices, releases } from "./lists";
import { section } from "./section";

/** All that is told of one entity. */
class EntityView implements View {
  readonly name = "entity";
  readonly title = "Entity";
  readonly filtered = false;
  private context: Context | null = null;
  private page: EntityPage | null = null;

  async show(root: HTMLElement, context: Context, signal: AbortSignal): Promise<void | Message> {
    this.context = context;
    this.page = null;
    const id = context.state.item ?? context.state.focus[0];
    if (id === undefined) {
      replace(root, beginning(context));
      return;
    }
    const page = await orGone(context.ask<EntityPage>(`entities/${encodeURIComponent(id)}`, {}, { signal }));
    if (page instanceof ProblemError) {
      const other = { text: "Choose another", act: () => context.go({ item: null, focus: [] }) };
      return new Message("No such entity", page.message, [other]);
    }
    this.page = page;
    remember(context, [page.entity, ...page.neighbours]);
    replace(root, drawn(context, page));
    root.scrollTop = 0;
    markChosen(root, context.state.selected);
    root.addEventListener("click", () => markChosen(root, context.state.selected), { signal });
  }

  exports(): readonly Export[] {
    const { context, page } = this;
    if (context === null || page === null) return [];
    const keys = factsOf(page).map((fact) => fact.key);
    const name = page.entity.id;
    return [
      { format: "CSV", name: `${name}.csv`, make: async () => factsCsv(await toldFacts(context, keys)) },
      { format: "JSON", name: `${name}.json`, make: async () => json({ ...page, facts: await toldFacts(context, keys) }) },
    ];
  }
}

function factsOf(page: EntityPage): Fact[] {
  const all = [...page.meetings, ...page.visits, ...page.operations, ...page.others];
  return [...new Map(all.map((fact) => [fact.key, fact])).values()];
}

function drawn(context: Context, page: EntityPage): HTMLElement {
  const columns = columnsFrom(page.entity.id, factsOf(page));
  const sections = [
    offices(context, page),
    section(context, columns, "Meetings", page.meetings),
    section(context, columns, "Visits", page.visits),
    section(context, columns, "Operations and events", page.operations),
    section(context, columns, "Other facts", page.others),
  ];
  const shown = sections.some((one) => one !== null);
  const none = h("p", { class: "quiet" }, "The graph tells nothing more about it.");
  return h("article", { class: "entity" },
    header(context, page),
    h("div", { class: "columns" },
      h("div", { class: "main" }, activity(context, [...page.meetings, ...page.visits]), shown ? sections : none),
      h("div", { class: "beside" }, neighbours(context, page), releases(context, page))));
}

export const entity: View = new EntityView();
