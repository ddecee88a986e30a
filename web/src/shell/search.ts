import type { Found, NamedEntity } from "../api";
import { h, replace } from "../dom";
import { shape } from "../parts/shapes";
import { number } from "../parts/words";
import type { Context } from "../view";
import { ProblemError } from "../view";

const WAIT = 120; // ms after the last key

/** Finds an entity by name or alias; the views get it as focus. A combobox by the ARIA pattern. */
export class SearchBox {
  private readonly list = h("ul", { class: "found", id: "found", role: "listbox", "aria-label": "Found", hidden: true });
  private readonly input = h("input", {
    type: "search", role: "combobox", autocomplete: "off", spellcheck: "false", maxlength: 200,
    placeholder: "Search people, countries, organisations …   /", "aria-label": "Search",
    "aria-expanded": "false", "aria-controls": "found", "aria-autocomplete": "list",
  });
  readonly element = h("div", { class: "search", role: "search" }, this.input, this.list);
  private found: readonly NamedEntity[] = [];
  private marked = -1;
  private timer = 0;
  private running: AbortController | null = null;

  constructor(private readonly context: Context) {
    this.input.addEventListener("input", () => this.later());
    this.input.addEventListener("focus", () => this.later());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.element.addEventListener("focusout", () => setTimeout(() => this.closeUnlessFocused(), 150));
  }

  focus(): void {
    this.input.focus();
    this.input.select();
  }

  private closeUnlessFocused(): void {
    if (!this.element.contains(document.activeElement)) this.close();
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.look(), WAIT);
  }

  private async look(): Promise<void> {
    this.running?.abort();
    const run = (this.running = new AbortController());
    const wanted = this.input.value.trim();
    if (wanted === "") {
      this.offer(this.context.graph.prominent.slice(0, 10), "Best connected");
      return;
    }
    try {
      const found = await this.context.ask<Found>("search", { q: wanted }, { signal: run.signal });
      this.offer(found.entities, found.entities.length > 0 ? "" : `Nothing is called “${wanted}”. Part of a name is enough.`);
    } catch (error) {
      if (error instanceof ProblemError) this.offer([], error.message);
      else if (!run.signal.aborted) throw error;
    }
  }

  private offer(entities: readonly NamedEntity[], head: string): void {
    if (document.activeElement !== this.input) return;
    this.found = entities;
    this.marked = -1;
    replace(this.list, head !== "" && h("li", { class: "quiet head", role: "presentation" }, head),
      entities.map((entity, index) => this.option(entity, index)));
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.input.removeAttribute("aria-activedescendant");
  }

  private option(entity: NamedEntity, index: number): HTMLLIElement {
    const also = entity.aliases.filter((alias) => alias !== entity.name).slice(0, 2).join(", ");
    const option = h("li", { role: "option", id: `found-${index}`, "aria-selected": "false" },
      shape(entity.type), h("span", { class: "name" }, entity.name, also !== "" && h("small", { class: "quiet" }, also)),
      h("span", { class: "count" }, number(entity.facts)));
    option.addEventListener("mousedown", (event) => {
      event.preventDefault();
      this.choose(entity, event.shiftKey || event.ctrlKey);
    });
    return option;
  }

  private key(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && this.found.length > 0) this.mark(step);
    else if (event.key === "Enter") this.enter(event.shiftKey);
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
  }

  private mark(step: number): void {
    this.marked = (this.marked + step + this.found.length + (this.marked < 0 && step < 0 ? 1 : 0)) % this.found.length;
    const options = this.list.querySelectorAll<HTMLElement>("[role=option]");
    options.forEach((option, index) => option.setAttribute("aria-selected", String(index === this.marked)));
    options[this.marked]?.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", `found-${this.marked}`);
  }

  private enter(adding: boolean): void {
    const entity = this.found[Math.max(this.marked, 0)];
    if (entity && !this.list.hidden) this.choose(entity, adding);
  }

  /** The entity becomes the focus, or one more of it; views that have no focus give way to the entity's page. */
  private choose(entity: NamedEntity, adding: boolean): void {
    const { state } = this.context;
    this.close();
    this.input.value = "";
    const focus = adding ? [...state.focus.filter((id) => id !== entity.id), entity.id] : [entity.id];
    if (FOCUSED.has(state.view)) this.context.go({ focus });
    else this.context.go({ view: "entity", item: entity.id, focus });
    this.context.announce(`${entity.name} is in focus`);
  }

  private close(): void {
    clearTimeout(this.timer);
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
  }
}

const FOCUSED = new Set(["network", "timeline", "matrix", "table"]);
