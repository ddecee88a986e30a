import type { ToldFact } from "../../api";
import { json } from "../../export/cells";
import { factsCsv } from "../../export/facts";
import { graphml } from "../../export/graphml";
import { toldFacts } from "../../reading/told";
import { colour } from "../../shell/theme/theme";
import type { Export } from "../../view";
import { drawnSvg } from "./drawing/svg";
import type { NetworkView } from "./network";

const facts = (view: NetworkView): Promise<ToldFact[]> =>
  toldFacts(view.context, [...new Set(view.part.edges.flatMap((edge) => edge.keys))]);

async function png(view: NetworkView): Promise<Blob> {
  if (!view.picture) throw new Error("nothing is drawn");
  return view.picture.cy.png({ output: "blob-promise", full: true, scale: 2, bg: colour("ground"), maxWidth: 6000, maxHeight: 6000 });
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
    { format: "PNG", name: "network.png", make: () => png(view) },
    { format: "SVG", name: "network.svg", make: async () => drawnSvg(picture.cy) },
    { format: "CSV", name: "network.csv", make: async () => factsCsv(await facts(view)) },
    { format: "JSON", name: "network.json", make: async () => positions(view) },
    { format: "GraphML", name: "network.graphml", make: async () => graphml(await facts(view)) },
  ];
}
