import type { EntityType } from "../../../api";
import { FONT } from "./look";

/** Which names are shown, and where: none lies on another name or on a bigger node. */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export type Side = "bottom" | "top" | "right" | "left" | "bottom-right" | "top-right" | "bottom-left" | "top-left";

/** Where a name stands, and how far from the middle of that side, in parts of its width. */
export interface Spot {
  side: Side;
  shift: number;
}

export interface Named {
  id: string;
  x: number;
  y: number;
  /** Half the height of the node, in the same pixels as the text. */
  radius: number;
  width: number;
  height: number;
  /** Shown even on a node: what is in the middle, and what is selected. */
  always?: boolean;
  /** A name that may lie on nodes of less weight. */
  weighty?: boolean;
}

const COLUMNS = 20;
const [GAP, MARGIN, NEARER, SLACK] = [3, 2, 3, 1]; // px; letters are a little less high than their line

function wrapped(words: readonly string[], columns: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + word.length < columns) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The name in lines. Names of countries and people are never cut; longer ones are, after three lines. */
export function labelOf(name: string, type: EntityType): string {
  const lines = wrapped(name.trim().split(/\s+/), COLUMNS);
  if (lines.length <= 3 || type === "Country" || type === "Person") return lines.join("\n");
  return [...lines.slice(0, 2), `${lines[2] ?? ""} …`].join("\n");
}

const drawing = document.createElement("canvas").getContext("2d");

/** Width and height of a label in pixels at that size. */
export function measured(label: string, size: number, bold: boolean): { width: number; height: number } {
  const lines = label.split("\n");
  if (drawing) drawing.font = `${bold ? "bold" : "normal"} ${size}px ${FONT}`;
  const widths = lines.map((line) => drawing?.measureText(line).width ?? line.length * size * 0.6);
  return { width: Math.max(...widths), height: lines.length * size * 1.15 };
}

function boxAt({ side, shift }: Spot, { x: middle, y, radius, width, height }: Named): Box {
  const x = middle + shift * width;
  const [across, down] = [width / 2, height / 2];
  const corner = radius - NEARER;
  switch (side) {
    case "bottom":
      return { left: x - across, right: x + across, top: y + radius + GAP, bottom: y + radius + GAP + height };
    case "top":
      return { left: x - across, right: x + across, top: y - radius - GAP - height, bottom: y - radius - GAP };
    case "right":
      return { left: x + radius + 4, right: x + radius + 4 + width, top: y - down, bottom: y + down };
    case "left":
      return { left: x - radius - 4 - width, right: x - radius - 4, top: y - down, bottom: y + down };
    case "bottom-right":
      return { left: x + corner, right: x + corner + width, top: y + corner, bottom: y + corner + height };
    case "top-right":
      return { left: x + corner, right: x + corner + width, top: y - corner - height, bottom: y - corner };
    case "bottom-left":
      return { left: x - corner - width, right: x - corner, top: y + corner, bottom: y + corner + height };
    case "top-left":
      return { left: x - corner - width, right: x - corner, top: y - corner - height, bottom: y - corner };
  }
}

const meet = (one: Box, other: Box): boolean =>
  one.left < other.right + MARGIN && other.left < one.right + MARGIN && one.top < other.bottom + MARGIN && other.top < one.bottom + MARGIN;

/** Boxes by the squares of a grid that they touch, so that few are compared. */
class Grid {
  private readonly squares = new Map<string, { box: Box; owner: string }[]>();

  constructor(private readonly side: number) {}

  private *names(box: Box): Iterable<string> {
    for (let x = Math.floor((box.left - MARGIN) / this.side); x <= Math.floor((box.right + MARGIN) / this.side); x += 1) {
      for (let y = Math.floor((box.top - MARGIN) / this.side); y <= Math.floor((box.bottom + MARGIN) / this.side); y += 1) yield `${x} ${y}`;
    }
  }

  add(box: Box, owner: string): void {
    for (const name of this.names(box)) this.squares.set(name, [...(this.squares.get(name) ?? []), { box, owner }]);
  }

  free(box: Box, owner: string): boolean {
    for (const name of this.names(box)) {
      if (this.squares.get(name)?.some((other) => other.owner !== owner && meet(other.box, box))) return false;
    }
    return true;
  }
}

export const SIDES: readonly Side[] = ["bottom", "top", "right", "left", "bottom-right", "top-right", "bottom-left", "top-left"];

/** The plain sides first, then shifted ones. */
const SPOTS: readonly Spot[] = [
  ...SIDES.map((side) => ({ side, shift: 0 })),
  ...[0.22, -0.22, 0.4, -0.4].flatMap((shift) => (["bottom", "top"] as const).map((side) => ({ side, shift }))),
];

const inside = (box: Box, frame: Box): boolean =>
  box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;

/** Spots for the names that find room in the frame, the first of `named` first. Nodes are boxes in the way. */
export function placed(named: readonly Named[], inTheWay: readonly Named[], frame: Box): Map<string, Spot> {
  const [names, nodes, weighty] = [new Grid(60), new Grid(60), new Grid(60)];
  for (const node of inTheWay) {
    const half = Math.max(1, node.radius * 0.85 - MARGIN - SLACK);
    const box = { left: node.x - half, right: node.x + half, top: node.y - half, bottom: node.y + half };
    nodes.add(box, node.id);
    if (node.weighty) weighty.add(box, node.id);
  }
  const spots = new Map<string, Spot>();
  for (const one of named) {
    const fits = (among: Grid) => (spot: Spot): boolean => {
      const box = boxAt(spot, one);
      return inside(box, frame) && names.free(box, one.id) && among.free(box, one.id);
    };
    const spot = SPOTS.find(fits(nodes)) ?? (one.weighty ? SPOTS.find(fits(weighty)) : undefined) ?? (one.always ? SPOTS[0] : undefined);
    if (spot === undefined) continue;
    spots.set(one.id, spot);
    names.add(boxAt(spot, one), one.id);
  }
  return spots;
}
