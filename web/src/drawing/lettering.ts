/** How wide words are and where to break them. */

export type Measure = (text: string) => number;

/** Widths in pixels in the font of the page, of a size and weight as for CSS: "600 13px". */
export function measureIn(size: string): Measure {
  const pen = document.createElement("canvas").getContext("2d");
  const known = new Map<string, number>();
  if (pen) pen.font = `${size} ${getComputedStyle(document.body).fontFamily}`;
  return (text) => {
    const width = known.get(text) ?? pen?.measureText(text).width ?? text.length * 6.5;
    known.set(text, width);
    return width;
  };
}

/** Lines no wider than `width`, broken between words; what does not fit into `most` lines ends in "…". */
export function wrapped(text: string, width: number, most: number, measure: Measure): string[] {
  const lines: string[] = [];
  let rest = text.split(/\s+/).filter((word) => word !== "");
  while (rest.length > 0 && lines.length < most - 1) {
    let taken = 1;
    while (taken < rest.length && measure(rest.slice(0, taken + 1).join(" ")) <= width) taken += 1;
    lines.push(shortened(rest.slice(0, taken).join(" "), width, measure));
    rest = rest.slice(taken);
  }
  if (rest.length > 0) lines.push(shortened(rest.join(" "), width, measure));
  return lines;
}

/** The text, or as much of its beginning as is no wider than `width` and "…". */
export function shortened(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text;
  const letters = [...text];
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(`${letters.slice(0, middle).join("").trimEnd()}…`) <= width) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join("").trimEnd()}…`;
}
