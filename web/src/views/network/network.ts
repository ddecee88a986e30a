import type { Edge, Network, Path } from "../../api";
import { h } from "../../dom";
import { counted, number, relationWords, spanWords, statusWords } from "../../wording/words";
import { filterParameters } from "../../shell/state/address";
import { entityOf } from "../../reading/names";
import { NO_FILTERS } from "../../state";
import { Message, type Context, type Export, type View } from "../../view";
import { Bar } from "./beside/bar";
import { showCard } from "./beside/card";
import { Deeds } from "./deeds";
import { exportsOf } from "./files";
import { listenToKeys } from "./keys";
import { legend } from "./beside/legend";
import { drawnPart, type Drawn, type Part } from "./merging";
import { EXPANSION, MOST, readOptions, type NetworkOptions, type Point } from "./options";
import { alongTheWay, showPath } from "./beside/path";
import type { Picture } from "./drawing/picture";

const TOLD = 200; // keys that the state keeps of what is in the panel
const FEW = 8; // neighbours up to which two steps are shown at once

/** The graph around some entities, or the way between two. */
export class NetworkView implements View {
  readonly name = "network";
  readonly title = "Network";
  readonly focus = "view";
  readonly canvas = h("div", { class: "canvas", tabindex: 0, role: "application", "aria-label": "Network" });
  private readonly legend = h("div", { class: "network-foot" });
  private readonly deeds = new Deeds(this);
  /** Where nodes are, for each focus, so that going back gives the same picture. */
  private readonly places = new Map<string, Map<string, Point>>();
  private readonly names = new Map<string, string>();
  private drawnFor = "";
  /** Steps that are shown. */
  private depth: 1 | 2 = 1;
  bar: Bar | null = null;
  picture: Picture | null = null;
  context!: Context;
  part: Part = { nodes: [], edges: [] };
  selected: string | null = null;
  /** Keys of the links that the panel tells, if it tells those of what is selected. */
  private linksTold: readonly string[] = [];
  /** Nodes of the answer, drawn or hidden. */
  private answered = 0;
  pathFrom: string | null = null;

  get options(): NetworkOptions {
    return readOptions(this.context.state);
  }

  async show(root: HTMLElement, context: Context, signal: AbortSignal): Promise<void | Message> {
    this.context = context;
    const [network, { Picture }] = await Promise.all([this.asked(signal), import("./drawing/picture")]);
    signal.throwIfAborted();
    for (const node of network.nodes) this.names.set(node.id, node.name);
    this.answered = network.nodes.length;
    if (network.nodes.length === 0) return this.nothing(signal);
    this.bar ??= new Bar(context, this.deeds.wishes);
    if (root.childElementCount === 0) {
      root.append(this.bar.element, this.canvas, this.legend);
      listenToKeys(this, this.deeds);
    }
    this.picture ??= new Picture(this.canvas, this.deeds.listener);
    this.draw(network);
    if (this.options.path) this.tellPath(network as Path);
    else this.select(this.selected, this.tellsLinks());
    this.markTold();
  }

  private asked(signal: AbortSignal): Promise<Network> {
    const { path, depth, limit, expanded, meetings, only } = this.options;
    if (path) {
      const [from, to] = path;
      return this.context.ask<Path>("path", { from, to, through: meetings ? "meetings" : "all" }, { filtered: true, signal });
    }
    const { focus } = this.context.state;
    const near = (steps: 1 | 2): Promise<Network> => {
      this.depth = steps;
      return this.context.ask<Network>("network", { focus, depth: steps, limit, expand: expanded, key: only }, { filtered: true, signal });
    };
    if (depth !== null || focus.length === 0) return near(depth ?? 1);
    return near(1).then((network) => (network.nodes.length > FEW ? network : near(2)));
  }

  private async nothing(signal: AbortSignal): Promise<Message> {
    const { options, context } = this;
    this.part = { nodes: [], edges: [] };
    const filtered = filterParameters(context.state.filters).length > 0;
    const clear = { text: "Clear the filters", act: () => context.go({ filters: NO_FILTERS }) };
    if (options.path) {
      const all = { text: "Through all relations", act: () => this.deeds.change({ meetings: false }) };
      const back = { text: "Back to the network", act: () => this.deeds.change({ path: null }) };
      const ends = await Promise.all(options.path.map((id) => entityOf(context, id, signal)));
      const between = ends.map((end) => end?.name ?? "somebody unknown").join(" and ");
      return new Message("No way leads there", `No ${options.meetings ? "meetings" : "facts"} link ${between}.`,
        [...(options.meetings ? [all] : []), ...(filtered ? [clear] : []), back]);
    }
    if (filtered) return new Message("Nothing passes the filters", "No fact is left under the filters at the side.", [clear]);
    return new Message("The graph is empty", "Build it from releases first: communique build FEED.");
  }

  private key(): string {
    const { path, only } = this.options;
    if (only.length > 0) return `only ${only.join(" ")}`;
    return path ? `path ${path.join(" ")}` : `${this.depth} ${this.context.state.focus.join(" ")}`;
  }

