import type { Entity, Graph } from "../api";
import { h } from "../dom";
import type { Change, State } from "../state";
import type { Context, Parameters, View } from "../view";
import { VIEWS } from "../views";
import { changed, filterParameters, selectedOf } from "./state/address";
import { Announcer } from "./announcer";
import { EvidencePanel } from "./evidence/panel";
import { FilterPanel } from "./filters/panel";
import { Header } from "./header/header";
import { Steps } from "./state/history";
import { listenToKeys } from "./keys";
import { asked, sent } from "./state/requests";
import { watchGraph } from "./state/renewal";
import { Stage } from "./stage";

type Kept = Pick<State, "item" | "options" | "focus" | "filters">;

/** The options without the page where it counted other facts than those of now. */
function paged(before: Kept, { focus, filters, options }: State): State["options"] {
  const asked = (of: Pick<State, "focus" | "filters">): string => JSON.stringify([of.focus, filterParameters(of.filters)]);
  if (asked(before) === asked({ focus, filters })) return options;
  return Object.fromEntries(Object.entries(options).filter(([name]) => name !== "page"));
}

/** The page: header, filters, stage and evidence around one state. */
export class Application implements Context {
  state: State;
  readonly steps: Steps;
  private readonly announcer = new Announcer();
  private readonly stage: Stage;
  private readonly header: Header;
  private readonly filters: FilterPanel;
  private readonly evidence: EvidencePanel;
  readonly seen = new Map<string, Entity>();
  private drawnView: View | null = null;
  private readonly kept = new Map<string, Kept>();

  constructor(public graph: Graph, body: HTMLElement) {
    this.steps = new Steps((state) => this.arrive(state));
    this.state = this.steps.state;
    this.stage = new Stage(this);
    this.header = new Header(this);
    this.filters = new FilterPanel(this);
    this.evidence = new EvidencePanel(this);
    const skip = h("a", { href: "#stage", class: "skip" }, "Skip to the view");
    const panes = h("div", { class: "panes" }, this.filters.element, this.stage.element, this.evidence.element);
    body.replaceChildren(skip, this.header.element, panes, this.announcer.element);
    listenToKeys(this);
    watchGraph(this);
    const { length } = this.state.selected;
    const selected = selectedOf(location.search);
    void this.evidence.show(this.state.selected, selected > length ? `The first ${length} of ${selected} facts` : "");
    this.update();
  }

  get view(): View {
    return VIEWS.find((view) => view.name === this.state.view) ?? (VIEWS[0] as View);
  }

  get slot(): HTMLElement {
    return this.evidence.slot;
  }

  ask<T>(path: string, parameters: Parameters = {}, options: { filtered?: boolean; signal?: AbortSignal } = {}): Promise<T> {
    return asked<T>(path, parameters, options.filtered ? this.state.filters : null, options.signal);
  }

  send<T>(path: string, body: unknown): Promise<T> {
    return sent<T>(path, body);
  }

  go(change: Change): void {
    const { view, item, options, focus, filters } = this.state;
    const before: Kept = { item, options, focus, filters };
    this.kept.set(view, before);
    const other = change.view !== undefined && change.view !== view;
    const start = other ? (this.kept.get(change.view as string) ?? { ...before, item: null, options: {} }) : before;
    this.state = changed(this.state, { item: start.item, options: start.options, ...change });
    if (change.options === undefined) this.state = { ...this.state, options: paged(start, this.state) };
    this.steps.push(this.state);
    if (change.selected) void this.evidence.show(change.selected, "");
    this.update();
  }

  /** After a step back or forward. */
  private arrive(state: State): void {
    const selected = state.selected.join() !== this.state.selected.join();
    this.state = state;
    if (selected) void this.evidence.show(state.selected, "");
    this.update();
  }

  showEvidence(keys: readonly string[], title: string): void {
    this.state = changed(this.state, { selected: keys.slice(0, 200) });
    this.steps.replace(this.state);
    void this.evidence.show(keys, title);
    this.view.evidenceShown?.();
  }

  announce(text: string): void {
    this.announcer.say(text);
  }

  /** The graph changed behind the page. */
  renew(graph: Graph): void {
    this.graph = graph;
    this.seen.clear();
    this.filters.forget();
    void this.evidence.show(this.state.selected, "");
    this.update();
    this.announce("The graph changed; this is the new one");
  }

  /** Draws everything from the state. */
  update(): void {
    const view = this.view;
    document.title = `${view.title} · communique`;
    document.body.classList.toggle("unfiltered", view.filtered === false);
    this.header.update();
    this.evidence.fit();
    if (this.drawnView !== view) this.evidence.slot.replaceChildren();
    this.drawnView = view;
    if (view.filtered !== false) void this.filters.update();
    void this.stage.draw(view).then((drawn) => {
      if (drawn) this.header.drawn(this.stage.seen);
    });
  }

  focusSearch(): void {
    this.header.search.focus();
  }
}
