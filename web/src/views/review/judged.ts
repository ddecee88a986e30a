import type { Review } from "../../api";
import { h } from "../../dom";
import { dayWords } from "../../wording/words";

const FIRST = 8;

const WORDS: Record<string, string> = { same: "same", different: "different", unsure: "unsure" };

/** What was judged, latest first, each with a way back. */
export function judged(review: Review, undo: (key: string) => void): HTMLElement | null {
  if (review.judgements.length === 0) return null;
  const items = review.judgements.map((one) => {
    const told = [one.author, dayWords(one.day)].filter((part) => part !== "").join(" · ");
    const names = one.one === one.other ? one.one : `${one.one} / ${one.other}`;
    return h("li", {},
      h("div", {}, h("span", { class: `ruling is-${one.ruling}` }, WORDS[one.ruling] ?? one.ruling), h("span", { class: "names" }, names), h("small", { class: "quiet" }, told)),
      h("button", { type: "button", class: "link", "aria-label": `Take back: ${names}`, onclick: () => undo(one.key) }, "Take back"));
  });
  return h("section", { "aria-label": "Judged" }, h("h3", {}, `Judged `, h("span", { class: "count" }, String(items.length))),
    h("ul", {}, items.slice(0, FIRST)),
    items.length > FIRST && h("details", {}, h("summary", {}, "Earlier ones"), h("ul", {}, items.slice(FIRST))));
}
