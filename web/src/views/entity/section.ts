import type { Fact } from "../../api";
import { h } from "../../dom";
import { number } from "../../parts/words";
import { factTable, markChosen } from "../../reading/facts";
import { columnsFrom } from "../../reading/towards";
import type { Context } from "../../view";

const FIRST = 12;

/** A table of facts under a heading; long ones are opened by a button. */
export function section(context: Context, id: string, title: string, facts: readonly Fact[]): HTMLElement | null {
  if (facts.length === 0) return null;
  const columns = columnsFrom(id);
  const table = (shown: readonly Fact[]): HTMLElement => factTable(context, shown, columns, title);
  const element = h("section", {}, h("h3", {}, title, " ", h("span", { class: "count" }, number(facts.length))), table(facts.slice(0, FIRST)));
  if (facts.length > FIRST) {
    const more = h("button", { type: "button", class: "more" }, `Show all ${number(facts.length)}`);
    more.addEventListener("click", () => {
      const all = table(facts);
      element.replaceChild(all, element.querySelector("table") as HTMLElement);
      markChosen(all, context.state.selected);
      more.remove();
      all.querySelectorAll<HTMLElement>("button.relation")[FIRST]?.focus();
    });
    element.append(more);
  }
  return element;
}
