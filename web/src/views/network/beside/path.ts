import type { Fact, Path } from "../../../api";
import { h, replace } from "../../../dom";
import { line } from "../../../drawing/shapes";
import { counted, familyOf, sentence, spanWords } from "../../../wording/words";
import type { Point } from "../options";

/** Places along a line, so that a path reads from left to right. */
export function alongTheWay(path: Path): Map<string, Point> {
  return new Map(path.steps.map((id, index) => [id, { x: index * 190, y: index % 2 === 0 ? 0 : 46 }]));
}

export interface PathWishes {
  through(meetings: boolean): void;
  close(): void;
  evidence(fact: Fact): void;
}

const factRow = (fact: Fact, wishes: PathWishes): HTMLElement =>
  h("li", {}, h("button", { type: "button", class: "neighbour", onclick: () => wishes.evidence(fact) },
    line(familyOf(fact.relation), fact.status === "planned"), h("span", {}, sentence(fact)),
    h("small", { class: "quiet" }, spanWords(fact.first, fact.last), fact.status === "planned" && [" · ", h("span", { class: "planned" }, "planned")])));

/** What the path is, with its facts in order of time. */
export function showPath(slot: HTMLElement, path: Path, meetings: boolean, wishes: PathWishes): void {
  const names = new Map(path.nodes.map((node) => [node.id, node.name]));
  const ends = path.steps.filter((_, index) => index === 0 || index === path.steps.length - 1).map((id) => names.get(id) ?? id);
  const choice = (value: boolean, words: string): HTMLElement =>
    h("button", { type: "button", "aria-pressed": String(meetings === value), onclick: () => wishes.through(value) }, words);
  replace(slot, h("section", { class: "node-card", "aria-label": "Path" },
    h("h2", {}, `From ${ends.join(" to ")}`),
    h("p", { class: "quiet meta" }, `${counted(path.steps.length - 1, "step")}, the fewest there are`),
    h("div", { class: "deeds" }, choice(true, "Through meetings"), choice(false, "Through all relations"),
      h("button", { type: "button", onclick: () => wishes.close() }, "Back to the network")),
    h("h3", {}, "In order of time"),
    h("ul", { class: "neighbours" }, path.facts.map((fact) => factRow(fact, wishes)))));
}
