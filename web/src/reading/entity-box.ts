import type { EntityType, Found, NamedEntity } from "../api";
import { h, replace } from "../dom";
import { shape } from "../parts/shapes";
import { number } from "../parts/words";
import { ProblemError, type Context } from "../view";
import { entityOf, remember } from "./names";

const WAIT = 120; // ms after the last key
const MOST = 8;

/** A field for an entity: names are completed, and a name that is typed is taken as it is. */
export class EntityBox {
  readonly input: HTMLInputElement;
  readonly element: HTMLElement;
  private readonly list: HTMLUListElement;
  private found: readonly NamedEntity[] = [];
  private marked = -1;
  private chosen: { id: string; name: string } | null = null;
  private timer = 0;
  private running: AbortController | null = null;

  constructor(private readonly context: Context, id: string, private readonly types: readonly EntityType[], required: boolean) {
    this.list = h("ul", { class: "found", id: `${id}-found`, role: "listbox", "aria-label": "Names", hidden: true });
    this.input = h("input", {
      type: "text", id, role: "combobox", autocomplete: "off", spellcheck: "false", maxlength: 200, required,
      "aria-expanded": "false", "aria-controls": `${id}-found`, "aria-autocomplete": "list", "aria-describedby": `${id}-told`,
    });
    this.element = h("div", { class: "entity-box" }, this.input, this.list);
    this.input.addEventListener("input", () => this.later());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => this.close());
  }

  /** What the server is told: the id that was chosen, or what was typed. */
  get value(): string {
    const typed = this.input.value.trim();
    return this.chosen !== null && this.chosen.name === typed ? this.chosen.id : typed;
  }

  /** Takes an id or a name; an id is shown by its name as soon as that is known. */
  async take(value: string, signal: AbortSignal): Promise<void> {
    this.input.value = value;
    if (!/^[a-z]+-\S+$/.test(value)) return;
    const entity = await entityOf(this.context, value, signal);
    if (entity === null || this.input.value !== value) return;
    this.input.value = entity.name;
    this.chosen = { id: value, name: entity.name };
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.look(), WAIT);
  }

  private async look(): Promise<void> {
    this.running?.abort();
    const run = (this.running = new AbortController());
    const q = this.input.value.trim();
    if (q === "") return this.close();
    try {
      const { entities } = await this.context.ask<Found>("search", { q, type: this.types, limit: MOST }, { signal: run.signal });
      remember(entities);
      this.offer(entities);
    } catch (error) {
      if (!(error instanceof ProblemError) && !run.signal.aborted) throw error;
    }
  }

  private offer(entities: readonly NamedEntity[]): void {
    this.found = entities;
    this.marked = -1;
    const open = entities.length > 0 && document.activeElement === this.input;
    replace(this.list, entities.map((entity, place) => this.option(entity, place)));
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
    this.input.removeAttribute("aria-activedescendant");
  }

  private option(entity: NamedEntity, place: number): HTMLLIElement {
    const choose = (event: MouseEvent): void => {
      event.preventDefault();
      this.choose(entity);
    };
    return h("li", { role: "option", id: `${this.input.id}-${place}`, "aria-selected": "false", onmousedown: choose },
      shape(entity.type), h("span", { class: "name" }, entity.name), h("span", { class: "count" }, number(entity.facts)));
  }

  private key(event: KeyboardEvent): void {
    if (this.list.hidden) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const marked = this.found[this.marked];
    if (step !== undefined) this.mark(step);
    else if (event.key === "Enter" && marked !== undefined) this.choose(marked);
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
  }

  private mark(step: number): void {
    const count = this.found.length;
    this.marked = this.marked < 0 && step < 0 ? count - 1 : (this.marked + step + count) % count;
    [...this.list.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === this.marked)));
    this.input.setAttribute("aria-activedescendant", `${this.input.id}-${this.marked}`);
  }

  private choose(entity: NamedEntity): void {
    this.chosen = { id: entity.id, name: entity.name };
    this.input.value = entity.name;
    this.close();
  }

  private close(): void {
    clearTimeout(this.timer);
    this.running?.abort();
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
  }
}
