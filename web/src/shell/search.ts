import type { Found, NamedEntity } from "../api";
import { h, replace } from "../dom";
import { shape } from "../parts/shapes";
import { number } from "../parts/words";
import type { Context } from "../view";
import { ProblemError } from "../view";

const WAIT = 120; // ms after the last key

export interface Wanted {
  /** Of its own on the page. */
  id: string;
  label: string;
  placeholder: string;
  chosen(entity: NamedEntity, adding: boolean): void;
}

/** Finds an entity by name or alias. A combobox by the ARIA pattern. */
export class SearchBox {
  private readonly list: HTMLUListElement;
  private readonly input: HTMLInputElement;
  readonly element: HTMLElement;
  private found: readonly NamedEntity[] = [];
  private marked = -1;
  private timer = 0;
  private running: AbortController | null = null;

  constructor(private readonly context: Context, private readonly wanted: Wanted) {
    const { id, label, placeholder } = wanted;
    this.list = h("ul", { class: "found", id, role: "listbox", "aria-label": `${label}: found`, hidden: true });
    this.input = h("input", {
      type: "search", role: "combobox", autocomplete: "off", spellcheck: "false", maxlength: 200, placeholder, "aria-label": label,
      "aria-expanded": "false", "aria-controls": id, "aria-autocomplete": "list",
    });
    this.element = h("div", { class: "search" }, this.input, this.list);
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
    const option = h("li", { role: "option", id: `${this.wanted.id}-${index}`, "aria-selected": "false" },
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
    this.input.setAttribute("aria-activedescendant", `${this.wanted.id}-${this.marked}`);
  }

  private enter(adding: boolean): void {
    const entity = this.found[Math.max(this.marked, 0)];
    if (entity && !this.list.hidden) this.choose(entity, adding);
  }

  private choose(entity: NamedEntity, adding: boolean): void {
    this.close();
    this.input.value = "";
    this.wanted.chosen(entity, adding);
  }

  private close(): void {
    clearTimeout(this.timer);
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
  }
}
