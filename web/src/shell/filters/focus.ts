import { h } from "../../dom";
import { entityName } from "../../parts/entity";
import { entityOf } from "../../reading/names";
import type { Context } from "../../view";

/** Who is in focus, with a button to leave each out; null if nobody is. */
export async function focusGroup(context: Context, signal: AbortSignal): Promise<HTMLElement | null> {
  const { focus } = context.state;
  if (focus.length === 0) return null;
  const entities = await Promise.all(focus.map((id) => entityOf(context, id, signal)));
  const chips = entities.map((entity, index) => {
    const id = focus[index] as string;
    const leave = (): void => context.go({ focus: focus.filter((one) => one !== id) });
    return h("li", { class: "token" }, entity ? entityName(entity) : id,
      h("button", { type: "button", "data-key": `focus:${id}`, "aria-label": `Leave out ${entity?.name ?? id}`, onclick: leave }, "✕"));
  });
  return h("section", { class: "group group-focus" }, h("h3", {}, "Only about"), h("ul", { class: "tokens" }, chips));
}
