/** One of a few, as a row of buttons. */

import { h } from "../dom";

export interface Choice {
  value: string;
  text: string;
  /** What it means, where that needs words. */
  told?: string;
}

/** Of what lanes and lines are. */
export const KINDS: readonly Choice[] = [
  { value: "person", text: "Person" },
  { value: "organisation", text: "Organisation" },
  { value: "country", text: "Country" },
];

export function choice(
  label: string,
  choices: readonly Choice[],
  chosen: string,
  change: (value: string) => void,
): HTMLElement {
  const name = `choice-${label.toLowerCase().replaceAll(/\W+/g, "-")}`;
  const buttons = choices.map(({ value, text, told }) => {
    const input = h("input", { type: "radio", name, value, onchange: () => change(value) });
    input.checked = value === chosen;
    return h("label", { title: told ?? null }, input, h("span", {}, text));
  });
  return h("fieldset", { class: "choice" }, h("legend", {}, label), ...buttons);
}
