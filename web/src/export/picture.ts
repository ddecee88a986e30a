/** What is drawn on the page, as an SVG file that needs no style sheet. */

import { s } from "../dom";

const STYLES = [
  "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "stroke-linejoin",
  "stroke-linecap", "opacity", "font-family", "font-size", "font-weight", "font-style", "text-anchor",
  "dominant-baseline", "paint-order",
] as const;

/** Parts of one picture and where each goes; `left` and `top` of a part default to 0. */
export interface Part {
  svg: SVGSVGElement;
  left?: number;
  top?: number;
}

/** The parts beside each other on the background of the page. Elements of class "screen" stay out. */
export function svgBlob(parts: readonly Part[]): Blob {
  const width = Math.max(...parts.map(({ svg, left = 0 }) => left + svg.width.baseVal.value));
  const height = Math.max(...parts.map(({ svg, top = 0 }) => top + svg.height.baseVal.value));
  const background = getComputedStyle(document.body).backgroundColor;
  const drawing = s("svg", { width, height, viewBox: `0 0 ${width} ${height}` });
  drawing.append(s("rect", { width, height, fill: background }));
  for (const { svg, left = 0, top = 0 } of parts) {
    const group = s("g", { transform: `translate(${left} ${top})` });
    for (const child of svg.children) group.append(...copied(child));
    drawing.append(group);
  }
  const text = new XMLSerializer().serializeToString(drawing);
  return new Blob(['<?xml version="1.0" encoding="UTF-8"?>\n', text], { type: "image/svg+xml" });
}

/** Mixed colours as programs that draw SVG know them. */
function plain(value: string): string {
  const pen = /^(color|oklab|oklch|lab|lch)\(/.test(value) ? document.createElement("canvas").getContext("2d") : null;
  if (!pen) return value;
  pen.fillStyle = value;
  pen.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}

function copied(element: Element): Element[] {
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

/** The picture in twice as many pixels. */
export async function pngBlob(parts: readonly Part[]): Promise<Blob> {
  const url = URL.createObjectURL(svgBlob(parts));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = 2 * image.naturalWidth;
    canvas.height = 2 * image.naturalHeight;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) => {
      canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("the picture is too large; export SVG"))), "image/png");
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
