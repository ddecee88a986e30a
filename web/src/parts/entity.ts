import type { Entity } from "../api";
import { h } from "../dom";
import type { Context } from "../view";
import { shape } from "../drawing/shapes";

/** Name and shape of an entity; a click opens its page. */
export function entityLink(context: Context, entity: Entity): HTMLButtonElement {
  const open = (): void => context.go({ view: "entity", item: entity.id });
  return h("button", { type: "button", class: "entity-link", onclick: open, title: `${entity.name} (${entity.type})` },
    shape(entity.type), h("span", {}, entity.name));
}

/** The same without a click. */
export const entityName = (entity: Entity): HTMLSpanElement =>
  h("span", { class: "entity-name" }, shape(entity.type), h("span", {}, entity.name));
