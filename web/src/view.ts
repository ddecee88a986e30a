import type { Entity, Graph } from "./api";
import type { State, Change } from "./state";

/** What a view may ask of the application around it. */
export interface Context {
  /** JSON of a path under /api; state's filters are added to `parameters` when `filtered`. Throws
   * ProblemError with what to tell the user; an aborted request throws AbortError. */
  ask<T>(path: string, parameters?: Parameters, options?: { filtered?: boolean; signal?: AbortSignal }): Promise<T>;
  /** POST of JSON to a path under /api. */
  send<T>(path: string, body: unknown): Promise<T>;
  /** What there is in all, whatever the filters. */
  readonly graph: Graph;
  /** Entities of this graph that have been shown, by id; emptied when the graph changes. */
  readonly seen: Map<string, Entity>;
  /** The state now. */
  readonly state: State;
  /** Changes the shared state and the URL, then updates every view; one step of undo. */
  go(change: Change): void;
  /** Shows facts with their quotes in the panel at the side. */
  showEvidence(keys: readonly string[], title: string): void;
  /** Above the evidence: where the view may tell of what is selected. Emptied when the view changes. */
  readonly slot: HTMLElement;
  /** Tells something once, also to screen readers. */
  announce(text: string): void;
}

export type Parameters = Record<string, string | number | boolean | readonly string[] | null | undefined>;

/** One view; made once, shown and updated many times. */
export interface View {
  readonly name: string;
  /** Text of its tab. */
  readonly title: string;
  /** False where the filters at the side change nothing; they are not shown then. */
  readonly filtered?: boolean;
  /** Where the entities in focus are told, with a button to leave each out; absent where they change nothing. */
  readonly focus?: "side" | "view";
  /** True where the view shows evidence itself; the panel at the side is not shown then. */
  readonly ownEvidence?: boolean;
  /** Draws what the state says into `root`, which is the view's alone; aborts when `signal` does.
   * Loading, empty and error states are drawn by the application if it throws or returns a Message. */
  show(root: HTMLElement, context: Context, signal: AbortSignal): Promise<void | Message>;
  /** Called when other facts are in the panel at the side; `state.selected` has them. */
  evidenceShown?(): void;
  /** Files that the view can give of what is shown. */
  exports?(): readonly Export[];
}

export interface Export {
  /** "PNG", "SVG", "CSV", "JSON", "GraphML" */
  format: string;
  name: string;
  make(): Promise<Blob>;
}

/** Drawn in place of a view that has nothing to show: what is the case, and what to do. */
export class Message {
  constructor(
    readonly title: string,
    readonly text: string,
    readonly actions: readonly Action[] = [],
  ) {}
}

export interface Action {
  text: string;
  act(): void;
}

/** The answer, or that there is nothing of the name (any more). */
export const orGone = <T>(answer: Promise<T>): Promise<T | ProblemError> =>
  answer.catch((error: unknown) => {
    if (error instanceof ProblemError && error.status === 404) return error;
    throw error;
  });

/** The server refused; `message` is what it says to the user. */
export class ProblemError extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
    this.name = "ProblemError";
  }
}
