import type { Edge } from "../../api";
import type { Wishes } from "./beside/bar";
import type { Deeds as CardDeeds } from "./beside/card";
import type { Listener } from "./drawing/picture";
import type { NetworkView } from "./network";
import { counted } from "../../wording/words";
import { MOST, without, withOne, writeOptions, type NetworkOptions, type Point } from "./options";

/** What the user does with the network; each a step that can be undone. */
export class Deeds implements CardDeeds {
  private readonly way: string[] = [];

  constructor(private readonly view: NetworkView) {}

  change(change: Partial<NetworkOptions>): void {
    const { context, options } = this.view;
    context.go({ options: writeOptions({ ...options, ...change }) });
  }

  focus(id: string, adding: boolean): void {
    const { state } = this.view.context;
    this.focusOn(adding ? withOne(state.focus, id) : [id]);
  }

  /** What was expanded or hidden around others goes. */
  private focusOn(focus: readonly string[]): void {
    const { context, options } = this.view;
    const options_ = writeOptions({ ...options, expanded: [], collapsed: [], hidden: [], pins: new Map(), path: null, only: [] });
    context.go({ focus, options: options_ });
  }

  expand(id: string, on: boolean): void {
    const { options, context } = this.view;
    const adds = this.view.addsTo(id);
    if (on && adds === 0) {
      context.announce(this.view.isFull ? `${MOST} entities are the most that are drawn` : "All its neighbours are shown");
      return;
    }
    const expanded = on ? [...options.expanded, id] : without(options.expanded, id);
    this.change({ expanded, collapsed: without(options.collapsed, id) });
    context.announce(on ? `${counted(adds, "neighbour")} added` : "No longer expanded");
  }

  collapse(id: string, on: boolean): void {
    const { options } = this.view;
    const collapsed = on ? withOne(options.collapsed, id) : without(options.collapsed, id);
    this.change({ collapsed, expanded: on ? without(options.expanded, id) : options.expanded });
    this.view.context.announce(on ? "Collapsed" : "No longer collapsed");
  }

  pin(id: string, on: boolean): void {
    const place = this.view.picture?.places.get(id);
    const pins = new Map(this.view.options.pins);
    if (on && place) pins.set(id, place);
    else pins.delete(id);
    this.change({ pins });
  }

  hide(id: string): void {
    const { context, options } = this.view;
    this.view.selected = null;
    if (context.state.focus.includes(id)) this.focusOn(without(context.state.focus, id));
    else this.change({ hidden: withOne(options.hidden, id) });
    context.announce("Hidden; undo brings it back");
  }

  pathFrom(id: string): void {
    this.view.pathFrom = id;
    const node = this.view.part.nodes.find((one) => one.id === id);
    this.view.bar?.askPath(node?.name ?? null);
  }

  private pathTo(id: string): void {
    const from = this.view.pathFrom;
    if (from === null) return;
    if (from === id) {
      this.view.context.announce("A path leads to another; choose who that is");
      return;
    }
    this.view.pathFrom = null;
    const { context, options } = this.view;
    context.go({ selected: [], options: writeOptions({ ...options, path: [from, id] }) });
  }

  page(id: string): void {
    this.view.context.go({ view: "entity", item: id });
  }

  select(id: string): void {
    if (this.view.selected !== null) this.way.push(this.view.selected);
    this.view.select(id, true);
    this.view.picture?.reveal(id);
    this.view.context.slot.querySelector<HTMLElement>("button.neighbour")?.focus();
  }

  back(): void {
    const id = this.way.pop();
    if (id === undefined) return;
    this.view.select(id, true);
    this.view.picture?.reveal(id);
    this.view.context.slot.querySelector<HTMLElement>("button.neighbour")?.focus();
  }

  evidence(edge: Edge): void {
    this.view.selectEdge(edge);
  }

  private tapped(id: string, adding: boolean): void {
    if (this.view.pathFrom !== null) this.pathTo(id);
    else if (adding) this.focus(id, true);
    else this.view.select(id, true);
  }

  private moved(id: string, place: Point): void {
    this.view.keep(id, place);
    if (this.view.options.pins.has(id)) this.pin(id, true);
  }

  readonly listener: Listener = {
    node: (id, adding) => this.tapped(id, adding),
    edge: (id) => {
      const edge = this.view.part.edges.find((one) => one.id === id);
      if (edge) this.view.selectEdge(edge);
    },
    nothing: () => this.view.select(null, false),
    opened: (id) => this.expand(id, true),
    moved: (id, place) => this.moved(id, place),
    tip: (id) => this.view.tip(id),
  };

  readonly wishes: Wishes = {
    options: (change) => this.change(change),
    focus: (ids) => this.focusOn(ids),
    fit: () => this.view.picture?.fit(),
    zoom: (factor) => this.view.picture?.zoomBy(factor),
    again: () => {
      this.view.forget();
      this.change({});
    },
    pathTo: (id) => this.pathTo(id),
    notPath: () => {
      this.view.pathFrom = null;
      this.view.bar?.askPath(null);
    },
  };
}
