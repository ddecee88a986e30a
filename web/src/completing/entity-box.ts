import type { EntityType, Found } from "../api";
import { h } from "../dom";
import { Completion, type Offer } from "./completion";
import type { Context } from "../view";
import { entityOf, remember } from "../reading/names";

const MOST = 8;

/** A field for an entity: names are completed, and a name that is typed is taken as it is. */
export class EntityBox {
  readonly input: HTMLInputElement;
  readonly element: HTMLElement;
  private chosen: { id: string; name: string } | null = null;

  constructor(private readonly context: Context, id: string, private readonly types: readonly EntityType[], required: boolean) {
    this.input = h("input", { type: "text", id, required, "aria-describedby": `${id}-told` });
    const completion = new Completion(this.input, {
      id: `${id}-found`,
      label: "Names",
      eager: false,
      offer: (text, signal) => this.offer(text, signal),
      chosen: (entity) => {
        this.chosen = { id: entity.id, name: entity.name };
        this.input.value = entity.name;
      },
    });
    this.element = h("div", { class: "entity-box" }, this.input, completion.list);
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

  private async offer(text: string, signal: AbortSignal): Promise<Offer | null> {
    if (text === "") return null;
    const { entities } = await this.context.ask<Found>("search", { q: text, type: this.types, limit: MOST }, { signal });
    remember(this.context, entities);
    return entities.length === 0 ? null : { entities, head: "" };
  }
}
