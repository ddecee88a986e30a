/** Files of what is shown. */

/** One CSV cell. What a spreadsheet would read as a formula gets an apostrophe before it. */
export function cell(value: unknown): string {
  const text = value === null || value === undefined ? "" : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) && typeof value !== "number" ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** CSV in UTF-8 with a byte order mark, as spreadsheets want it. */
export function csv(columns: readonly string[], rows: readonly (readonly unknown[])[]): Blob {
  const lines = [columns, ...rows].map((row) => row.map(cell).join(","));
  return new Blob(["\ufeff", lines.join("\r\n"), "\r\n"], { type: "text/csv;charset=utf-8" });
}

export const json = (value: unknown): Blob =>
  new Blob([JSON.stringify(value, null, 2), "\n"], { type: "application/json" });

/** Characters that XML 1.0 cannot hold are left out. */
const UNFIT = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

export const xmlText = (text: string): string =>
  text.replace(UNFIT, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const DRAWN = "fill stroke stroke-width stroke-dasharray stroke-linecap opacity fill-opacity stroke-opacity font-family font-size font-weight text-anchor dominant-baseline paint-order visibility display".split(" ");

function withStyle(original: Element, copy: Element): void {
  const style = getComputedStyle(original);
  for (const name of DRAWN) copy.setAttribute(name, style.getPropertyValue(name));
  copy.removeAttribute("class");
  copy.removeAttribute("style");
  [...original.children].forEach((child, index) => {
    const twin = copy.children[index];
    if (twin) withStyle(child, twin);
  });
}

/** An SVG of the page as a file that stands alone: styles become attributes. */
export function svgFile(svg: SVGSVGElement, ground: string): Blob {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  withStyle(svg, copy);
  const box = svg.viewBox.baseVal;
  const [x, y] = box && box.width > 0 ? [box.x, box.y] : [0, 0];
  const { width, height } = svg.getBoundingClientRect();
  const [wide, high] = box && box.width > 0 ? [box.width, box.height] : [width, height];
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("viewBox", `${x} ${y} ${wide} ${high}`);
  copy.setAttribute("width", String(wide));
  copy.setAttribute("height", String(high));
  const back = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({ x, y, width: wide, height: high, fill: ground })) back.setAttribute(name, String(value));
  copy.prepend(back);
  return new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" });
}

export function download(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
