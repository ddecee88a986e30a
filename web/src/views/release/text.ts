import type { Entity, Release } from "../../api";
import { h } from "../../dom";
import { stateLink } from "../../reading/links";
import { passages, type Passage } from "../../reading/passages";
import type { Context } from "../../view";
import { marksOf, type Mark } from "./marks";

/** What a click in the text chooses. */
export interface Chooser {
  fact(key: string): void;
  entity(id: string): void;
}

/** The text with every mention and every quote marked; its characters are those of the ledger. */
export function markedText(context: Context, release: Release, text: string, choose: Chooser): HTMLElement {
  const pieces = passages(text, marksOf(release)).map((passage) => piece(context, passage, choose));
  return h("div", { class: "text", lang: "en" }, pieces);
}

function piece(context: Context, passage: Passage<Mark>, choose: Chooser): Node | string {
  if (passage.spans.length === 0) return passage.text;
  const entity = passage.spans.find((span) => span.entity !== null)?.entity ?? null;
  const keys = passage.spans.flatMap((span) => (span.key === null ? [] : [span.key]));
  const attributes = { "data-start": passage.start, "data-keys": keys.join(" ") };
  if (entity !== null) return mention(context, entity, passage.text, attributes, choose);
  const next = (event: MouseEvent): void => {
    event.stopPropagation();
    if (getSelection()?.isCollapsed !== false) choose.fact(after(keys, context.state.options["statement"]));
  };
  return h("span", { ...attributes, class: "quoted", onclick: next }, passage.text);
}

function mention(context: Context, entity: Entity, text: string, attributes: Record<string, string | number>, choose: Chooser): HTMLElement {
  const classes = `mention is-${entity.type.toLowerCase()}${attributes["data-keys"] === "" ? "" : " quoted"}`;
  const link = stateLink(context, { view: "entity", item: entity.id }, { ...attributes, class: classes, "data-entity": entity.id, title: `${entity.name} (${entity.type})` }, text);
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    choose.entity(entity.id);
  }, { capture: true });
  return link;
}

/** The key after the chosen one, so that clicks go through all facts that rest on the same words. */
function after(keys: readonly string[], chosen: string | undefined): string {
  const place = chosen === undefined ? -1 : keys.indexOf(chosen);
  return keys[(place + 1) % keys.length] ?? "";
}

/** Shows what is chosen in the text, and brings the first of it into sight. */
export function highlight(text: Element, keys: ReadonlySet<string>, entity: string | null): void {
  let first: Element | null = null;
  for (const one of text.querySelectorAll<HTMLElement>("[data-keys]")) {
    const quoted = (one.dataset["keys"] ?? "").split(" ").some((key) => keys.has(key));
    const named = entity !== null && one.dataset["entity"] === entity;
    one.classList.toggle("chosen", quoted);
    one.classList.toggle("named", named);
    if ((quoted || named) && first === null) first = one;
  }
  if (first !== null && !isInSight(first)) {
    first.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  }
}

function isInSight(element: Element): boolean {
  const sight = element.closest(".body")?.getBoundingClientRect();
  const { top, bottom } = element.getBoundingClientRect();
  return sight !== undefined && top >= sight.top && bottom <= sight.bottom;
}
