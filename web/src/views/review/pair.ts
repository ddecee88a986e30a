import type { Party, Review } from "../../api";
import { h, s } from "../../dom";
import { entityLink } from "../../parts/entity";
import { counted, dayWords } from "../../wording/words";
import { stateLink } from "../../reading/links";
import type { Context } from "../../view";

export type Ruling = "same" | "different" | "unsure";
type Pair = Review["pairs"][number];
type Row = [label: string, one: Node | string | null, other: Node | string | null];

const FIRST = 6;

/** Two entities side by side with the evidence, and the three answers. */
export function pairCard(context: Context, pair: Pair, judge: (ruling: Ruling, reason: string) => void): HTMLElement {
  const { one, other } = pair;
  return h("article", { class: "pair", "aria-label": `${one.entity.name} and ${other.entity.name}` },
    h("header", {}, h("h2", {}, `One ${one.entity.type.toLowerCase()} or two?`),
      h("p", {}, h("span", { class: "quiet" }, "The rules are not sure: "), pair.reason), likeness(pair.score)),
    answers(judge),
    h("div", { class: "sides" }, rows(context, one, other).map(([label, left, right]) => [
      h("div", { class: "label quiet" }, label), h("div", { class: "cell" }, left ?? h("span", { class: "quiet" }, "—")), h("div", { class: "cell" }, right ?? h("span", { class: "quiet" }, "—")),
    ])),
    weights(pair));
}

function answers(judge: (ruling: Ruling, reason: string) => void): HTMLElement {
  const reason = h("input", { type: "text", id: "reason", maxlength: 1000, placeholder: "Why (kept with the judgement)", "aria-label": "Why" });
  const button = (ruling: Ruling, text: string, key: string): HTMLButtonElement =>
    h("button", { type: "button", "data-ruling": ruling, class: `rule-${ruling}`, onclick: () => judge(ruling, reason.value.trim()) }, text, h("kbd", {}, key));
  return h("div", { class: "answers", role: "group", "aria-label": "Judgement" },
    button("same", "Same", "S"), button("different", "Different", "D"), button("unsure", "Unsure", "U"), reason,
    h("span", { class: "quiet keys" }, h("kbd", {}, "J"), " next ", h("kbd", {}, "K"), " back"));
}

/** Where the score lies between two and one. */
function likeness(score: number): HTMLElement {
  return h("div", { class: "likeness" }, h("small", { class: "quiet" }, "two"),
    s("svg", { viewBox: "0 0 120 10", width: 120, height: 10, role: "img", "aria-label": `Likeness ${score.toFixed(2)}` },
      s("rect", { y: 4, width: 120, height: 2, rx: 1, class: "bar-all" }),
      s("circle", { cx: 5 + 110 * Math.min(1, Math.max(0, score)), cy: 5, r: 4.5, class: "at" })),
    h("small", { class: "quiet" }, "one"), h("small", {}, score.toFixed(2)));
}

function rows(context: Context, one: Party, other: Party): Row[] {
  const both = (label: string, part: (party: Party, than: Party) => Node | string | null): Row => [label, part(one, other), part(other, one)];
  return [
    both("Name", (party) => h("h3", {}, entityLink(context, party.entity))),
    both("Identifier", (party) => h("code", {}, party.entity.id)),
    both("Also called", (party) => party.entity.aliases.join(", ") || null),
    both(one.entity.type === "Person" ? "Posts" : "Tied to", (party, than) => posts(party, than)),
    both("Told of in", (party) => extent(party)),
    both("Sentences", (party) => sentences(context, party)),
  ].filter(([, left, right]) => left !== null || right !== null);
}

/** Posts, those that both have in bold. */
function posts(party: Party, than: Party): HTMLElement | null {
  if (party.posts.length === 0) return null;
  return h("ul", { class: "posts" }, party.posts.map((post) => h("li", {}, than.posts.includes(post) ? h("strong", {}, post) : post)));
}

function extent(party: Party): string {
  const { first, last } = party;
  const count = counted(party.releases, "release");
  const span = first === null || last === null ? "" : first === last ? `, ${dayWords(first)}` : `, ${dayWords(first)} – ${dayWords(last)}`;
  return `${count}${span}; ${counted(party.entity.facts, "fact")}`;
}

function sentences(context: Context, party: Party): HTMLElement {
  const items = party.mentions.map((mention) =>
    h("li", {}, h("blockquote", {}, named(mention.quote.replace(/\s+/g, " ").trim(), mention.name)),
      h("small", {}, stateLink(context, { view: "release", item: mention.release, options: { about: party.entity.id } }, {}, mention.headline || mention.release),
        h("span", { class: "quiet" }, mention.published === null ? "" : ` · ${dayWords(mention.published)}`))));
  return h("div", { class: "quotes" }, h("ul", {}, items.slice(0, FIRST)),
    items.length > FIRST && h("details", {}, h("summary", {}, `${items.length - FIRST} more`), h("ul", {}, items.slice(FIRST))));
}

/** The sentence with the name in it marked. */
function named(quote: string, name: string): (Node | string)[] {
  const parts = name === "" ? [quote] : quote.split(name);
  return parts.flatMap((part, place) => (place === 0 ? [part] : [h("mark", {}, name), part]));
}

/** What the score is made of: to the right what speaks for one, to the left for two. */
function weights(pair: Pair): HTMLElement | null {
  if (pair.features.length === 0) return null;
  const most = Math.max(...pair.features.map((feature) => Math.abs(feature.weight)), 1e-9);
  const items = pair.features.map(({ name, weight }) => {
    const width = (48 * Math.abs(weight)) / most;
    return h("li", {}, h("span", { class: "weight" }, `${weight >= 0 ? "+" : "−"}${Math.abs(weight).toFixed(1)}`),
      s("svg", { viewBox: "0 0 100 8", width: 100, height: 8, "aria-hidden": "true" },
        s("rect", { x: 49.5, width: 1, height: 8, class: "bar-all" }),
        s("rect", { x: weight >= 0 ? 50 : 50 - width, y: 1, width, height: 6, rx: 1, class: weight >= 0 ? "for" : "against" })),
      h("span", {}, name));
  });
  return h("section", { class: "weights" }, h("h3", {}, "What the rules weighed"),
    h("p", { class: "quiet" }, "To the right what speaks for one, to the left what speaks for two."), h("ul", {}, items));
}
