import type { Evidence } from "../../api";
import { h, replace } from "../../dom";
import { counted, number } from "../../wording/words";
import { ProblemError } from "../../view";
import type { Application } from "../application";
import { factCard } from "./fact";

const [AT_ONCE, MOST] = [25, 200];

/** Facts with the sentences that they rest on; above them a view may tell what is selected. */
export class EvidencePanel {
  readonly slot = h("div", { class: "slot" });
  private readonly body = h("div", { class: "evidence-body" });
  readonly element = h("aside", { class: "evidence", "aria-label": "Evidence", tabindex: "-1" }, this.slot, this.body);
  private running: AbortController | null = null;

  constructor(private readonly application: Application) {
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.application.showEvidence([], "");
    });
  }

  /** The panel is in the way where nothing can be selected. */
  fit(): void {
    const { state, view } = this.application;
    this.element.hidden = view.ownEvidence === true || (view.filtered === false && state.selected.length === 0);
  }

  async show(keys: readonly string[], title: string): Promise<void> {
    this.running?.abort();
    this.fit();
    if (keys.length === 0) {
      this.hint();
      return;
    }
    await this.read(keys.slice(0, AT_ONCE), keys.slice(0, MOST), keys.length, title);
  }

  private hint(): void {
    replace(this.body, h("h2", {}, "Evidence"),
      h("p", { class: "quiet" }, "Click an edge, a bar, a cell or a row: here is what it rests on, sentence by sentence, with its release."));
  }

  private head(title: string, count: number): HTMLElement {
    const close = h("button", { type: "button", class: "close", "aria-label": "Close the evidence", onclick: () => this.application.showEvidence([], "") }, "✕");
    return h("div", { class: "evidence-head" }, h("h2", {}, title || "Evidence"), close,
      h("p", { class: "quiet", role: "status", "aria-label": "Evidence" }, counted(count, "fact"), count > MOST && `; the first ${MOST} can be read here`));
  }

  /** Shows the first facts of `within`; the others follow at a click. */
  private async read(keys: readonly string[], within: readonly string[], count: number, title: string): Promise<void> {
    this.running?.abort();
    const { signal } = (this.running = new AbortController());
    try {
      const { facts } = await this.application.ask<Evidence>("evidence", { key: keys }, { signal });
      const more = Math.min(within.length, keys.length + AT_ONCE);
      const rest = h("button", { type: "button", onclick: () => void this.read(within.slice(0, more), within, count, title) },
        `Show ${number(more - keys.length)} more`);
      replace(this.body, this.head(title, count),
        facts.length === 0 && h("p", {}, "The graph no longer holds these facts; it changed since the link was made."),
        h("ul", { class: "facts" }, facts.map((fact) => factCard(fact, this.application))),
        keys.length < within.length && rest);
      if (keys.length <= AT_ONCE) this.element.scrollTop = 0;
    } catch (error) {
      if (signal.aborted) return; // given up for a later one
      if (!(error instanceof ProblemError)) throw error;
      replace(this.body, this.head(title, count), h("p", { class: "warning" }, error.message));
    }
  }
}
