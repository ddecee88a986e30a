import { s } from "../dom";
import { measureIn, wrapped, type Measure } from "../drawing/lettering";
import type { Caption } from "./caption";
import { copied } from "./copying";
import type { Drawing } from "./picture";

/** What stands around a picture that leaves the page: heading above, legend below. */

const [WIDEST, LEAST, PAD] = [1100, 560, 16]; // a wider picture has bigger letters
const [TITLE, TEXT, LINE] = [17, 12, 17];
const GAP = 14;

interface Block {
  element: SVGElement;
  height: number;
}

interface Page {
  width: number;
  font: string;
  ink: string;
  quiet: string;
}

const role = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function line(page: Page, text: string, y: number, size: number): SVGTextElement {
  const [fill, weight] = size === TITLE ? [page.ink, 600] : [page.quiet, 400];
  return s("text", { x: PAD, y, "font-family": page.font, "font-size": size, "font-weight": weight, fill }, text);
}

function heading({ title, lines }: Caption, page: Page): Block {
  const room = page.width - 2 * PAD;
  const group = s("g", {});
  let y = PAD;
  for (const text of wrapped(title, room, 3, measureIn(`600 ${TITLE}px`))) group.append(line(page, text, (y += TITLE + 4), TITLE));
  for (const said of lines) {
    for (const text of wrapped(said, room, 4, measureIn(`${TEXT}px`))) group.append(line(page, text, (y += LINE), TEXT));
  }
  return { element: group, height: y + PAD };
}

/** What the page keeps together in the legend: a sign with its word, or words alone. */
function keysIn(legend: HTMLElement): { signs: SVGSVGElement[]; text: string }[] {
  const signed = (node: Node): SVGSVGElement[] => (node instanceof Element ? [...node.querySelectorAll<SVGSVGElement>("svg")] : []);
  return [...legend.childNodes].map((node) => ({ signs: signed(node), text: (node.textContent ?? "").trim() }))
    .filter(({ signs, text }) => signs.length > 0 || text !== "");
}

function legendBelow(legend: HTMLElement | null, page: Page): Block {
  const group = s("g", {});
  if (legend === null) return { element: group, height: 0 };
  const measure: Measure = measureIn(`${TEXT}px`);
  let [x, y] = [PAD, PAD];
  for (const { signs, text } of keysIn(legend)) {
    const sizes = signs.map((sign) => sign.width.baseVal.value + 5);
    const wide = sizes.reduce((sum, size) => sum + size, 0) + measure(text);
    if (x > PAD && x + wide > page.width - PAD) [x, y] = [PAD, y + LINE + 3];
    signs.forEach((sign, index) => {
      const high = sign.height.baseVal.value;
      const copy = copied(sign)[0] as SVGElement;
      for (const [name, value] of Object.entries({ x, y: y + (LINE - high) / 2 })) copy.setAttribute(name, String(value));
      group.append(copy);
      x += sizes[index] ?? 0;
    });
    group.append(s("text", { x, y: y + LINE - 4.5, "font-family": page.font, "font-size": TEXT, fill: page.quiet }, text));
    x += measure(text) + GAP;
  }
  return { element: group, height: y + LINE + PAD };
}

/** The drawing on the ground of the page, with its caption. */
export function framed(drawing: Drawing, caption: Caption): Drawing {
  const scale = Math.max(1, drawing.width / WIDEST);
  const width = Math.max(drawing.width / scale, LEAST);
  const { fontFamily, backgroundColor } = getComputedStyle(document.body);
  const page = { width, font: fontFamily, ink: role("--ink"), quiet: role("--quiet") };
  const [above, below] = [heading(caption, page), legendBelow(caption.legend, page)];
  const inner = drawing.height / scale;
  const height = above.height + inner + below.height;
  const { svg } = drawing;
  for (const [name, value] of Object.entries({ x: 0, y: above.height, width: drawing.width / scale, height: inner })) svg.setAttribute(name, String(value));
  const foot = s("g", { transform: `translate(0 ${above.height + inner})` }, below.element);
  const whole = s("svg", { width: width * scale, height: height * scale, viewBox: `0 0 ${width} ${height}` },
    s("rect", { width, height, fill: backgroundColor }), above.element, svg, foot);
  return { svg: whole, width: width * scale, height: height * scale };
}
