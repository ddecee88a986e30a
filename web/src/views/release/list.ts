import type { ReleaseHead, Releases } from "../../api";
import { h, replace } from "../../dom";
import { counted, dayWords, number } from "../../wording/words";
import { stateLink } from "../../reading/links";
import { pager } from "../../reading/pager";
import type { Context } from "../../view";

const SIZE = 50;
const WAIT = 250; // ms after the last key

/** The releases, latest first, with a search in their headlines. */
export class ReleaseList {
  private readonly input = h("input", { type: "search", "aria-label": "Search the releases", placeholder: "Words of headline or source", maxlength: 200 });
  private readonly items = h("ul", {});
  private readonly foot = h("div", {});
  private readonly stating = h("input", { type: "checkbox" });
  readonly element = h("nav", { class: "list", "aria-label": "Releases" }, this.input,
    h("label", { class: "stating" }, this.stating, "only with statements"), this.items, this.foot);
  private shown = "";
  private timer = 0;

  constructor(private readonly context: Context) {
    this.stating.addEventListener("change", () => this.find());
    this.input.value = context.state.options["find"] ?? "";
    this.input.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.find(), WAIT);
    });
  }

  private find(): void {
    const options = { ...this.context.state.options, find: this.input.value.trim(), stating: this.stating.checked ? "1" : "", from: "" };
    this.context.go({ options: kept(options) });
  }

  async update(signal: AbortSignal): Promise<void> {
    const { options, item } = this.context.state;
    const wanted = options["find"] ?? "";
    const offset = Math.max(0, Math.trunc(Number(options["from"] ?? 0)) || 0);
    const stating = options["stating"] === "1";
    const asked = JSON.stringify([wanted, stating, offset, this.context.graph.version]);
    if (document.activeElement !== this.input) this.input.value = wanted;
    this.stating.checked = stating;
    if (asked !== this.shown) {
      const found = await this.context.ask<Releases>("releases", { q: wanted || null, stating: stating || null, offset, limit: SIZE }, { signal });
      this.shown = asked;
      this.draw(found, wanted, offset);
    }
    this.mark(item);
  }

  private draw(found: Releases, wanted: string, offset: number): void {
    const turn = (from: number): void => this.context.go({ options: { ...this.context.state.options, from: String(from) } });
    const none = h("p", { class: "quiet none" }, wanted === "" ? "The graph holds no such release." : `No headline and no source has “${wanted}”.`);
    replace(this.items, found.releases.map((one) => this.item(one)));
    replace(this.foot, found.total === 0 ? none : pager("releases", offset, found.releases.length, found.total, SIZE, turn));
    this.items.scrollTop = 0;
  }

  private item(one: ReleaseHead): HTMLLIElement {
    const options = { ...this.context.state.options, statement: "", about: "" };
    const told = [one.source, one.published === null ? "" : dayWords(one.published)].filter((part) => part !== "").join(" · ");
    const count = h("span", { class: "count", title: counted(one.facts, "statement") }, number(one.facts), h("span", { class: "unseen" }, " statements"));
    return h("li", { "data-release": one.id },
      stateLink(this.context, { view: "release", item: one.id, options: kept(options) }, {},
        h("span", { class: "headline" }, one.headline || one.id), h("small", { class: "quiet" }, h("span", {}, told), count)));
  }

  private mark(id: string | null): void {
    for (const item of this.items.querySelectorAll<HTMLElement>("li")) {
      const current = item.dataset["release"] === id;
      item.querySelector("a")?.setAttribute("aria-current", String(current));
      if (current) item.scrollIntoView({ block: "nearest" });
    }
  }
}

/** Options without those that are empty. */
export function kept(options: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== ""));
}
