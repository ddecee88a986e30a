/** Outlines of the countries, drawn once on a plane of our own. */

import { geoCentroid, geoNaturalEarth1, geoPath } from "d3-geo";
import type { Feature, MultiPoint } from "geojson";
import type { GeometryCollection } from "topojson-specification";

/** Size of the plane, in its own units. */
export const PLANE = { width: 1000, height: 500 };
/** Sovereignty is not for the outlines to say: land without a code of ISO 3166 is drawn without a name.
 * Kosovo has none, but a user-assigned one. */
const ASSIGNED: Readonly<Record<string, string>> = { Kosovo: "XKX" };
/** Whose projection would be most of the sheet and where nobody meets. */
const OUT = "ATA";
/** Where land ends in each direction; to look through all of it takes a third of the time. */
const EDGES: MultiPoint = { type: "MultiPoint", coordinates: [[-160, 20], [186, -17], [11, 83.6], [11, -56]] };

export interface Point {
  x: number;
  y: number;
}

interface Outline {
  /** Null for land without one. */
  iso3: string | null;
  /** Path data on the plane. */
  path: string;
}

/** Middle of the largest part of a country, on the plane and in degrees, and the area of all on the plane. */
export interface Place extends Point {
  area: number;
  longitude: number;
  latitude: number;
}

export interface Geography {
  outlines: readonly Outline[];
  /** By ISO 3166-1 alpha-3. */
  places: ReadonlyMap<string, Place>;
  /** Where a longitude and latitude lie on the plane. */
  at(longitude: number, latitude: number): Point;
}

/** Reads the outlines, which come in a file of their own. */
export async function geography(): Promise<Geography> {
  const [{ default: topology }, { default: codes }, { feature }] = await Promise.all([
    import("world-atlas/countries-50m.json"), import("i18n-iso-countries/codes.json"), import("topojson-client"),
  ]);
  const named = new Map(codes.map(([, alpha3, numeric]) => [numeric, alpha3]));
  const countries = topology.objects["countries"] as GeometryCollection<{ name: string }>;
  const all = feature(topology, countries).features.map((one) => ({ one, iso3: codeOf(one, named) })).filter(({ iso3 }) => iso3 !== OUT);
  const projection = geoNaturalEarth1().rotate([-11, 0]).fitExtent([[4, 4], [PLANE.width - 4, PLANE.height - 4]], EDGES);
  const path = geoPath(projection).digits(1);
  const places = new Map<string, Place>();
  for (const { one, iso3 } of all) {
    const area = path.area(one);
    if (iso3 === null || area < (places.get(iso3)?.area ?? 0)) continue;
    const [longitude, latitude] = geoCentroid(largest(one));
    const [x, y] = projection([longitude, latitude]) ?? [NaN, NaN];
    if (Number.isFinite(x) && Number.isFinite(y)) places.set(iso3, { x, y, area, longitude, latitude });
  }
  const outlines = all.map(({ one, iso3 }) => ({ iso3, path: path(one) ?? "" })).filter((outline) => outline.path !== "");
  const at = (longitude: number, latitude: number): Point => {
    const [x, y] = projection([longitude, latitude]) ?? [0, 0];
    return { x, y };
  };
  return { outlines, places, at };
}

function codeOf(one: Feature, named: ReadonlyMap<string, string>): string | null {
  const name = (one.properties as { name?: string } | null)?.name ?? "";
  return named.get(String(one.id)) ?? ASSIGNED[name] ?? null;
}

/** The part with the longest coast: France's middle is in France, not between it and Guiana. */
function largest(one: Feature): Feature {
  if (one.geometry.type !== "MultiPolygon") return one;
  const [first = [], ...rest] = one.geometry.coordinates;
  const coordinates = rest.reduce((best, part) => ((part[0]?.length ?? 0) > (best[0]?.length ?? 0) ? part : best), first);
  return { type: "Feature", properties: null, geometry: { type: "Polygon", coordinates } };
}
