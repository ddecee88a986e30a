import { h, redraw, replace } from "../../../dom";
import { counted, number } from "../../../wording/words";
import { SearchBox } from "../../../shell/header/search";
import type { Context } from "../../../view";
import type { Network } from "../../../api";
import type { Part } from "../merging";
import { MOST, without, type NetworkOptions } from "../options";

/** What the bar above the canvas can be asked for. */
export interface Wishes {
  options(change: Partial<NetworkOptions>): void;
  focus(ids: readonly string[]): void;
  fit(): void;
  zoom(factor: number): void;
  again(): void;
  pathTo(id: string): void;
  notPath(): void;
}

export interface Told {
  network: Network;
  part: Part;
  focus: readonly string[];
  options: NetworkOptions;
  names: ReadonlyMap<string, string>;
}

function button(words: string, label: string, act: () => void, pressed: boolean | null = null): HTMLButtonElement {
  const spoken = /[a-z]{2}/i.test(words) ? null : label; // what is written in words is its own name
  return h("button", { type: "button", title: label, "aria-label": spoken, "aria-pressed": pressed === null ? null : String(pressed), onclick: act }, words);
}

/** Name and a cross to take it out. */
function chip(name: string, label: string, act: () => void): HTMLElement {
  return h("span", { class: "token" }, name, h("button", { type: "button", "aria-label": label, title: label, onclick: act }, "✕"));
}

function foci({ focus, names, options }: Told, wishes: Wishes): HTMLElement {
  if (options.path) {
    const [from, to] = options.path.map((id) => names.get(id) ?? id);
    return chip(`Path from ${from} to ${to}`, "Back to the network", () => wishes.options({ path: null }));
  }
  if (options.only.length > 0) {
    return chip(`Only ${counted(options.only.length, "fact")} of an answer`, "Show all around the focus", () => wishes.options({ only: [] }));
  }
  if (focus.length === 0) return h("span", {}, "Search, or click one, to begin.");
  return h("span", { class: "tokens" }, focus.map((id) =>
    chip(names.get(id) ?? id, `Take ${names.get(id) ?? id} out of the focus`, () => wishes.focus(without(focus, id)))));
}

function changes({ options, names }: Told, wishes: Wishes): (HTMLElement | false)[] {
  const name = (id: string): string => names.get(id) ?? id;
  const expanded = [...new Set(options.expanded)];
  return [
    options.hidden.length > 0 && chip(`${options.hidden.length} hidden`, `Show again: ${options.hidden.map(name).join(", ")}`, () => wishes.options({ hidden: [] })),
    options.collapsed.length > 0 && chip(`${options.collapsed.length} collapsed`, `Open again: ${options.collapsed.map(name).join(", ")}`, () => wishes.options({ collapsed: [] })),
    expanded.length > 0 && chip(`${expanded.length} expanded`, `Not expanded: ${expanded.map(name).join(", ")}`, () => wishes.options({ expanded: [] })),
    options.pins.size > 0 && chip(`${options.pins.size} pinned`, "Unpin all", () => wishes.options({ pins: new Map() })),
  ];
}

/** Links that rest on few facts are left out, to see those that matter. */
function leastFacts(options: NetworkOptions, wishes: Wishes): HTMLElement {
  const select = h("select", { title: "Leave out links of fewer facts", onchange: () => wishes.options({ least: Number(select.value) }) },
    [1, 2, 3, 5, 10].map((least) => h("option", { value: least, selected: options.least === least }, least === 1 ? "all links" : `${least}+ facts`)));
  return h("label", {}, h("span", { class: "unseen" }, "Links"), select);
}

/** Above the canvas: what is in the middle, how far it reaches, and the view's own buttons. */
export class Bar {
  readonly element = h("div", { class: "network-bar", role: "toolbar", "aria-label": "Network" });
  readonly status = h("p", { class: "network-status quiet", role: "status", "aria-label": "Network" });
  private readonly prompt = h("div", { class: "path-prompt", hidden: true });

  constructor(private readonly context: Context, private readonly wishes: Wishes) {}

  update(told: Told): void {
    const { options, focus } = told;
    const { wishes } = this;
    const depth = (steps: 1 | 2): HTMLElement =>
      button(String(steps), `${counted(steps, "step")} from the focus`, () => wishes.options({ depth: steps }), options.depth === steps);
    redraw(this.element, foci(told, wishes), this.status, h("span", { class: "spring" }),
      !options.path && leastFacts(options, wishes),
      focus.length > 0 && !options.path && options.only.length === 0 && h("span", { class: "joined", role: "group", "aria-label": "Steps" }, h("span", { class: "quiet" }, "Steps"), depth(1), depth(2)),
      h("span", { class: "joined" }, button("−", "Zoom out (-)", () => wishes.zoom(1 / 1.35)), button("+", "Zoom in (+)", () => wishes.zoom(1.35)),
        button("Fit", "Show all (0)", () => wishes.fit())),
      button("Layout", "Lay out again: place all nodes anew but the pinned ones", () => wishes.again()),
      !options.path && h("div", { class: "network-changes" }, changes(told, wishes)), this.prompt);
    this.tell(told);
  }

  private tell({ network, part, options, focus }: Told): void {
    const more = Math.min(MOST, network.total, options.limit * 2);
    const cut = network.truncated && focus.length > 0;
    const all = network.total === part.nodes.length;
    replace(this.status, part.nodes.length === 0 ? `No link rests on ${options.least} facts` : all ? counted(network.total, "entity", "entities") : `${number(part.nodes.length)} of ${focus.length === 0 ? counted(network.total, "entity", "entities") : number(network.total)}`,
      cut && more > options.limit && [" ", h("button", { type: "button", class: "link", title: "The best linked are shown first", onclick: () => this.wishes.options({ limit: more }) }, `Show ${number(more)}`)],
      cut && more <= options.limit && ", best linked first: filter, or focus on another, to see the rest");
  }

  /** Asks for the other end of a path; null stops asking. */
  askPath(name: string | null): void {
    this.prompt.hidden = name === null;
    if (name === null) return;
    const search = new SearchBox(this.context, {
      id: "path-found", label: "Other end of the path", placeholder: "search for the other end", chosen: (entity) => this.wishes.pathTo(entity.id),
    });
    replace(this.prompt, h("span", {}, `Path from ${name}: click a node or `), search.element,
      h("button", { type: "button", onclick: () => this.wishes.notPath() }, "Cancel"));
    search.focus();
  }
}
