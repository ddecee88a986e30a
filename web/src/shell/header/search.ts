import type { Found, NamedEntity } from "../../api";
import { h } from "../../dom";
import { Completion, type Offer } from "../../completing/completion";
import type { Context } from "../../view";

const BEST = 10;

export interface Wanted {
  /** Of its own on the page. */
  id: string;
  label: string;
  placeholder: string;
  chosen(entity: NamedEntity, adding: boolean): void;
}

/** Finds an entity by name or alias. */
export class SearchBox {
  private readonly input: HTMLInputElement;
  readonly element: HTMLElement;

  constructor(private readonly context: Context, { id, label, placeholder, chosen }: Wanted) {
    this.input = h("input", { type: "search", placeholder, "aria-label": label });
    const completion = new Completion(this.input, {
      id,
      label,
      eager: true,
      offer: (text, signal) => this.offer(text, signal),
      chosen: (entity, adding) => {
        this.input.value = "";
        chosen(entity, adding);
      },
    });
    this.element = h("div", { class: "search" }, this.input, completion.list);
  }

  focus(): void {
    this.input.focus();
    this.input.select();
  }

  private async offer(text: string, signal: AbortSignal): Promise<Offer> {
    if (text === "") return { entities: this.context.graph.prominent.slice(0, BEST), head: "Best connected" };
    const { entities } = await this.context.ask<Found>("search", { q: text }, { signal });
    return { entities, head: entities.length > 0 ? "" : `Nothing is called “${text}”. Part of a name is enough.` };
  }
}
