/** Which part of the plane is seen, and which names have room. */

import type { Measure } from "../../drawing/lettering";
import { PLANE, type Geography, type Point } from "./geography";

/** Screen = plane × scale + (x, y). */
export interface Sight extends Point {
  scale: number;
}

export interface Size {
  width: number;
  height: number;
}

/** West, south, east, north, in degrees. */
type Area = readonly [number, number, number, number];

export const AREAS: readonly { value: string; text: string; area: Area | null }[] = [
  { value: "world", text: "World", area: null },
  { value: "europe", text: "Europe", area: [-11, 34, 42, 66] },
  { value: "middle-east", text: "Middle East", area: [24, 12, 64, 43] },
  { value: "africa", text: "Africa", area: [-19, -36, 53, 38] },
  { value: "asia", text: "Asia", area: [58, -12, 150, 56] },
  { value: "americas", text: "Americas", area: [-128, -56, -34, 62] },
];

const CLOSEST = 60;
/** Share of what is counted that a part of the world must have to be shown alone at first. */
const MAINLY = 0.85;

/** The part of the world where nearly all is, or the world. */
export function mainArea(weights: ReadonlyMap<string, number>, geography: Geography): string {
  let all = 0;
  const inside = new Map<string, number>();
  for (const [iso3, weight] of weights) {
    all += weight;
    const place = geography.places.get(iso3);
    for (const { value, area } of AREAS) {
      if (place && area && within(place, area)) inside.set(value, (inside.get(value) ?? 0) + weight);
    }
  }
  return AREAS.find(({ value }) => (inside.get(value) ?? 0) > all * MAINLY)?.value ?? "world";
}

function within({ longitude, latitude }: { longitude: number; latitude: number }, [west, south, east, north]: Area): boolean {
  return longitude > west && longitude < east && latitude > south && latitude < north;
}

/** The area as large as fits, in the middle. */
export function sightOf(area: Area | null, geography: Geography, size: Size): Sight {
  if (!area) return around({ x: 0, y: 0 }, { x: PLANE.width, y: PLANE.height }, size);
  const [west, south, east, north] = area;
  const edges = [[west, south], [west, north], [east, south], [east, north], [(west + east) / 2, north], [(west + east) / 2, south]] as const;
  const points = edges.map(([longitude, latitude]) => geography.at(longitude, latitude));
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return around({ x: Math.min(...xs), y: Math.min(...ys) }, { x: Math.max(...xs), y: Math.max(...ys) }, size);
}

function around(least: Point, most: Point, { width, height }: Size): Sight {
  const scale = Math.min(width / (most.x - least.x), height / (most.y - least.y));
  return { scale, x: width / 2 - ((least.x + most.x) / 2) * scale, y: height / 2 - ((least.y + most.y) / 2) * scale };
}

/** The plane nearer or farther, with one point of the screen kept. */
export function zoomed(sight: Sight, factor: number, fixed: Point, size: Size): Sight {
  const least = Math.min(size.width / PLANE.width, size.height / PLANE.height);
  const scale = Math.max(least, Math.min(sight.scale * factor, least * CLOSEST));
  const grown = scale / sight.scale;
  return kept({ scale, x: fixed.x - (fixed.x - sight.x) * grown, y: fixed.y - (fixed.y - sight.y) * grown }, size);
}

/** Moved back so that the middle of the screen stays on the plane. */
export function kept({ scale, x, y }: Sight, { width, height }: Size): Sight {
  const inside = (value: number, extent: number, plane: number): number =>
    Math.max(extent / 2 - plane * scale, Math.min(extent / 2, value));
  return { scale, x: inside(x, width, PLANE.width), y: inside(y, height, PLANE.height) };
}

interface Label extends Point {
  text: string;
}

/** A name that is wanted, and the room around its place. */
export interface Wanted extends Label {
  /** Half the breadth of what it names, on the screen. */
  reach: number;
  /** Whether it names a circle, which it must not cover. */
  small: boolean;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where a name may go, the best first: on its country or a little beside its middle, around its circle. */
function candidates({ x, y, reach, small, text }: Wanted, measure: Measure): Point[] {
  const half = measure(text) / 2;
  if (small) {
    const side = reach + half + 6;
    return [{ x, y: y + 18 }, { x, y: y - 14 }, { x: x + side, y: y + 1 }, { x: x - side, y: y + 1 }];
  }
  const [across, along] = [Math.min(reach * 0.7, 70), Math.min(Math.max(reach * 0.5, 13), 40)];
  const steps = [[0, 0], [0, -0.5], [0, 0.5], [-0.5, 0], [0.5, 0], [0, -1], [0, 1], [-1, 0], [1, 0], [-0.7, -0.7], [0.7, -0.7], [-0.7, 0.7], [0.7, 0.7]] as const;
  return steps.map(([right, down]) => ({ x: x + right * across, y: y + down * along }));
}

/** The names that can be read without touching each other, a circle or the edge; those that come first win. */
export function labelled(wanted: readonly Wanted[], radius: number, size: Size, measure: Measure): Label[] {
  const boxes = wanted.filter(({ small }) => small).map(({ x, y }): Box => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }));
  return wanted.flatMap((one) => {
    const half = measure(one.text) / 2 + 4;
    for (const { x, y } of candidates(one, measure)) {
      const box = { left: x - half, right: x + half, top: y - 9, bottom: y + 7 };
      const inside = box.left > 0 && box.right < size.width && box.top > 0 && box.bottom < size.height;
      if (!inside || boxes.some((other) => covers(box, other))) continue;
      boxes.push(box);
      return [{ x, y, text: one.text }];
    }
    return [];
  });
}

function covers(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
