import type { ToldFact } from "../../api";
import { captionOf, type Caption } from "../../export/caption";
import { json } from "../../export/cells";
import { factsCsv } from "../../export/facts";
import { graphml } from "../../export/graphml";
import { pictures } from "../../export/picture";
import { counted } from "../../wording/words";
import { toldFacts } from "../../reading/told";
import type { Export } from "../../view";
import { drawn } from "./drawing/svg";
import type { NetworkView } from "./network";

const facts = (view: NetworkView): Promise<ToldFact[]> =>
  toldFacts(view.context, [...new Set(view.part.edges.flatMap((edge) => edge.keys))]);

/** A path has its ends in the heading; a focus is told by the caption itself. */
async function caption({ context, options, part, nameOf }: NetworkView): Promise<Caption> {
  const facts = part.edges.reduce((sum, { count }) => sum + count, 0);
  const left = [options.least > 1 && `links of ${options.least} facts or more`, options.hidden.length > 0 && `${options.hidden.length} hidden`];
  const shown = [counted(part.nodes.length, "entity", "entities"), counted(facts, "fact"), ...left].filter(Boolean).join(", ");
  if (options.path === null) return captionOf(context, "Network", shown);
  const made = await captionOf(context, "", shown, []);
  return { ...made, title: `Path from ${options.path.map(nameOf).join(" to ")}` };
}

function positions(view: NetworkView): Blob {
  const places = view.picture?.places ?? new Map();
  const nodes = view.part.nodes.map((node) => ({ ...node, ...places.get(node.id) }));
  return json({ state: view.context.state, nodes, edges: view.part.edges });
}

/** The picture as it is, and what is in it. */
export function exportsOf(view: NetworkView): readonly Export[] {
  const { picture } = view;
  if (!picture) return [];
  return [
    ...pictures("network", () => drawn(picture.cy), () => caption(view)),
    { format: "CSV", name: "network.csv", make: async () => factsCsv(await facts(view)) },
    { format: "JSON", name: "network.json", make: async () => positions(view) },
    { format: "GraphML", name: "network.graphml", make: async () => graphml(await facts(view)) },
  ];
}
