/** A map as files. */

import type { WorldMap } from "../../api";
import { json } from "../../export/cells";
import { pngBlob, svgBlob, type Part } from "../../export/picture";
import { factsBehind, toldCsv } from "../../reading/told";
import type { Context, Export } from "../../view";
import { ranked } from "./figures";

export function files(context: Context, map: WorldMap, parts: () => readonly Part[]): Export[] {
  const columns = ["country", "iso3", "meetings", "visits", "events"];
  const rows = ranked(map, "all").map(({ name, iso3, meetings, visits, events, keys }) => ({ cells: [name, iso3, meetings, visits, events], keys }));
  return [
    { format: "SVG", name: "map.svg", make: async () => svgBlob(parts()) },
    { format: "PNG", name: "map.png", make: () => pngBlob(parts()) },
    { format: "CSV", name: "map.csv", make: () => toldCsv(context, columns, rows) },
    { format: "JSON", name: "map.json", make: async () => json({ ...map, facts: await factsBehind(context, map.countries) }) },
  ];
}
