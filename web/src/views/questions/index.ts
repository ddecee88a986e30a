import "./questions.css";
import type { Answer, Questions, Reply } from "../../api";
import { h, replace } from "../../dom";
import { cellOf, json } from "../../export/cells";
import { graphml } from "../../export/graphml";
import { markChosen } from "../../reading/facts";
import { toldCsv, toldFacts } from "../../reading/told";
import { ProblemError, type Context, type Export, type Message, type View } from "../../view";
import { answerHead, answerTable, taken } from "./answer";
import { askBox, examples, understood } from "./asking";
import { Catalogue, type Question } from "./catalogue";
import { CypherDesk } from "./cypher";
import { questionForm } from "./form";

const PREFIX = "q.";

/** Questions of the catalogue as forms, and in one's own words. */
class QuestionsView implements View {
  readonly name = "questions";
  readonly title = "Questions";
  readonly filtered = false;
  private catalogue: Catalogue | null = null;
  private questions: readonly Question[] = [];
  private readonly main = h("div", { class: "asked" });
  private context: Context | null = null;
  private answer: Answer | null = null;
  private readonly cypher = new CypherDesk();

  async show(root: HTMLElement, context: Context, signal: AbortSignal): Promise<void | Message> {
    this.context = context;
    if (this.catalogue === null) {
      this.questions = (await context.ask<Questions>("questions", {}, { signal })).questions;
      this.catalogue = new Catalogue(context, this.questions);
      replace(root, h("div", { class: "desk" }, this.catalogue.element, this.main));
    }
    this.answer = null;
    if (context.state.item === null && context.state.options["ask"]) replace(this.main, askBox(context));
    const drawn = await this.drawn(context, signal);
    replace(this.main, askBox(context), drawn);
    this.catalogue.mark(this.nameAsked(context));
    markChosen(this.main, context.state.selected);
    this.main.addEventListener("click", () => markChosen(this.main, context.state.selected), { signal });
  }

  private isFree(context: Context): boolean {
    return context.graph.cypher && context.state.item === null && context.state.options["cypher"] !== undefined;
  }

  private nameAsked(context: Context): string | null {
    return context.state.item ?? this.answer?.template ?? null;
  }

  private async drawn(context: Context, signal: AbortSignal): Promise<(HTMLElement | null)[]> {
    const { item, options } = context.state;
    if (item !== null) return this.fromForm(context, item, signal);
    if (this.isFree(context)) return this.cypher.drawn(context, options["cypher"] ?? "");
    return options["ask"] ? this.inWords(context, options["ask"], signal) : [examples(context)];
  }

  private async inWords(context: Context, words: string, signal: AbortSignal): Promise<(HTMLElement | null)[]> {
    const reply = await orProblem(context.ask<Reply>("ask", { q: words }, { signal }));
    if (reply instanceof ProblemError) return [refused(reply)];
    const head = understood(context, reply);
    const question = this.questions.find((one) => one.name === reply.answer?.template);
    if (reply.answer === null || question === undefined) return [head, reply.others.length === 0 ? examples(context) : null];
    this.answer = reply.answer;
    const values = Object.entries(reply.answer.parameters).filter(([, value]) => value !== null && value !== "");
    const form = this.form(context, question, Object.fromEntries(values.map(([name, value]) => [name, String(value)])), signal);
    return [head, form, ...this.result(context, reply.answer)];
  }

  private async fromForm(context: Context, name: string, signal: AbortSignal): Promise<(HTMLElement | null)[]> {
    const question = this.questions.find((one) => one.name === name);
    if (question === undefined) return [h("p", { class: "refusal", role: "alert" }, `No question is called “${name}”; choose one at the left.`)];
    const given = Object.entries(context.state.options).filter(([key]) => key.startsWith(PREFIX));
    const values = Object.fromEntries(given.map(([key, value]) => [key.slice(PREFIX.length), value]));
    const head = h("h2", {}, question.question);
    const form = this.form(context, question, values, signal);
    const ready = question.parameters.every((one) => !one.required || values[one.name]);
    if (!ready) return [head, form];
    const answer = await orProblem(context.ask<Answer>(`questions/${encodeURIComponent(name)}`, values, { signal }));
    if (answer instanceof ProblemError) return [head, form, refused(answer)];
    this.answer = answer;
    return [head, form, taken(context, answer), ...this.result(context, answer)];
  }

  private form(context: Context, question: Question, values: Record<string, string>, signal: AbortSignal): HTMLFormElement {
    return questionForm(context, question, values, signal, (asked) => {
      const options = Object.fromEntries(Object.entries(asked).map(([name, value]) => [PREFIX + name, value]));
      context.go({ item: question.name, options });
    });
  }

  private result(context: Context, answer: Answer): HTMLElement[] {
    if (answer.rows.length === 0) {
      return [h("p", { class: "nothing quiet", role: "status", "aria-label": "Answer" }, "The releases of this graph say nothing about it. Try a longer period, or another name.")];
    }
    return [answerHead(context, answer), answerTable(context, answer)];
  }

  exports(): readonly Export[] {
    const { context, answer } = this;
    if (context !== null && this.isFree(context)) return this.cypher.exports();
    if (context === null || answer === null || answer.rows.length === 0) return [];
    const names = answer.columns.map((column) => column.name);
    const rows = answer.rows.map((row, place) => ({ cells: names.map((name) => cellOf(row[name])), keys: answer.keys[place] ?? [] }));
    const keys = [...new Set(answer.keys.flat())];
    return [
      { format: "CSV", name: `${answer.template}.csv`, make: () => toldCsv(context, names, rows) },
      { format: "JSON", name: `${answer.template}.json`, make: async () => json({ ...answer, evidence: await toldFacts(context, keys) }) },
      { format: "GraphML", name: `${answer.template}.graphml`, make: async () => graphml(await toldFacts(context, keys)) },
    ];
  }
}

/** The answer, or why there is none: shown below the form, which stays. */
const orProblem = <T>(answer: Promise<T>): Promise<T | ProblemError> =>
  answer.catch((error: unknown) => {
    if (error instanceof ProblemError) return error;
    throw error;
  });

const refused = (problem: ProblemError): HTMLElement => h("p", { class: "refusal", role: "alert" }, problem.message);

export const questions: View = new QuestionsView();
