import { h } from "../../dom";
import { entityName } from "../../parts/entity";
import { entityOf } from "../../reading/names";
import type { Context } from "../../view";

/** "about …" with a button to leave each out; facts must be about all of them. */
export async function focusLine(context: Context, signal: AbortSignal): Promise<HTMLElement | null> {
  const { focus } = context.state;
  if (focus.length === 0) return null;
  const entities = await Promise.all(focus.map((id) => entityOf(context, id, signal)));
  const chips = focus.map((id, place) => {
    const entity = entities[place];
    const without = (): void => context.go({ focus: focus.filter((one) => one !== id) });
    return h("span", { class: "chip" }, entity ? entityName(entity) : id,
      h("button", { type: "button", class: "leave", "aria-label": `Leave out ${entity?.name ?? id}`, onclick: without }, "×"));
  });
  return h("div", { class: "about" }, h("span", { class: "quiet" }, "about"), chips);
}
