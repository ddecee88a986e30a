/** Elements from calls. Text is always text: nothing here reads markup. */

type Child = Node | string | number | null | undefined | false | readonly Child[];
type Handler = (event: never) => void;
export type Attributes = Record<string, string | number | boolean | Handler | null | undefined>;

const SVG = "http://www.w3.org/2000/svg";

function dress(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") {
      element.addEventListener(name.replace(/^on/, ""), value as EventListener);
    } else if (name === "value" && element instanceof HTMLInputElement) {
      element.value = String(value);
    } else {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
}

export function fill(element: Element, ...children: Child[]): void {
  for (const child of children) {
    if (Array.isArray(child)) fill(element, ...(child as Child[]));
    else if (child instanceof Node) element.append(child);
    else if (child !== null && child !== undefined && child !== false) element.append(String(child));
  }
}

/** An HTML element. A function as attribute listens: `{ onclick: … }`. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  fill(element, ...children);
  dress(element, attributes);
  return element;
}

/** An SVG element. */
export function s<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, tag) as SVGElementTagNameMap[K];
  dress(element, attributes);
  fill(element, ...children);
  return element;
}

/** Puts the children in place of what is there. */
export function replace(element: Element, ...children: Child[]): void {
  element.replaceChildren();
  fill(element, ...children);
}

const nameOf = (element: Element): string => element.getAttribute("data-key") ?? element.getAttribute("title") ?? element.textContent ?? "";

/** Puts the children in place of what is there; what had the keyboard's focus has it again if it is still there. */
export function redraw(element: Element, ...children: Child[]): void {
  const active = document.activeElement;
  const name = active !== null && active !== element && element.contains(active) ? nameOf(active) : null;
  replace(element, ...children);
  if (name === null) return;
  const again = [...element.querySelectorAll<HTMLElement>("button, input, select, a, [tabindex]")].find((one) => nameOf(one) === name);
  again?.focus();
}

/** A link that leaves the explorer; null unless http or https. */
export function outside(url: string | null, ...children: Child[]): HTMLAnchorElement | null {
  if (url === null || !/^https?:\/\//i.test(url)) return null;
  return h("a", { href: url, target: "_blank", rel: "noreferrer noopener" }, ...children);
}
