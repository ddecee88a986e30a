import type { NamedEntity } from "../api";
import { h, replace } from "../dom";
import { ProblemError } from "../view";
import { shape } from "../drawing/shapes";
import { number } from "../wording/words";

const WAIT = 120; // ms after the last key

/** Entities to choose from, below a line that says what they are or why there are none. */
export interface Offer {
  entities: readonly NamedEntity[];
  head: string;
}

interface Completing {
  /** Of its own on the page. */
  id: string;
  label: string;
  /** What fits a text; null for no list. */
  offer(text: string, signal: AbortSignal): Promise<Offer | null>;
  chosen(entity: NamedEntity, adding: boolean): void;
  /** Whether the list opens on focus, and Enter takes its first where none is marked. */
  eager: boolean;
}

/** A list below a field, from which an entity is chosen. A combobox by the ARIA pattern. */
export class Completion {
  readonly list: HTMLUListElement;
  private found: readonly NamedEntity[] = [];
  private marked = -1;
  private timer = 0;
  private running: AbortController | null = null;

  constructor(private readonly input: HTMLInputElement, private readonly wanted: Completing) {
    const { id, label, eager } = wanted;
    this.list = h("ul", { class: "found", id, role: "listbox", "aria-label": `${label}: found`, hidden: true });
    const attributes = { role: "combobox", autocomplete: "off", spellcheck: "false", maxlength: "200", "aria-expanded": "false", "aria-controls": id, "aria-autocomplete": "list" };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
    input.addEventListener("input", () => this.later());
    if (eager) input.addEventListener("focus", () => this.later());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.look(), WAIT);
  }

  private async look(): Promise<void> {
    this.running?.abort();
    const run = (this.running = new AbortController());
    try {
      this.show(await this.wanted.offer(this.input.value.trim(), run.signal));
    } catch (error) {
      if (error instanceof ProblemError) this.show({ entities: [], head: error.message });
      else if (!run.signal.aborted) throw error;
    }
  }

  private show(offer: Offer | null): void {
    if (offer === null) return this.close();
    if (document.activeElement !== this.input) return;
    this.found = offer.entities;
    this.marked = -1;
    replace(this.list, offer.head !== "" && h("li", { class: "quiet head", role: "presentation" }, offer.head),
      offer.entities.map((entity, index) => this.option(entity, index)));
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.input.removeAttribute("aria-activedescendant");
  }

  private option(entity: NamedEntity, index: number): HTMLLIElement {
    const also = entity.aliases.filter((alias) => alias !== entity.name).slice(0, 2).join(", ");
    const option = h("li", { role: "option", id: `${this.wanted.id}-${index}`, "aria-selected": "false" },
      shape(entity.type), h("span", { class: "name" }, entity.name, also !== "" && h("small", { class: "quiet" }, also)),
      h("span", { class: "count" }, number(entity.facts)));
    option.addEventListener("mousedown", (event) => this.choose(entity, event.shiftKey || event.ctrlKey));
    return option;
  }

  private key(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && this.found.length > 0 && !this.list.hidden) this.mark(step);
    else if (event.key === "Enter" && this.enters()) this.enter(event.shiftKey);
    else if (event.key === "Escape" && !this.list.hidden) this.close();
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

  /** Whether Enter chooses; else it is the form's. */
  private enters(): boolean {
    return this.wanted.eager || (this.marked >= 0 && !this.list.hidden);
  }

  private enter(adding: boolean): void {
    const entity = this.found[Math.max(this.marked, 0)];
    if (entity && !this.list.hidden) this.choose(entity, adding);
  }

  private choose(entity: NamedEntity, adding: boolean): void {
    this.close();
    this.wanted.chosen(entity, adding);
  }

  private close(): void {
    clearTimeout(this.timer);
    this.running?.abort();
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
  }
}
