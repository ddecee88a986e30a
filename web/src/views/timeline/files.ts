/** A timeline as files. */

import type { Timeline } from "../../api";
import { json } from "../../export/cells";
import { captionOf, factsIn, kindIn } from "../../export/caption";
import { composed, pictures, type Part } from "../../export/picture";
import { counted } from "../../wording/words";
import { factsBehind, toldCsv, type Row } from "../../reading/told";
import type { Context, Export } from "../../view";

const COLUMNS = ["lane", "type", "relation", "with", "first", "last", "status"];

function rowsOf({ lanes }: Timeline): Row[] {
  return lanes.flatMap(({ entity, bars }) =>
    bars.map((bar) => ({
      cells: [entity.name, entity.type, bar.relation, bar.others.map(({ name }) => name), bar.first, bar.last, bar.status],
      keys: bar.keys,
    })),
  );
}

export function files(context: Context, timeline: Timeline, parts: () => readonly Part[]): Export[] {
  const shown = `${counted(timeline.lanes.length, "lane")}, ${factsIn(timeline.lanes.flatMap(({ bars }) => bars))}`;
  return [
    ...pictures("timeline", () => composed(parts()), () => captionOf(context, `Timeline of ${kindIn(context)}`, shown)),
    { format: "CSV", name: "timeline.csv", make: () => toldCsv(context, COLUMNS, rowsOf(timeline)) },
    { format: "JSON", name: "timeline.json", make: async () => json({ ...timeline, facts: await factsBehind(context, rowsOf(timeline)) }) },
  ];
}
