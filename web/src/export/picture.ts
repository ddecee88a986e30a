/** What is drawn on the page, as an SVG file that needs no style sheet. */

import { s } from "../dom";
import type { Export } from "../view";
import type { Caption } from "./caption";
import { copied } from "./copying";
import { framed } from "./frame";

const MOST_PIXELS = 6000; // of a side of a PNG

/** Parts of one picture and where each goes; `left` and `top` of a part default to 0. */
export interface Part {
  svg: SVGSVGElement;
  left?: number;
  top?: number;
}

/** A drawing of its own, in pixels. */
export interface Drawing {
  svg: SVGSVGElement;
  width: number;
  height: number;
}

/** The parts beside each other. Elements of class "screen" stay out. */
export function composed(parts: readonly Part[]): Drawing {
  const width = Math.max(...parts.map(({ svg, left = 0 }) => left + svg.width.baseVal.value));
  const height = Math.max(...parts.map(({ svg, top = 0 }) => top + svg.height.baseVal.value));
  const drawing = s("svg", { width, height, viewBox: `0 0 ${width} ${height}` });
  for (const { svg, left = 0, top = 0 } of parts) {
    const group = s("g", { transform: `translate(${left} ${top})` });
    for (const child of svg.children) group.append(...copied(child));
    drawing.append(group);
  }
  return { svg: drawing, width, height };
}

/** The files of a picture: it is drawn, with its caption, when one is asked for. */
export function pictures(name: string, draw: () => Drawing, caption: () => Promise<Caption>): Export[] {
  const made = async (): Promise<Drawing> => framed(draw(), await caption());
  return [
    { format: "SVG", name: `${name}.svg`, make: async () => svgBlob(await made()) },
    { format: "PNG", name: `${name}.png`, make: async () => pngBlob(await made()) },
  ];
}

function svgBlob({ svg }: Drawing): Blob {
  const text = new XMLSerializer().serializeToString(svg);
  return new Blob(['<?xml version="1.0" encoding="UTF-8"?>\n', text], { type: "image/svg+xml" });
}

/** The picture in twice as many pixels, or as many as a canvas takes. */
async function pngBlob(drawing: Drawing): Promise<Blob> {
  const url = URL.createObjectURL(svgBlob(drawing));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const scale = Math.min(2, MOST_PIXELS / Math.max(drawing.width, drawing.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(scale * drawing.width);
    canvas.height = Math.round(scale * drawing.height);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) => {
      canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("the picture is too large; export SVG"))), "image/png");
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
