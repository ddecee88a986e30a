/** One tab stop for many elements of a drawing. */

export type Arrow = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown" | "Home" | "End";

export interface Roving {
  /** The tab stop, on which the focus is or would come. */
  readonly at: Element | null;
  moveTo(element: Element, focus: boolean): void;
}

/** Makes `first` the tab stop of `root`. Arrows go where `next` says, Enter and Space click. */
export function roving(
  root: Element,
  first: Element | null,
  next: (from: Element, arrow: Arrow) => Element | null,
): Roving {
  let at: Element | null = null;
  const moveTo = (element: Element, focus: boolean): void => {
    at?.setAttribute("tabindex", "-1");
    element.setAttribute("tabindex", "0");
    at = element;
    if (focus) (element as SVGElement | HTMLElement).focus();
  };
  root.addEventListener("keydown", (event) => {
    const { key } = event as KeyboardEvent;
    if (!at || event.target !== at || hasModifier(event as KeyboardEvent)) return;
    if (key === "Enter" || key === " ") at.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    else if (isArrow(key)) {
      const element = next(at, key);
      if (element) moveTo(element, true);
    } else return;
    event.preventDefault();
  });
  if (first) moveTo(first, false);
  return { get at() { return at; }, moveTo };
}

function isArrow(key: string): key is Arrow {
  return key.startsWith("Arrow") || key === "Home" || key === "End";
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
}
