import type { State } from "../../state";
import { read, written } from "./address";

interface Step {
  communique: number;
  /** All that was selected; the address names but a few. */
  selected?: readonly string[];
}

/** The states so far are those of the browser's history: back is undo, forward is redo. */
export class Steps {
  private at: number;
  private last: number;

  constructor(private readonly moved: (state: State) => void) {
    const step = history.state as Step | null;
    this.at = step?.communique ?? 0;
    this.last = this.at;
    history.replaceState({ ...step, communique: this.at } satisfies Step, "");
    addEventListener("popstate", (event) => this.popped(event));
  }

  private popped(event: PopStateEvent): void {
    this.at = (event.state as Step | null)?.communique ?? 0;
    this.last = Math.max(this.last, this.at);
    this.moved(this.state);
  }

  /** What the address says, with all that was selected when this step was made. */
  get state(): State {
    const state = read(location.search);
    const selected = (history.state as Step | null)?.selected ?? [];
    const same = selected.length > state.selected.length && state.selected.every((key, place) => selected[place] === key);
    return same ? { ...state, selected } : state;
  }

  push(state: State): void {
    if (written(state) === location.search) return;
    this.at += 1;
    this.last = this.at;
    history.pushState({ communique: this.at, selected: state.selected } satisfies Step, "", written(state));
  }

  /** Says the state in the URL without a step. */
  replace(state: State): void {
    history.replaceState({ communique: this.at, selected: state.selected } satisfies Step, "", written(state));
  }

  get canUndo(): boolean {
    return this.at > 0;
  }

  get canRedo(): boolean {
    return this.at < this.last;
  }

  undo(): void {
    if (this.canUndo) history.back();
  }

  redo(): void {
    if (this.canRedo) history.forward();
  }
}
