import type { Review } from "../../api";
import { h, replace } from "../../dom";
import { shape } from "../../drawing/shapes";
import { counted, number } from "../../wording/words";
import { stateLink } from "../../reading/links";
import type { Context } from "../../view";

type Pair = Review["pairs"][number];

/** The pairs that are left, those on which most facts hang first. */
export class Docket {
  private readonly head = h("div", {});
  private readonly list = h("ul", {});
  readonly element = h("nav", { class: "docket", "aria-label": "Pairs" }, this.head, this.list);

  draw(context: Context, review: Review, chosen: Pair | null): void {
    replace(this.head, h("h2", {}, review.total === 0 ? "No pair is open" : counted(review.total, "open pair")),
      review.truncated && h("p", { class: "quiet" }, `The first ${number(review.pairs.length)} are shown; others follow as these are judged.`),
      h("p", { class: "quiet state", role: "status", "aria-label": "Graph" }, review.pending ? "The graph is being brought up to date …" : ""),
      review.trouble !== null && review.trouble !== "" && h("p", { class: "trouble", role: "alert" }, review.trouble));
    replace(this.list, review.pairs.map((pair) => item(context, pair, pair === chosen)));
    this.list.querySelector('[aria-current="true"]')?.scrollIntoView({ block: "nearest" });
  }
}

function item(context: Context, pair: Pair, current: boolean): HTMLLIElement {
  const { one, other } = pair;
  const names = one.entity.name === other.entity.name ? one.entity.name : `${one.entity.name} / ${other.entity.name}`;
  return h("li", {}, stateLink(context, { view: "review", item: pair.id }, { "aria-current": String(current) },
    h("span", { class: "names" }, shape(one.entity.type, 12), h("span", {}, names)),
    h("small", { class: "quiet" }, `${counted(pair.facts, "fact")} · ${pair.score.toFixed(2)}`)));
}
