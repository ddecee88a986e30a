import "./release.css";
import type { Entity, Release } from "../../api";
import { h, outside, replace } from "../../dom";
import { json } from "../../export/cells";
import { factsCsv } from "../../export/facts";
import { dayWords, TYPES } from "../../wording/words";
import { Message, orGone, ProblemError, type Context, type Export, type View } from "../../view";
import { kept, ReleaseList } from "./list";
import { Statements } from "./statements";
import { highlight, markedText, type Chooser } from "./text";

/** A release with all that was found in it. */
class ReleaseView implements View {
  readonly name = "release";
  readonly title = "Releases";
  readonly filtered = false;
  readonly ownEvidence = true;
  private readonly desk = h("div", { class: "desk" });
  private list: ReleaseList | null = null;
  private readonly reader = h("article", { class: "reader" });
  private statements: Statements | null = null;
  private release: Release | null = null;
  private version = "";

  async show(root: HTMLElement, context: Context, signal: AbortSignal): Promise<void | Message> {
    if (this.list === null) {
      this.list = new ReleaseList(context);
      replace(this.desk, this.list.element, this.reader);
      replace(root, this.desk);
    }
    const { item } = context.state;
    this.desk.classList.toggle("reading", item !== null);
    const read = item === null ? this.leave() : this.open(context, item, signal);
    const [gone] = await Promise.all([orGone(read), this.list.update(signal)]);
    if (gone instanceof ProblemError) {
      this.release = null;
      return new Message("No such release", gone.message, [{ text: "All releases", act: () => context.go({ item: null }) }]);
    }
    if (this.release !== null) this.choose(context, this.release);
  }

  private async leave(): Promise<void> {
    this.release = null;
    replace(this.reader);
  }

  private async open(context: Context, id: string, signal: AbortSignal): Promise<void> {
    if (this.release?.release.id === id && this.version === context.graph.version) return;
    const release = await context.ask<Release>(`releases/${encodeURIComponent(id)}`, {}, { signal });
    this.release = release;
    this.version = context.graph.version;
    this.statements = new Statements(context, release, chooser(context));
    replace(this.reader, this.body(context, release), this.statements.element);
    this.reader.scrollTop = 0;
  }

  private body(context: Context, release: Release): HTMLElement {
    const { headline, source, published, url, id } = release.release;
    const told = [source, published === null ? "" : dayWords(published)].filter((part) => part !== "").join(" · ");
    const back = h("button", { type: "button", class: "link back", onclick: () => context.go({ item: null }) }, "‹ All releases");
    const original = outside(url, "Original ↗");
    return h("div", { class: "body", tabindex: 0, role: "region", "aria-label": "Text of the release" },
      h("div", { class: "page" }, back,
        h("h2", {}, headline || id),
        h("p", { class: "quiet told" }, told, original && [" · ", original]),
        release.text === null ? null : legend(release),
        release.text === null ? untold(release, chooser(context)) : markedText(context, release, release.text, chooser(context))));
  }

  /** Shows in text and statements what the state says is chosen. */
  private choose(context: Context, release: Release): void {
    const { options, selected } = context.state;
    const about = options["about"] ?? null;
    const known = new Set(release.facts.map((fact) => fact.key));
    const statement = options["statement"] ?? "";
    const keys = known.has(statement) ? [statement] : about === null ? selected.filter((key) => known.has(key)) : [];
    const entity = about === null ? null : entityIn(release, about);
    this.statements?.update(new Set(keys), entity);
    highlight(this.reader, new Set(keys), entity?.id ?? null);
  }

  exports(): readonly Export[] {
    const { release } = this;
    if (release === null) return [];
    const name = release.release.id;
    return [
      { format: "CSV", name: `${name}.csv`, make: async () => factsCsv(release.facts) },
      { format: "JSON", name: `${name}.json`, make: async () => json(release) },
    ];
  }
}

function chooser(context: Context): Chooser {
  const choose = (statement: string, about: string): void =>
    context.go({ options: kept({ ...context.state.options, statement, about }) });
  return { fact: (key) => choose(key, ""), entity: (id) => choose("", id) };
}

function entityIn(release: Release, id: string): Entity | null {
  const ends = release.facts.flatMap((fact) => [fact.subject, fact.object]);
  return [...release.mentions.map((mention) => mention.entity), ...ends].find((entity) => entity.id === id) ?? null;
}

/** What the marks mean, with the types that occur. */
function legend(release: Release): HTMLElement | null {
  const types = TYPES.filter((type) => release.mentions.some((mention) => mention.entity.type === type));
  if (types.length === 0 && release.facts.length === 0) return null;
  return h("p", { class: "legend quiet" },
    release.facts.length > 0 && h("span", {}, h("span", { class: "quoted" }, "words"), " that a statement rests on"),
    types.map((type) => h("span", { class: `key is-${type.toLowerCase()}` }, type)));
}

/** In place of the text: the quotes, which the store has, in their order. */
function untold(release: Release, choose: Chooser): HTMLElement {
  const spans = new Map<string, { start: number; text: string; keys: string[] }>();
  for (const fact of release.facts) {
    for (const { release: id, start, end, text } of fact.quotes) {
      if (id !== release.release.id) continue;
      const span = spans.get(`${start} ${end}`) ?? { start, text, keys: [] };
      spans.set(`${start} ${end}`, { ...span, keys: [...span.keys, fact.key] });
    }
  }
  const ordered = [...spans.values()].sort((one, other) => one.start - other.start);
  return h("div", { class: "untold" },
    h("p", { class: "quiet" }, "The text is not at hand: no ledger lies beside this store. Start “communique explore” with the workspace (--data) that the graph was built in. These are the sentences that the graph keeps."),
    ordered.map(({ text, keys }) =>
      h("blockquote", { "data-keys": keys.join(" "), class: "quoted", onclick: () => choose.fact(keys[0] ?? "") }, text)));
}

export const release: View = new ReleaseView();
