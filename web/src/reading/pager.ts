import { h } from "../dom";
import { number } from "../wording/words";

/** "101–200 of 1,204" with a step back and forth; offsets count from 0. */
export function pager(what: string, offset: number, shown: number, total: number, size: number, turn: (offset: number) => void): HTMLElement {
  const button = (text: string, label: string, to: number, able: boolean): HTMLButtonElement =>
    h("button", { type: "button", "aria-label": label, disabled: !able, onclick: () => turn(to) }, text);
  const range = shown === total ? `${number(total)} ${what}` : `${number(offset + 1)}–${number(offset + shown)} of ${number(total)}`;
  return h("nav", { class: "pager", "aria-label": `Pages of the ${what}` },
    h("span", { class: "quiet" }, range),
    total > size && [
      button("‹", "Previous page", Math.max(0, offset - size), offset > 0),
      button("›", "Next page", offset + size, offset + shown < total),
    ]);
}
