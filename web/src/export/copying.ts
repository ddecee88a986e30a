/** Elements of the page as they look, for a file that has no style sheet. */

const STYLES = [
  "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "stroke-linejoin",
  "stroke-linecap", "opacity", "font-family", "font-size", "font-weight", "font-style", "text-anchor",
  "dominant-baseline", "paint-order",
] as const;

/** Mixed colours as programs that draw SVG know them. */
function plain(value: string): string {
  const pen = /^(color|oklab|oklch|lab|lch)\(/.test(value) ? document.createElement("canvas").getContext("2d") : null;
  if (!pen) return value;
  pen.fillStyle = value;
  pen.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}

/** Copies that look the same without a style sheet. */
export function copied(element: Element): Element[] {
  const style = getComputedStyle(element);
  if (element.classList.contains("screen") || style.display === "none" || style.visibility === "hidden") return [];
  const copy = element.cloneNode(false) as Element;
  for (const name of [...copy.getAttributeNames()]) {
    if (name === "class" || name === "tabindex" || name === "role" || name.startsWith("aria-")) copy.removeAttribute(name);
  }
  if (copy.tagName !== "title" && copy.tagName !== "defs") {
    for (const name of STYLES) {
      const value = style.getPropertyValue(name);
      if (value && value !== "normal") copy.setAttribute(name, plain(value));
    }
  }
  for (const child of element.childNodes) {
    if (child instanceof Element) copy.append(...copied(child));
    else copy.append(child.cloneNode());
  }
  return [copy];
}
