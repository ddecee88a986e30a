/** A map as files. */

import type { WorldMap } from "../../api";
import { json } from "../../export/cells";
import { csv } from "../../export/csv";
import { pngBlob, svgBlob, type Part } from "../../export/picture";
import type { Export } from "../../view";
import { ranked } from "./figures";

export function files(map: WorldMap, parts: () => readonly Part[]): Export[] {
  const columns = ["country", "iso3", "meetings", "visits", "events", "facts"];
  const rows = ranked(map, "all").map(({ name, iso3, meetings, visits, events, keys }) => [name, iso3, meetings, visits, events, keys]);
  return [
    { format: "SVG", name: "map.svg", make: async () => svgBlob(parts()) },
    { format: "PNG", name: "map.png", make: () => pngBlob(parts()) },
    { format: "CSV", name: "map.csv", make: async () => csv(columns, rows) },
    { format: "JSON", name: "map.json", make: async () => json(map) },
  ];
}
