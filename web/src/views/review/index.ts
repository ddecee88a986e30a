import "./review.css";
import type { Review } from "../../api";
import { h, replace } from "../../dom";
import { Message, ProblemError, type Context, type View } from "../../view";
import { Docket } from "./docket";
import { judged } from "./judged";
import { pairCard, type Ruling } from "./pair";

const AGAIN = 2000; // ms until the server is asked whether the graph is up to date

type Pair = Review["pairs"][number];

const KEYS: Record<string, Ruling> = { s: "same", d: "different", u: "unsure" };

/** Pairs that the rules are not sure of, to be judged. */
class ReviewView implements View {
  readonly name = "review";
  readonly title = "Review";
  readonly filtered = false;
  readonly ownEvidence = true;
  private review: Review | null = null;
  private context: Context | null = null;
  private readonly docket = new Docket();
  private readonly card = h("div", { class: "card-place", tabindex: "-1" });
  private readonly foot = h("div", { class: "judged" });
  private sending = false;
  private signal: AbortSignal | null = null;

  async show(root: HTMLElement, context: Context, signal: AbortSignal): Promise<void | Message> {
    this.context = context;
    this.signal = signal;
    if (!context.graph.ledger) return noLedger();
    if (!root.hasChildNodes()) {
      replace(root, h("div", { class: "desk" }, h("div", { class: "side" }, this.docket.element, this.foot), this.card));
    }
    if (this.review === null) {
      const wait = "The first time this takes as long as it takes to resolve all names: seconds for some thousand releases.";
      replace(this.card, h("div", { class: "nothing" }, h("h2", {}, "Looking for pairs to judge …"), h("p", { class: "quiet" }, wait)));
    }
    addEventListener("keydown", (event) => this.key(event), { signal });
    this.take(await context.ask<Review>("review", { limit: 200 }, { signal }));
  }

  /** Draws what there is to judge; asks again while the graph is behind. */
  private take(review: Review): void {
    const { context, signal } = this;
    if (context === null || signal === null || signal.aborted) return;
    this.review = review;
    this.docket.draw(context, review, this.pair());
    replace(this.foot, judged(review, (key) => void this.undo(key)));
    this.drawCard();
    if (review.pending) setTimeout(() => void this.again(signal), AGAIN);
  }

  private async again(signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.sending || this.context === null) return;
    try {
      const review = await this.context.ask<Review>("review", { limit: 200 }, { signal });
      if (!signal.aborted) this.take(review);
    } catch (error) {
      if (error instanceof ProblemError) this.context.announce(error.message);
      else if (!signal.aborted) throw error;
    }
  }

  private pair(): Pair | null {
    const { pairs = [] } = this.review ?? {};
    return pairs.find((pair) => pair.id === this.context?.state.item) ?? pairs[0] ?? null;
  }

  private drawCard(): void {
    const pair = this.pair();
    if (this.context === null) return;
    if (pair === null) {
      replace(this.card, h("div", { class: "nothing" }, h("h2", {}, "Nothing to judge"),
        h("p", { class: "quiet" }, "The rules are sure of every pair, or each has been judged. What was judged can be taken back at the left.")));
    } else if (this.card.dataset["pair"] !== pair.id) {
      replace(this.card, pairCard(this.context, pair, (ruling, reason) => void this.judge(pair, ruling, reason)));
      this.card.scrollTop = 0;
    }
    this.card.dataset["pair"] = pair?.id ?? "";
  }

  private async judge(pair: Pair, ruling: Ruling, reason: string): Promise<void> {
    const pairs = this.review?.pairs ?? [];
    const next = pairs[pairs.indexOf(pair) + 1] ?? pairs[pairs.indexOf(pair) - 1] ?? null;
    const shown = this.context?.state.item;
    const done = await this.send("review", { id: pair.id, ruling, reason });
    if (!done || this.context === null) return;
    this.context.announce(`Judged: ${pair.one.entity.name} and ${pair.other.entity.name} are ${WORDS[ruling]}`);
    const { view, item } = this.context.state;
    if (view === this.name && item === shown) this.context.go({ item: next?.id ?? null }); // else one has gone on meanwhile
  }

  private async undo(key: string): Promise<void> {
    if (await this.send("review/undo", { keys: [key] })) this.context?.announce("The judgement was taken back");
  }

  private async send(path: string, body: unknown): Promise<boolean> {
    if (this.sending || this.context === null) return false;
    this.sending = true;
    try {
      const review = await this.context.send<Review>(path, body);
      this.sending = false;
      this.take(review);
      return true;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.context.announce(error.message);
      if (this.signal !== null) setTimeout(() => void this.again(this.signal as AbortSignal), 0); // what is left may have changed
      return false;
    } finally {
      this.sending = false;
    }
  }

  private key(event: KeyboardEvent): void {
    const typing = event.target instanceof Element && event.target.matches("input, textarea, select");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const pair = this.pair();
    const ruling = KEYS[event.key];
    if (ruling !== undefined && pair !== null) this.card.querySelector<HTMLButtonElement>(`[data-ruling="${ruling}"]`)?.click();
    else if (event.key === "j" || event.key === "k") this.step(event.key === "j" ? 1 : -1);
    else return;
    event.preventDefault();
  }

  private step(by: number): void {
    const pairs = this.review?.pairs ?? [];
    const now = pairs.findIndex((pair) => pair.id === this.pair()?.id);
    const next = pairs[now + by];
    if (next !== undefined) this.context?.go({ item: next.id });
  }
}

const WORDS: Record<Ruling, string> = { same: "one and the same", different: "two", unsure: "left open" };

const noLedger = (): Message =>
  new Message("Nothing can be judged here", "No ledger lies beside this store. Start “communique explore” with the workspace (--data) that the graph was built in.");

export const review: View = new ReviewView();
