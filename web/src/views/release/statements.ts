import type { Entity, Release, ToldFact } from "../../api";
import { h, replace } from "../../dom";
import { entityLink, entityName } from "../../parts/entity";
import { line } from "../../drawing/shapes";
import { counted, familyOf, relationWords } from "../../wording/words";
import { confidenceBar, detailsOf, statusMark } from "../../reading/facts";
import { stateLink } from "../../reading/links";
import { whenWords } from "../../reading/when";
import type { Context } from "../../view";
import type { Chooser } from "./text";

const FEW = 5;

/** The facts in the order in which the text states them. */
function ordered(release: Release): ToldFact[] {
  const place = (fact: ToldFact): number =>
    Math.min(...fact.quotes.filter((quote) => quote.release === release.release.id).map((quote) => quote.start), Number.MAX_SAFE_INTEGER);
  return [...release.facts].sort((one, other) => place(one) - place(other) || (one.key < other.key ? -1 : 1));
}

/** The statements of a release beside its text. */
export class Statements {
  readonly element = h("aside", { class: "statements", "aria-label": "Statements" });
  private readonly about = h("div", { class: "about-one", hidden: true });
  private readonly list = h("ul", {});

  constructor(private readonly context: Context, private readonly release: Release, private readonly choose: Chooser) {
    const none = "No statement was found in this release.";
    const head = h("h3", {}, counted(release.facts.length, "statement"));
    replace(this.list, ordered(release).map((fact) => this.item(fact)));
    this.element.append(head, this.about, release.facts.length > 0 ? this.list : h("p", { class: "quiet" }, none));
  }

  private item(fact: ToldFact): HTMLLIElement {
    const said = h("button", { type: "button", class: "stated", "aria-pressed": "false", onclick: () => this.choose.fact(fact.key) },
      h("span", { class: "said" }, entityName(fact.subject),
        h("span", { class: "relation" }, line(familyOf(fact.relation), fact.status === "planned"), relationWords(fact.relation)),
        entityName(fact.object)),
      h("span", { class: "when quiet" }, [whenWords(fact.date), detailsOf(fact)].filter((part) => part !== "").join(" · "), statusMark(fact)));
    return h("li", { "data-key": fact.key }, said);
  }

  /** More of a chosen statement: rule, confidence, entities, other releases. */
  private more(fact: ToldFact): HTMLElement {
    const here = fact.quotes.filter((quote) => quote.release === this.release.release.id);
    const rules = [...new Set(here.map((quote) => quote.rule))].join(", ");
    const others = new Map(fact.quotes.filter((quote) => !here.includes(quote)).map((quote) => [quote.release, quote]));
    const links = [...others.values()].map((quote) =>
      stateLink(this.context, { view: "release", item: quote.release, options: { statement: fact.key } }, { title: quote.text }, quote.headline || quote.release));
    return h("div", { class: "more" },
      h("p", {}, confidenceBar(fact.confidence), h("span", { class: "quiet" }, ` rule ${rules}`)),
      h("p", { class: "ends" }, entityLink(this.context, fact.subject), entityLink(this.context, fact.object)),
      links.length > 0 && h("div", { class: "elsewhere" }, h("span", { class: "quiet" }, "Also told by"), links.slice(0, FEW),
        links.length > FEW && h("details", {}, h("summary", {}, `${links.length - FEW} more`), links.slice(FEW)),
        fact.support > links.length + 1 && h("span", { class: "quiet" }, `and ${counted(fact.support - links.length - 1, "release")} more`)));
  }

  /** Opens the chosen statements; those about the entity stand out. */
  update(keys: ReadonlySet<string>, entity: Entity | null): void {
    replace(this.about, entity === null ? null : this.entityCard(entity));
    this.about.hidden = entity === null;
    for (const fact of this.release.facts) {
      const item = this.list.querySelector(`[data-key="${CSS.escape(fact.key)}"]`);
      if (!(item instanceof HTMLElement)) continue;
      const chosen = keys.has(fact.key);
      item.classList.toggle("chosen", chosen);
      item.hidden = entity !== null && fact.subject.id !== entity.id && fact.object.id !== entity.id;
      item.querySelector("button")?.setAttribute("aria-pressed", String(chosen));
      item.querySelector(".more")?.remove();
      if (chosen) item.append(this.more(fact));
    }
    this.list.querySelector(".chosen")?.scrollIntoView({ block: "nearest" });
  }

  private entityCard(entity: Entity): HTMLElement {
    const count = this.release.facts.filter((fact) => fact.subject.id === entity.id || fact.object.id === entity.id).length;
    const network = (): void => this.context.go({ view: "network", focus: [entity.id] });
    return h("div", { class: "card" },
      h("div", {}, entityLink(this.context, entity), h("span", { class: "quiet" }, ` ${counted(count, "statement")} here`)),
      h("div", { class: "ways" },
        h("button", { type: "button", onclick: () => this.context.go({ view: "entity", item: entity.id }) }, "Page"),
        h("button", { type: "button", onclick: network }, "Network"),
        h("button", { type: "button", class: "link", onclick: () => this.choose.entity("") }, "Show all")));
  }
}
