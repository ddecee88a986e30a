import "./operations.css";
import type { Operations } from "../../api";
import { h } from "../../dom";
import { choice } from "../../parts/choice";
import { focusChips } from "../../parts/focus";
import { LastAnswer } from "../../parts/last-answer";
import { limitOf, moreButton } from "../../parts/more";
import { counted, number } from "../../wording/words";
import { Message, type Context, type Export, type View } from "../../view";
import { cards } from "./cards";
import { files } from "./files";
import { period } from "./pieces";
import { ROLES } from "./roles";
import { table } from "./table";

const SHAPES = [
  { value: "cards", text: "Cards" },
  { value: "table", text: "Table" },
];

const CARDS = { first: 100, most: 500 };

class OperationsView implements View {
  readonly name = "operations";
  readonly title = "Operations";
  readonly focus = "side";
  private readonly asked = new LastAnswer<Operations>("operations");
  private answer: Operations | null = null;
  private drawn = "";
  private sheet: HTMLElement | null = null;
  private context: Context | null = null;

  async show(root: HTMLElement, context: Context, signal: AbortSignal): Promise<void | Message> {
    const as = context.state.options["as"] === "table" ? "table" : "cards";
    const answer = await this.asked.of(context, { focus: context.state.focus, limit: limitOf(context, CARDS) }, signal);
    if (answer.operations.length === 0) {
      const clear = { text: "Clear focus", act: () => context.go({ focus: [] }) };
      const text = "No operation, mission or programme is left. Widen the filters or the dates at the side.";
      return new Message("No operation", text, context.state.focus.length > 0 ? [clear] : []);
    }
    if (this.answer !== answer || this.drawn !== as || !root.hasChildNodes()) this.draw(root, answer, context, as);
    [this.answer, this.drawn, this.context] = [answer, as, context];
    this.evidenceShown();
  }

  private draw(root: HTMLElement, answer: Operations, context: Context, as: string): void {
    this.sheet = h("div", { class: "operations", tabindex: 0, role: "region", "aria-label": "Operations" }, (as === "cards" ? cards : table)(answer.operations, period(answer.operations), context));
    root.replaceChildren(this.bar(answer, context, as), this.sheet);
  }

  evidenceShown(): void {
    const selected = new Set(this.context?.state.selected);
    for (const chip of this.sheet?.querySelectorAll(".chip") ?? []) {
      const keys = chip.getAttribute("data-keys")?.split(" ") ?? [];
      chip.classList.toggle("chosen", keys.some((key) => selected.has(key)));
    }
  }

  exports(): readonly Export[] {
    return this.answer && this.context ? files(this.context, this.answer) : [];
  }

  private bar({ operations, total, truncated }: Operations, context: Context, as: string): HTMLElement {
    const set = (value: string): void => context.go({ options: { ...context.state.options, as: value } });
    const known = operations.flatMap((operation) => [operation.entity, ...ROLES.flatMap(({ field }) => operation[field].map(({ entity }) => entity))]);
    const text = truncated
      ? `The latest ${number(operations.length)} of ${number(total)} operations; narrow the filters for others.`
      : total > 1 ? `${counted(total, "operation")}, latest first` : counted(total, "operation");
    return h("div", { class: "view-bar" }, choice("Shown as", SHAPES, as, set), focusChips(context, known), h("span", { class: "quiet" }, text, " ", moreButton(context, CARDS, operations.length, total)));
  }
}

export const operations: View = new OperationsView();
