import type { Fact } from "../../api";
import { h } from "../../dom";
import { number } from "../../wording/words";
import { factTable, markChosen, type FactColumn } from "../../reading/facts";
import type { Context } from "../../view";

const FIRST = 12;

/** Hidden rows that are not worth a button. */
const FEW = 4;

/** A table of facts under a heading; long ones are opened by a button. */
export function section(context: Context, columns: readonly FactColumn[], title: string, facts: readonly Fact[]): HTMLElement | null {
  if (facts.length === 0) return null;
  const table = (shown: readonly Fact[]): HTMLElement => factTable(context, shown, columns, title);
  const first = facts.length > FIRST + FEW ? FIRST : facts.length;
  const element = h("section", {}, h("h3", {}, title, " ", h("span", { class: "count" }, number(facts.length))), table(facts.slice(0, first)));
  if (facts.length > first) {
    const more = h("button", { type: "button", class: "more" }, `Show all ${number(facts.length)}`);
    more.addEventListener("click", () => {
      const all = table(facts);
      element.replaceChild(all, element.querySelector("table") as HTMLElement);
      markChosen(all, context.state.selected);
      more.remove();
      all.querySelectorAll<HTMLElement>("button.relation")[first]?.focus();
    });
    element.append(more);
  }
  return element;
}
