import type { Entity, Quote, ToldFact } from "../../api";
import { h, outside } from "../../dom";
import { entityLink } from "../../parts/entity";
import { counted, dayWords, relationWords, statusWords } from "../../wording/words";
import { atNames } from "../../reading/passages";
import { whenWords } from "../../reading/when";
import type { Context } from "../../view";

/** Sentences of a fact that are shown at once. */
const FEW = 5;

const marked = (text: string, names: readonly string[]): (string | HTMLElement)[] =>
  atNames(text, names).map((part, index) => (index % 2 === 1 ? h("mark", {}, part) : part));

/** The name, and of a person the surname, by which sentences go on. */
function callings({ name, type }: Entity): string[] {
  const surname = type === "Person" ? (name.split(/\s+/).filter((word) => /^\p{Lu}.*[^.]$/u.test(word)).at(-1) ?? "") : "";
  return surname.length > 2 ? [name, surname] : [name];
}

function quoted(quote: Quote, fact: ToldFact, names: readonly string[], context: Context): HTMLElement {
  const open = (): void => context.go({ view: "release", item: quote.release, options: { statement: fact.key } });
  const link = outside(quote.url, "original ↗");
  return h("figure", { class: "quote" },
    h("blockquote", {}, marked(quote.text, names)),
    h("figcaption", {},
      h("button", { type: "button", class: "link", title: "Read the release", onclick: open }, quote.headline || quote.release),
      h("div", { class: "quiet meta" }, [quote.source, dayWords(quote.published)].join(" · "), link && [" · ", link]),
      h("div", { class: "quiet meta rule", title: "What read the sentence so" }, `rule ${quote.rule}`)));
}

const sureness = (fact: ToldFact): string =>
  `confidence ${fact.confidence.toFixed(2)} · ${counted(fact.support, "release")}`;

/** One statement with every sentence that it rests on. */
export function factCard(fact: ToldFact, context: Context): HTMLElement {
  const details: [string, string | null][] = [
    ["as", fact.role], ["in", fact.place], ["at", fact.event], ["amount", fact.amount],
  ];
  const names = [fact.subject, fact.object].flatMap(callings);
  return h("li", { class: `fact ${fact.status === "planned" ? "is-planned" : ""}`, "data-fact": fact.key },
    h("p", { class: "statement" }, entityLink(context, fact.subject), h("span", { class: "relation" }, ` ${relationWords(fact.relation)} `), entityLink(context, fact.object)),
    h("p", { class: "meta" },
      h("span", { class: "when" }, whenWords(fact.date) || "no date"),
      fact.status && h("span", { class: `status status-${fact.status}` }, statusWords(fact.status)),
      details.map(([label, value]) => value !== null && value !== "" && h("span", { class: "detail" }, h("span", { class: "quiet" }, `${label} `), value))),
    h("p", { class: "quiet meta" }, sureness(fact)),
    fact.quotes.slice(0, FEW).map((quote) => quoted(quote, fact, names, context)),
    fact.quotes.length > FEW && folded(fact.quotes.slice(FEW), (quote) => quoted(quote, fact, names, context)));
}

/** Further sentences, drawn when they are opened: a president's office has hundreds. */
function folded(quotes: readonly Quote[], draw: (quote: Quote) => HTMLElement): HTMLElement {
  const details = h("details", { class: "further" }, h("summary", {}, `${counted(quotes.length, "more sentence")}`));
  details.addEventListener("toggle", () => details.append(...quotes.map(draw)), { once: true });
  return details;
}
