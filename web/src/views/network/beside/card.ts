import type { Edge } from "../../../api";
import { h, redraw } from "../../../dom";
import { entityName } from "../../../parts/entity";
import { line } from "../../../drawing/shapes";
import { counted, familyOf, relationWords, spanWords, statusWords } from "../../../wording/words";
import type { Drawn, Part } from "../merging";

/** What can be done with the node that is selected. */
export interface Deeds {
  focus(id: string, adding: boolean): void;
  expand(id: string, on: boolean): void;
  collapse(id: string, on: boolean): void;
  pin(id: string, on: boolean): void;
  hide(id: string): void;
  pathFrom(id: string): void;
  page(id: string): void;
  select(id: string): void;
  back(): void;
  evidence(edge: Edge): void;
}

interface Neighbour {
  node: Drawn;
  edge: Edge;
}

/** Edges at the node with who is at the other end; the strongest first. */
export function neighboursOf(id: string, part: Part): Neighbour[] {
  const nodes = new Map(part.nodes.map((node) => [node.id, node]));
  const found = part.edges.flatMap((edge) => {
    const other = edge.source === id ? edge.target : edge.target === id ? edge.source : null;
    const node = other === null ? undefined : nodes.get(other);
    return node ? [{ node, edge }] : [];
  });
  return found.sort((one, two) => two.edge.count - one.edge.count || (one.node.name < two.node.name ? -1 : 1));
}

function button(words: string, act: () => void, pressed: boolean | null = null, title = ""): HTMLButtonElement {
  return h("button", { type: "button", onclick: act, "aria-pressed": pressed === null ? null : String(pressed), title: title || null }, words);
}

/** What the card tells of besides the node itself. */
export interface Around {
  part: Part;
  expanded: boolean;
  /** Neighbours that expanding it would add. */
  adds: number;
}

/** Says how many it adds, which may be fewer than are not shown. */
function expandButtons(node: Drawn, { expanded, adds }: Around, deeds: Deeds): HTMLButtonElement[] {
  const words = expanded ? `Expand ${adds} more` : adds < node.hidden ? `Expand ${adds} of ${node.hidden}` : `Expand ${adds}`;
  return [
    ...(expanded ? [button("Expanded", () => deeds.expand(node.id, false), true, "Take away what was added")] : []),
    ...(adds > 0 ? [button(words, () => deeds.expand(node.id, true), null, "Show its neighbours, best linked first (E, double click)")] : []),
  ];
}

function deedButtons(node: Drawn, around: Around, deeds: Deeds): HTMLButtonElement[] {
  return [
    ...(node.focus ? [] : [button("Focus", () => deeds.focus(node.id, false), null, "Put it alone in the middle (F)"),
      button("Add to focus", () => deeds.focus(node.id, true), null, "Put it in the middle besides (Shift click)")]),
    ...expandButtons(node, around, deeds),
    button(node.collapsed ? "Collapsed" : "Collapse", () => deeds.collapse(node.id, !node.collapsed), node.collapsed, "Take away what hangs on it alone (C)"),
    button(node.pinned ? "Pinned" : "Pin", () => deeds.pin(node.id, !node.pinned), node.pinned, "Keep its place, also in the link (P)"),
    button("Hide", () => deeds.hide(node.id), null, "Take it away (H)"),
    button("Path to …", () => deeds.pathFrom(node.id), null, "The shortest way to another"),
    button("Page", () => deeds.page(node.id), null, "Everything about it"),
  ];
}

function neighbourRow({ node, edge }: Neighbour, id: string, deeds: Deeds): HTMLLIElement {
  const outward = edge.source === id || edge.symmetric;
  const words = outward ? relationWords(edge.relation) : `${relationWords(edge.relation)} it`;
  const told = [words, edge.first !== null && spanWords(edge.first, edge.last)].filter(Boolean).join(", ");
  const planned = edge.status === "planned" || edge.status === "mixed";
  return h("li", {},
    h("button", { type: "button", class: "neighbour", "data-node": node.id, onclick: () => deeds.select(node.id) },
      line(familyOf(edge.relation), edge.status === "planned"), entityName(node),
      h("small", { class: "quiet" }, told, planned && [" · ", h("span", { class: "planned" }, statusWords(edge.status))])),
    h("button", { type: "button", class: "link count", title: "Read the evidence", "aria-label": `Evidence: ${node.name}, ${told}`,
      onclick: () => deeds.evidence(edge) }, counted(edge.count, "fact")));
}

/** Up and down go along the list, right to the neighbour itself, left back. */
function walk(event: KeyboardEvent, deeds: Deeds): void {
  const rows = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLButtonElement>("button.neighbour")];
  const at = rows.indexOf(document.activeElement as HTMLButtonElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step !== undefined) rows[(at + step + rows.length) % rows.length]?.focus();
  else if (event.key === "ArrowRight" && at >= 0) rows[at]?.click();
  else if (event.key === "ArrowLeft") deeds.back();
  else return;
  event.preventDefault();
}

/** The card of the node that is selected, with its neighbours as a list. */
export function showCard(slot: HTMLElement, node: Drawn, around: Around, deeds: Deeds): void {
  const near = neighboursOf(node.id, around.part);
  const told = [node.type, counted(node.facts, "fact"), node.hidden > 0 && `${counted(node.hidden, "neighbour")} not shown`];
  redraw(slot, h("section", { class: "node-card", "aria-label": "Selected" },
    h("h2", { "aria-live": "polite" }, entityName(node)),
    h("p", { class: "quiet meta" }, told.filter(Boolean).join(" · ")),
    h("div", { class: "deeds" }, deedButtons(node, around, deeds)),
    h("h3", {}, counted(near.length, "link")),
    h("ul", { class: "neighbours", onkeydown: (event: KeyboardEvent) => walk(event, deeds) },
      near.map((neighbour) => neighbourRow(neighbour, node.id, deeds)))));
}
