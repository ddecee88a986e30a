import type { Questions } from "../../api";
import { h, replace } from "../../dom";
import { stateLink } from "../../reading/links";
import type { Context } from "../../view";

export type Question = Questions["questions"][number];

/** The questions by group, with a field that narrows them down. */
export class Catalogue {
  private readonly input = h("input", { type: "search", "aria-label": "Search the questions", placeholder: "Find a question", maxlength: 100 });
  private readonly groups = h("div", { class: "groups" });
  readonly element = h("nav", { class: "catalogue", "aria-label": "Questions" }, this.input, this.groups);

  constructor(private readonly context: Context, private readonly questions: readonly Question[]) {
    const free = { view: "questions", item: null, options: { cypher: "" } };
    if (context.graph.cypher) this.element.append(h("p", { class: "free" }, stateLink(context, free, {}, "Free Cypher …")));
    this.input.addEventListener("input", () => this.draw());
    this.draw();
  }

  private draw(): void {
    const words = this.input.value.toLowerCase().split(/\s+/).filter((word) => word !== "");
    const fits = (one: Question): boolean => words.every((word) => `${one.question} ${one.name}`.toLowerCase().includes(word));
    const fitting = this.questions.filter(fits);
    const groups = [...new Set(fitting.map((one) => one.group))];
    const none = h("p", { class: "quiet" }, "No question has these words.");
    replace(this.groups, fitting.length === 0 && none, groups.map((group) =>
      h("section", {}, h("h2", {}, capital(group)),
        h("ul", {}, fitting.filter((one) => one.group === group).map((one) => this.item(one))))));
    this.mark();
  }

  private item(one: Question): HTMLLIElement {
    return h("li", {}, stateLink(this.context, { view: "questions", item: one.name, options: {} }, { "data-question": one.name }, one.question));
  }

  mark(name = this.context.state.item): void {
    for (const link of this.groups.querySelectorAll<HTMLElement>("[data-question]")) {
      link.setAttribute("aria-current", String(link.dataset["question"] === name));
    }
  }
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