  /** Draws the part; who was there before stays where it was. */
  private draw(network: Network): void {
    const { options, picture, bar } = this;
    if (!picture || !bar) return;
    const { focus } = this.context.state;
    this.part = drawnPart(network, options.path ?? focus, options.path ? { ...options, collapsed: [], hidden: [], least: 1 } : options);
    const known = new Map(this.places.get(this.key()) ?? []);
    if (options.path && known.size === 0) alongTheWay(network as Path).forEach((place, id) => known.set(id, place));
    options.pins.forEach((place, id) => known.set(id, place));
    const places = picture.draw(this.part, known);
    const grown = places.size > known.size;
    this.places.set(this.key(), new Map([...(this.places.get(this.key()) ?? []), ...places]));
    bar.update({ network, part: this.part, focus, options: { ...options, depth: this.depth }, names: this.names });
    this.pathFrom = null;
    bar.askPath(null);
    this.legend.replaceChildren(legend(this.part));
    this.canvas.setAttribute("aria-label", `Network of ${this.part.nodes.length} entities; arrow keys go from one to the next`);
    if (this.drawnFor !== this.key() || grown) picture.fit();
    this.drawnFor = this.key();
  }

  /** Forgets where nodes are, but the pinned ones. */
  forget(): void {
    this.places.delete(this.key());
    this.drawnFor = "";
  }

  keep(id: string, place: Point): void {
    this.places.get(this.key())?.set(id, place);
  }

  private tellPath(path: Path): void {
    const { context } = this;
    showPath(context.slot, path, this.options.meetings, {
      through: (meetings) => this.deeds.change({ meetings }),
      close: () => this.deeds.change({ path: null }),
      evidence: (fact) => context.showEvidence([fact.key], "A fact on the path"),
    });
    this.picture?.mark(null);
    if (context.state.selected.length === 0) context.showEvidence(path.facts.map((fact) => fact.key), "Evidence of the path");
  }

  /** Neighbours that expanding it would add. */
  addsTo(id: string): number {
    const hidden = this.part.nodes.find((node) => node.id === id)?.hidden ?? 0;
    return Math.max(0, Math.min(EXPANSION, hidden, MOST - this.answered));
  }

  get isFull(): boolean {
    return this.answered >= MOST;
  }

  /** Who is told of where nothing is selected. */
  private onlyFocus(): Drawn | null {
    const { focus } = this.context.state;
    return focus.length === 1 && !this.options.path ? (this.part.nodes.find((node) => node.id === focus[0]) ?? null) : null;
  }

  /** Whether the panel tells the links of what is selected, which may be others now. */
  private tellsLinks(): boolean {
    const { selected } = this.context.state;
    return selected.length > 0 && selected.join() === this.linksTold.slice(0, TOLD).join();
  }

  /** Marks a node and tells of it; its facts are shown as evidence if wished. */
  select(id: string | null, evidence: boolean): void {
    const node = this.part.nodes.find((one) => one.id === id) ?? null;
    this.selected = node?.id ?? null;
    this.picture?.mark(this.selected);
    const told = node ?? this.onlyFocus();
    if (told) showCard(this.context.slot, told, { part: this.part, expanded: this.options.expanded.includes(told.id), adds: this.addsTo(told.id) }, this.deeds);
    else if (!this.options.path) this.context.slot.replaceChildren();
    if (!node || !evidence) return;
    const links = this.part.edges.filter((edge) => edge.source === node.id || edge.target === node.id);
    const keys = [...new Set(links.flatMap((edge) => edge.keys))];
    if (keys.join() === this.linksTold.join() && this.tellsLinks()) return;
    this.linksTold = keys;
    this.context.showEvidence(keys, links.length === 1 ? "Evidence of its link" : `Evidence of its ${number(links.length)} links`);
  }

  /** Marks the link whose facts are in the panel, as after following an address. */
  private markTold(): void {
    const told = new Set(this.context.state.selected);
    const edge = this.part.edges.find((one) => one.keys.length === told.size && one.keys.every((key) => told.has(key)));
    if (this.selected === null && edge) this.picture?.mark(edge.id);
  }

  readonly nameOf = (id: string): string => this.names.get(id) ?? id;

  /** What stands beside the pointer. */
  tip(id: string): string {
    const edge = this.part.edges.find((one) => one.id === id);
    if (edge) {
      const names = [edge.source, edge.target].map(this.nameOf);
      const when = edge.first === null ? "" : `, ${spanWords(edge.first, edge.last)}`;
      return `${names[0]} ${relationWords(edge.relation)} ${names[1]}: ${counted(edge.count, "fact")}${when}, ${statusWords(edge.status)}`;
    }
    const node = this.part.nodes.find((one) => one.id === id);
    const hidden = node && node.hidden > 0 ? `, ${counted(node.hidden, "neighbour")} not shown` : "";
    return node ? `${node.name}: ${node.type}, ${counted(node.facts, "fact")}${hidden}` : "";
  }

  selectEdge(edge: Edge): void {
    const [source, target] = [edge.source, edge.target].map(this.nameOf);
    this.picture?.mark(edge.id);
    this.context.showEvidence(edge.keys, `${source} ${relationWords(edge.relation)} ${target}`);
  }

  exports(): readonly Export[] {
    return this.part.nodes.length > 0 ? exportsOf(this) : [];
  }
}
