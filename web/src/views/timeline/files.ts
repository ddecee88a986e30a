/** A timeline as files. */

import type { Timeline } from "../../api";
import { csv } from "../../export/csv";
import { json } from "../../export/cells";
import { pngBlob, svgBlob, type Part } from "../../export/picture";
import type { Export } from "../../view";

const COLUMNS = ["lane", "type", "relation", "with", "first", "last", "status", "facts"];

function rowsOf({ lanes }: Timeline): (string | null | string[])[][] {
  return lanes.flatMap(({ entity, bars }) =>
    bars.map((bar) => [
      entity.name, entity.type, bar.relation, bar.others.map(({ name }) => name), bar.first, bar.last, bar.status, bar.keys,
    ]),
  );
}

export function files(timeline: Timeline, parts: () => readonly Part[]): Export[] {
  return [
    { format: "SVG", name: "timeline.svg", make: async () => svgBlob(parts()) },
    { format: "PNG", name: "timeline.png", make: () => pngBlob(parts()) },
    { format: "CSV", name: "timeline.csv", make: async () => csv(COLUMNS, rowsOf(timeline)) },
    { format: "JSON", name: "timeline.json", make: async () => json(timeline) },
  ];
}
