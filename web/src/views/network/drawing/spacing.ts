import { labelOf, measured } from "./labels";
import { fontSizeOf, isBold, sizeOf } from "./look";
import type { Part } from "../merging";
import type { Point } from "../options";

/** Room between nodes, and parts that hang together side by side. Deterministic: order is that of the part. */

interface Block {
  id: string;
  x: number;
  y: number;
  across: number;
  down: number;
  fixed: boolean;
}

const [ROUNDS, WORK] = [90, 1_500_000]; // rounds at least, and pairs to look at where nodes are few
const HUB = 11; // links from which on a name gets all the room it wants
export const LOOSE = 90; // nodes up to which every name does
const SHEET = { across: 610, down: 590, most: 1.9 }; // pixels that the picture is made for, and how much names grow at most
const [AIR, BETWEEN] = [9, 70];

function blocksOf(part: Part, places: ReadonlyMap<string, Point>, fixed: ReadonlySet<string>, growth = 1): Block[] {
  const loose = part.nodes.length <= LOOSE;
  return part.nodes.map((node) => {
    const { x, y } = places.get(node.id) ?? { x: 0, y: 0 };
    const size = sizeOf(node);
    const label = measured(labelOf(node.name, node.type), fontSizeOf(node) * growth, isBold(node));
    const tall = size + label.height;
    return { id: node.id, x, y: y + label.height / 2, across: Math.max(size, label.width * (loose || node.focus || node.degree > HUB ? 1 : 0.78)) / 2 + AIR / 2, down: tall / 2 + AIR / 2, fixed: fixed.has(node.id) };
  });
}

/** Moves two blocks apart where they overlap, along the shorter way; to the sides also where that is `wider` times as far. True if they did. */
function parted(one: Block, other: Block, wider: number): boolean {
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const [across, down] = [one.across + other.across - Math.abs(dx), one.down + other.down - Math.abs(dy)];
  if (across <= 0 || down <= 0 || (one.fixed && other.fixed)) return false;
  const share = one.fixed || other.fixed ? 1 : 0.5;
  const horizontal = across < down * wider;
  const push = (horizontal ? across : down) * share * ((horizontal ? dx : dy) < 0 ? -1 : 1);
  for (const [block, way] of [[one, -push], [other, push]] as const) {
    if (block.fixed) continue;
    if (horizontal) block.x += way;
    else block.y += way;
  }
  return true;
}

/** How much bigger names are to be than their nodes so that they can be read where all is shown, and how much sooner
 * nodes are to give way to the sides, so that the picture is no higher than the sheet. */
function wishesOf(places: ReadonlyMap<string, Point>): { growth: number; wider: number } {
  const [x, y] = [[...places.values()].map((place) => place.x), [...places.values()].map((place) => place.y)];
  const across = (Math.max(...x) - Math.min(...x)) / SHEET.across;
  const down = (Math.max(...y) - Math.min(...y)) / SHEET.down;
  return { growth: Math.max(1, Math.min(SHEET.most, Math.max(across, down))), wider: Math.max(1, Math.min(4, (1.8 * down) / (across || 1))) };
}

/** Places at which no node lies on another, and most names have room. */
export function spaced(part: Part, places: ReadonlyMap<string, Point>, fixed: ReadonlySet<string>): Map<string, Point> {
  const { growth, wider } = part.nodes.length <= LOOSE ? wishesOf(places) : { growth: 1, wider: 1 };
  const blocks = blocksOf(part, places, fixed, growth);
  const rounds = Math.max(ROUNDS, Math.min(600, WORK / blocks.length ** 2));
  for (let round = 0, moved = true; moved && round < rounds; round += 1) {
    moved = false;
    for (let at = 0; at < blocks.length; at += 1) {
      for (let next = at + 1; next < blocks.length; next += 1) moved = parted(blocks[at] as Block, blocks[next] as Block, wider) || moved;
    }
  }
  const before = new Map(blocksOf(part, places, fixed, growth).map((block) => [block.id, block]));
  return new Map(blocks.map(({ id, x, y }) => {
    const [start, place] = [before.get(id) as Block, places.get(id) as Point];
    return [id, { x: place.x + x - start.x, y: place.y + y - start.y }];
  }));
}

/** The parts that hang together, the biggest first. */
function components(part: Part): string[][] {
  const near = new Map<string, string[]>(part.nodes.map((node) => [node.id, []]));
  for (const { source, target } of part.edges) {
    near.get(source)?.push(target);
    near.get(target)?.push(source);
  }
  const seen = new Set<string>();
  const found: string[][] = [];
  for (const { id } of part.nodes) {
    if (seen.has(id)) continue;
    const members = [id];
    seen.add(id);
    for (const member of members) {
      for (const other of near.get(member) ?? []) {
        if (!seen.has(other)) {
          seen.add(other);
          members.push(other);
        }
      }
    }
    found.push(members);
  }
  return found.sort((one, other) => other.length - one.length);
}

interface Extent {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function extentOf(members: readonly string[], blocks: ReadonlyMap<string, Block>): Extent {
  const extent = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const id of members) {
    const block = blocks.get(id);
    if (!block) continue;
    extent.left = Math.min(extent.left, block.x - block.across);
    extent.right = Math.max(extent.right, block.x + block.across);
    extent.top = Math.min(extent.top, block.y - block.down);
    extent.bottom = Math.max(extent.bottom, block.y + block.down);
  }
  return extent;
}

const areaOf = ({ left, top, right, bottom }: Extent): number => (right - left + BETWEEN / 2) * (bottom - top + BETWEEN / 2);

/** Puts what does not hang on the biggest part in rows below it. */
export function packed(part: Part, places: ReadonlyMap<string, Point>): Map<string, Point> {
  const [first, ...others] = components(part);
  const done = new Map(places);
  if (first === undefined || others.length === 0) return done;
  const blocks = new Map(blocksOf(part, places, new Set()).map((block) => [block.id, block]));
  const main = extentOf(first, blocks);
  const area = [first, ...others].map((members) => areaOf(extentOf(members, blocks))).reduce((sum, one) => sum + one, 0);
  const width = Math.max(main.right - main.left, 500, Math.sqrt((1.15 * area * SHEET.across) / SHEET.down));
  let [x, y, row] = [main.left, main.bottom + BETWEEN, 0];
  for (const members of others) {
    const extent = extentOf(members, blocks);
    const [wide, high] = [extent.right - extent.left, extent.bottom - extent.top];
    if (x > main.left && x + wide > main.left + width) [x, y, row] = [main.left, y + row + BETWEEN / 2, 0];
    for (const id of members) {
      const place = places.get(id);
      if (place) done.set(id, { x: place.x + x - extent.left, y: place.y + y - extent.top });
    }
    x += wide + BETWEEN / 2;
    row = Math.max(row, high);
  }
  return done;
}
