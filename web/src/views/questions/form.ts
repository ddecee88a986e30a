import type { Parameter } from "../../api";
import { h } from "../../dom";
import { EntityBox } from "../../completing/entity-box";
import type { Context } from "../../view";
import { capital, type Question } from "./catalogue";

interface Field {
  name: string;
  element: HTMLElement;
  value(): string;
}

const PLACEHOLDERS: Record<string, string> = { "date-from": "YYYY-MM-DD", "date-to": "YYYY-MM-DD", day: "YYYY-MM-DD" };

/** The fields of a question; what is asked goes into the state. */
export function questionForm(
  context: Context, question: Question, values: Readonly<Record<string, string>>, signal: AbortSignal, ask: (values: Record<string, string>) => void,
): HTMLFormElement {
  const fields = question.parameters.map((parameter) => field(context, parameter, values[parameter.name] ?? "", signal));
  const form = h("form", { class: "question-form", "aria-label": question.question }, h("div", { class: "fields" }, fields.map((one) => one.element)),
    h("button", { type: "submit", class: "primary" }, "Ask"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(Object.fromEntries(fields.map((one) => [one.name, one.value()]).filter(([, value]) => value !== "")));
  });
  return form;
}

function field(context: Context, parameter: Parameter, value: string, signal: AbortSignal): Field {
  const id = `q-${parameter.name}`;
  const label = h("label", { for: id }, capital(parameter.name.replaceAll("_", " ")),
    parameter.required ? h("span", { class: "needed" }, " needed") : null);
  const told = h("small", { class: "quiet", id: `${id}-told` }, parameter.description);
  const wrap = (control: HTMLElement): HTMLElement => h("div", { class: `field kind-${parameter.kind}` }, label, control, told);
  if (parameter.kind === "entity") {
    const box = new EntityBox(context, id, parameter.types, parameter.required);
    if (value !== "") void box.take(value, signal).catch(() => undefined); // given up: the id stays
    return { name: parameter.name, element: wrap(box.element), value: () => box.value };
  }
  const input = plain(parameter, id, value);
  return { name: parameter.name, element: wrap(input), value: () => input.value.trim() };
}

function plain(parameter: Parameter, id: string, value: string): HTMLInputElement {
  const whole = parameter.kind === "int";
  return h("input", {
    type: whole ? "number" : "text", id, value, required: parameter.required, maxlength: whole ? null : 300,
    min: whole ? 0 : null, max: whole ? 1000 : null, step: whole ? 1 : null,
    placeholder: parameter.default !== null ? String(parameter.default) : (PLACEHOLDERS[parameter.kind] ?? ""),
    "aria-describedby": `${id}-told`,
  });
}
