import type { Facets } from "../../api";
import { h, replace } from "../../dom";
import { number } from "../../wording/words";
import { NO_FILTERS, type Filters } from "../../state";
import { ProblemError } from "../../view";
import type { Application } from "../application";
import { filterParameters } from "../state/address";
import { choiceList, leastChoice, type ListName } from "./choices";
import { focusGroup } from "./focus";
import { Histogram } from "./histogram";

const TITLES: readonly (readonly [ListName, string])[] = [
  ["statuses", "Status"],
  ["relations", "Relation"],
  ["types", "Type of entity"],
  ["sources", "Source"],
];
const PERIOD = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";

/** What is wrong with a period that ends before it begins; empty if nothing is. */
const turned = ({ since, until }: Filters): string =>
  since !== null && until !== null && until < since.slice(0, until.length) ? `The period would end (${until}) before it begins (${since}).` : "";

/** The filters at the side: what each value would leave under all the others. */
export class FilterPanel {
  readonly element = h("aside", { class: "filters", "aria-label": "Filters" });
  private readonly histogram = new Histogram((since, until) => this.apply({ since, until }));
  private all: Facets | null = null;
  private shown = "";
  private running: AbortController | null = null;

  constructor(private readonly application: Application) {}

  private apply(change: Partial<Filters>): void {
    this.application.go({ filters: change });
  }

  async update(): Promise<void> {
    const { state, view } = this.application;
    const { filters } = state;
    const focus = view.focus === "side" ? state.focus.join("&") : "";
    const wanted = `${this.application.graph.version}?${filterParameters(filters).join("&")}#${focus}`;
    if (wanted === this.shown) return;
    this.running?.abort();
    const { signal } = (this.running = new AbortController());
    try {
      this.all ??= await this.application.ask<Facets>("facets", {}, { signal });
      const unfiltered = filterParameters(filters).length === 0;
      const now = unfiltered ? this.all : await this.application.ask<Facets>("facets", {}, { filtered: true, signal });
      const group = focus === "" ? null : await focusGroup(this.application, signal);
      signal.throwIfAborted();
      this.draw(this.all, now, filters, group);
      this.shown = wanted;
    } catch (error) {
      if (signal.aborted) return; // given up for a later one
      if (!(error instanceof ProblemError)) throw error;
      replace(this.element, h("p", { class: "warning" }, error.message));
    }
  }

  /** After the store changed. */
  forget(): void {
    this.all = null;
    this.shown = "";
  }

  private draw(all: Facets, now: Facets, filters: Filters, focus: HTMLElement | null): void {
    const focused = document.activeElement?.getAttribute("data-key");
    const top = this.element.scrollTop;
    this.histogram.draw(all.months, now.months, [filters.since, filters.until]);
    replace(this.element, this.head(all, now, filters), focus, this.time(now, filters),
      TITLES.map(([list, title]) => this.group(list, title, choiceList(list, all, now, filters, (change) => this.apply(change)))),
      this.group("sure", "How sure", [
        leastChoice("confidence", "Confidence", now.confidence, filters.confidence, (change) => this.apply(change)),
        leastChoice("support", "Releases", now.support, filters.support, (change) => this.apply(change)),
      ]));
    this.element.scrollTop = top;
    const again = focused && this.element.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`);
    if (again) again.focus();
  }

  private head(all: Facets, now: Facets, filters: Filters): HTMLElement {
    const some = filterParameters(filters).length > 0;
    const clear = h("button", { type: "button", "data-key": "clear", onclick: () => this.apply(NO_FILTERS) }, "Clear");
    return h("div", { class: "filter-head" }, h("h2", {}, "Filters"), some && clear,
      h("p", { class: "quiet total" }, some ? `${number(now.total)} of ${number(all.total)} facts` : `all ${number(all.total)} facts`));
  }

  private group(name: string, title: string, ...content: (HTMLElement | HTMLElement[])[]): HTMLElement {
    return h("section", { class: `group group-${name}` }, h("h3", {}, title), content);
  }

  private time(now: Facets, filters: Filters): HTMLElement {
    const end = (name: "since" | "until", label: string): HTMLElement => {
      const input = h("input", {
        type: "text", inputmode: "numeric", placeholder: label.toLowerCase(), pattern: PERIOD, maxlength: 10, value: filters[name] ?? "",
        "aria-label": label, "data-key": name, title: `${label}: a day, a month or a year, as 2024-03-31, 2024-03 or 2024`,
        onchange: () => {
          input.setCustomValidity(turned({ ...filters, [name]: input.value === "" ? null : input.value }));
          if (input.checkValidity()) this.apply({ [name]: input.value === "" ? null : input.value });
          else input.reportValidity();
        },
      });
      return input;
    };
    const undated = h("input", { type: "checkbox", checked: filters.undated, "data-key": "undated", onchange: () => this.apply({ undated: undated.checked }) });
    const group = this.group("time", "Time", h("div", {}, this.svg()),
      h("div", { class: "ends" }, end("since", "From"), h("span", { "aria-hidden": "true" }, "–"), end("until", "Until")),
      h("div", { class: "row" }, h("label", {}, undated, h("span", { class: "words" }, "without a date"), h("span", { class: "count" }, number(now.undated)))));
    if (now.beyond > 0) group.append(h("p", { class: "quiet told" }, `Not in the bars, being of another age: ${number(now.beyond)}.`));
    group.append(...this.undated(now, filters));
    return group;
  }

  /** That facts without a date stay in a period, and why they have none. */
  private undated(now: Facets, { since, until, undated }: Filters): HTMLElement[] {
    if (now.undated === 0) return [];
    const leave = h("button", { type: "button", class: "link", "data-key": "dated", onclick: () => this.apply({ undated: false }) }, "Leave them out");
    const within = h("p", { class: "quiet told" }, `${number(now.undated)} of these ${number(now.total)} facts have no date and stay in any period. `, leave);
    const why = h("details", { class: "told" }, h("summary", { "data-key": "why" }, "Why without a date?"),
      h("p", { class: "quiet" }, "A fact has the day that its sentence tells. “Today” or “May 11” tell none where the release says no day or year itself; “communique build --published DAY” gives releases their day."));
    return (since !== null || until !== null) && undated ? [within, why] : [why];
  }

  private svg(): HTMLElement {
    const holder = h("div", { class: "histogram-holder" });
    holder.append(this.histogram.element);
    return holder;
  }
}
