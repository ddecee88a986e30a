/** A few words beside the pointer. What it says is in the labels of the elements too. */

import { h } from "../dom";

interface Hint {
  readonly element: HTMLElement;
  /** Above the element, or above a point of it. */
  show(lines: readonly string[], beside: Element, at?: { clientX: number; clientY: number }): void;
  hide(): void;
}

export function hint(): Hint {
  const element = h("div", { class: "hint", "aria-hidden": "true", hidden: true });
  return {
    element,
    show(lines, beside, at) {
      element.replaceChildren(...lines.map((line) => h("div", {}, line)));
      element.hidden = false;
      const target = at ? new DOMRect(at.clientX, at.clientY - 4, 0, 8) : beside.getBoundingClientRect();
      const own = element.getBoundingClientRect();
      const above = target.top - own.height - 8;
      const left = target.left + Math.min(target.width, 200) / 2 - own.width / 2;
      element.style.left = `${Math.max(8, Math.min(left, innerWidth - own.width - 8))}px`;
      element.style.top = `${above > 8 ? above : target.bottom + 8}px`;
    },
    hide() {
      element.hidden = true;
    },
  };
}
