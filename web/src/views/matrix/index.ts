import "./matrix.css";
import type { Matrix } from "../../api";
import { h, s } from "../../dom";
import { choice, KINDS } from "../../parts/choice";
import { focusChips } from "../../parts/focus";
import { LastAnswer } from "../../parts/last-answer";
import { limitOf, moreButton } from "../../parts/more";
import { samples, stepOf } from "../../drawing/scale";
import { counted, number } from "../../wording/words";
import { Message, type Context, type Export, type View } from "../../view";
import { files } from "./files";
import { Grid } from "./grid";
import { busiestFirst, sheetOf } from "./sheet";

const ORDERS = [
  { value: "similarity", text: "Similar", told: "Beside each other who met the same others" },
  { value: "meetings", text: "Most meetings" },
  { value: "region", text: "Region" },
  { value: "name", text: "Name" },
];

const LINES = { first: 40, most: 120 };

class MatrixView implements View {
  readonly name = "matrix";
  readonly title = "Who met whom";
  readonly focus = "side";
  private readonly asked = new LastAnswer<Matrix>("matrix");
  private readonly grid = new Grid();
  private answer: Matrix | null = null;
  private order = "";
  /** The answer in the order that is shown. */
  private matrix: Matrix | null = null;
  private context: Context | null = null;

  async show(root: HTMLElement, context: Context, signal: AbortSignal): Promise<void | Message> {
    this.context = context;
    const { options, focus } = context.state;
    const by = KINDS.find(({ value }) => value === options["by"])?.value ?? "person";
    // Most countries meet the issuer's alone: likeness tells little of them.
    const usual = by === "country" ? "meetings" : "similarity";
    const order = ORDERS.find(({ value }) => value === options["order"])?.value ?? usual;
    const busiest = order === "meetings";
    const answer = await this.asked.of(context, { by, order: busiest ? "name" : order, focus, limit: limitOf(context, LINES) }, signal);
    if (answer.entities.length === 0 || answer.cells.length === 0) return nothing(context);
    const same = this.answer === answer && this.order === order;
    const matrix = (same && this.matrix) || (busiest ? busiestFirst(answer) : answer);
    if (!same || !root.hasChildNodes()) {
      [this.answer, this.order, this.matrix] = [answer, order, matrix];
      root.replaceChildren(this.bar(context, by, order), this.grid.element, h("div", { class: "view-note" }, legend(matrix), h("span", {}, note(matrix, by), " ", moreButton(context, LINES, matrix.entities.length, matrix.total))));
    }
    this.grid.show(matrix, order === "region", context);
  }

  evidenceShown(): void {
    this.grid.markSelected();
  }

  exports(): readonly Export[] {
    return this.matrix && this.context ? files(this.context, this.matrix, () => this.grid.picture()) : [];
  }

  private bar(context: Context, by: string, order: string): HTMLElement {
    const set = (name: string) => (value: string): void => context.go({ options: { ...context.state.options, [name]: value } });
    return h("div", { class: "view-bar" }, choice("Rows and columns", KINDS, by, set("by")),
      h("span", { class: "quiet" }, "ordered by"), choice("Order", ORDERS, order, set("order")), focusChips(context, this.matrix?.entities ?? []));
  }
}

function legend(matrix: Matrix): HTMLElement {
  const { most } = sheetOf(matrix);
  const square = (look: string): SVGSVGElement =>
    s("svg", { width: 14, height: 14, "aria-hidden": "true" }, s("g", { class: `cell ${look}` }, s("rect", { x: 1, y: 1, width: 12, height: 12, rx: 2 })));
  const counts = samples(most).map((count) => h("span", { class: "key" }, square(`step-${stepOf(count, most)}`), `${count}`));
  const planned = matrix.cells.some((cell) => cell.planned > 0)
    ? h("span", { class: "key" }, square("step-5 planned-only"), "only planned") : null;
  const partly = matrix.cells.some((cell) => cell.planned > 0 && cell.planned < cell.count)
    ? h("span", { class: "key" }, some(), "some planned") : null;
  return h("div", { class: "view-legend" }, counts, "meetings", planned, partly);
}

function some(): SVGSVGElement {
  return s("svg", { width: 10, height: 14, "aria-hidden": "true" }, s("g", { class: "cell" }, s("circle", { cx: 5, cy: 5, r: 2.2, class: "some-planned" })));
}

function note({ entities, total, truncated }: Matrix, by: string): string {
  const through = by === "person" ? "" : `Meetings of people count for the ${by} they spoke for on that day. `;
  return through + (truncated ? `The ${number(entities.length)} with the most meetings of ${number(total)}; narrow the filters or choose a focus for others.` : "");
}

function nothing(context: Context): Message {
  const focused = context.state.focus.length;
  const clear = { text: "Clear focus", act: () => context.go({ focus: [] }) };
  const text = focused > 0
    ? `The filters leave no meeting of the ${counted(focused, "entity", "entities")} in focus.`
    : "The filters leave no meeting. Widen them or the dates at the side.";
  return new Message("Nobody met", text, focused > 0 ? [clear] : []);
}

export const matrix: View = new MatrixView();
