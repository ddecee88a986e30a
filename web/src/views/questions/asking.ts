import type { NamedEntity, Reply } from "../../api";
import { h } from "../../dom";
import { counted } from "../../wording/words";
import { stateLink } from "../../reading/links";
import type { Context } from "../../view";

/** The field for a question in one's own words. */
export function askBox(context: Context): HTMLFormElement {
  const input = h("input", {
    type: "text", id: "ask", maxlength: 500, autocomplete: "off", required: true, value: context.state.options["ask"] ?? "",
    placeholder: "Ask in your own words: who met whom, who leads what, who visited where …",
  });
  const form = h("form", { class: "ask", role: "search", "aria-label": "Ask" }, h("label", { for: "ask" }, "Ask"), input,
    h("button", { type: "submit", class: "primary" }, "Ask"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const asked = input.value.trim();
    if (asked !== "") context.go({ item: null, options: { ask: asked } });
  });
  return form;
}

/** What the words were taken for, and what else they may mean. */
export function understood(context: Context, reply: Reply): HTMLElement {
  const others = reply.others.map((other) => {
    const options = Object.fromEntries(Object.entries(other.parameters).map(([name, value]) => [`q.${name}`, value]));
    return h("li", {}, stateLink(context, { view: "questions", item: other.template, options }, {}, filled(reply, other)));
  });
  return h("div", { class: "understood" },
    reply.refusal !== null && h("p", { class: "refusal", role: "alert" }, reply.refusal),
    reply.answer !== null && h("p", {}, h("span", { class: "quiet" }, "Understood as "), h("strong", {}, reply.answer.question)),
    reply.notes.length > 0 && h("ul", { class: "notes quiet" }, reply.notes.map((note) => h("li", {}, note))),
    others.length > 0 && h("details", { open: reply.answer === null }, h("summary", {}, "Or did you mean …"), h("ul", { class: "others" }, others)));
}

function filled({ entities }: Reply, other: Reply["others"][number]): string {
  const values = Object.entries(other.parameters).map(([name, value]) => {
    const entity = entities.find(({ id }) => id === value);
    return `${name}: ${entity ? told(entity) : value}`;
  });
  return values.length === 0 ? other.question : `${other.question} (${values.join(", ")})`;
}

/** What tells an entity from others of its name. */
function told({ name, aliases, facts }: NamedEntity): string {
  const also = aliases.filter((alias) => alias !== name).slice(0, 2);
  return [name, ...(also.length > 0 ? [`also ${also.join(", ")}`] : []), counted(facts, "fact")].join(" · ");
}

const EXAMPLES: Record<string, readonly string[]> = {
  Person: ["Who did {} meet?", "Which offices does {} hold?"],
  Organisation: ["Which operations does {} lead or support?"],
  Country: ["Who visited {}?", "Who represents {}?"],
};

/** Questions about the best known of this graph, to begin with. */
export function examples(context: Context): HTMLElement {
  const asked = Object.entries(EXAMPLES).flatMap(([type, forms]) => {
    const one = context.graph.prominent.find((entity) => entity.type === type);
    return one === undefined ? [] : forms.map((form) => form.replace("{}", one.name));
  });
  return h("div", { class: "examples" },
    h("h2", {}, "What do you want to know?"),
    h("p", { class: "quiet" }, "Ask above in plain English, or choose a question at the left. Each answer opens the sentences that it rests on."),
    h("ul", {}, [...asked, "Which meetings are planned?"].map((text) => h("li", {}, stateLink(context, { view: "questions", item: null, options: { ask: text } }, {}, text)))));
}
