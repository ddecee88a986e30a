/** A map as files. */

import type { WorldMap } from "../../api";
import { json } from "../../export/cells";
import { captionOf, factsIn } from "../../export/caption";
import { composed, pictures, type Part } from "../../export/picture";
import { counted } from "../../wording/words";
import { factsBehind, toldCsv } from "../../reading/told";
import type { Context, Export } from "../../view";
import { MEASURES, ranked } from "./figures";

export function files(context: Context, map: WorldMap, parts: () => readonly Part[]): Export[] {
  const columns = ["country", "iso3", "meetings", "visits", "events"];
  const rows = ranked(map, "all").map(({ name, iso3, meetings, visits, events, keys }) => ({ cells: [name, iso3, meetings, visits, events], keys }));
  const measure = MEASURES.find(({ value }) => value !== "all" && value === context.state.options["count"]);
  const measured = measure?.text.toLowerCase() ?? "meetings, visits and events";
  const shown = `${counted(ranked(map, "all").length, "country", "countries")}, ${factsIn(map.countries)}`;
  return [
    ...pictures("map", () => composed(parts()), () => captionOf(context, `Map of ${measured}`, shown, [])),
    { format: "CSV", name: "map.csv", make: () => toldCsv(context, columns, rows) },
    { format: "JSON", name: "map.json", make: async () => json({ ...map, facts: await factsBehind(context, map.countries) }) },
  ];
}
