import type cytoscape from "cytoscape";
import type { EntityType } from "../../../api";
import { familyOf, type Family } from "../../../wording/words";
import { roleOf } from "../../../drawing/shapes";
import { colour } from "../../../shell/theme/theme";
import type { Drawn } from "../merging";

/** How nodes and edges look; measured in shared/notes and kept: colour and shape by type. */

export const FONT = "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", \"DejaVu Sans\", sans-serif";

const SHAPES: Record<EntityType, cytoscape.Css.NodeShape> = {
  Person: "ellipse",
  Country: "round-rectangle",
  Organisation: "diamond",
  Event: "star",
  Operation: "hexagon",
  Place: "triangle",
};
/** Makes shapes of one size look equally big. */
const GROWTH: Record<EntityType, number> = { Person: 1, Country: 0.92, Organisation: 1.14, Event: 1.24, Operation: 1.05, Place: 1.14 };

export const sizeOf = (node: Drawn): number =>
  Math.round((14 + 4.3 * Math.sqrt(node.degree) + (node.focus ? 8 : 0)) * GROWTH[node.type]);

export const fontSizeOf = (node: Drawn): number => (node.focus ? 14.5 : node.degree > 12 ? 13 : 11.5);

export const isBold = (node: Drawn): boolean => node.focus || node.type === "Country" || node.type === "Organisation";

export const widthOf = (count: number): number => 1 + 1.6 * Math.log2(Math.max(1, count));

export const edgeColour = (relation: string): string => `--${({ place: "placing" } as Partial<Record<Family, string>>)[familyOf(relation)] ?? familyOf(relation)}`;

const rule = (selector: string, style: Record<string, unknown>): cytoscape.StylesheetJson[number] =>
  ({ selector, style }) as cytoscape.StylesheetJson[number];

function nodeRules(): cytoscape.StylesheetJson {
  const [ground, ink, focus] = [colour("ground"), colour("ink"), colour("focus")];
  const types = Object.keys(SHAPES) as EntityType[];
  return [
    rule("node", {
      width: "data(size)", height: "data(size)", "border-width": 1.5, "border-color": ground, "overlay-opacity": 0,
      "font-family": FONT, "font-size": "data(font)", "font-weight": "data(weight)", color: ink, label: "data(label)",
      "text-wrap": "wrap", "text-max-width": "400px", "line-height": 1.15, "text-outline-width": 2, "text-outline-color": ground,
      "text-halign": "center", "text-valign": "bottom", "text-margin-y": 3, "text-opacity": 0, "z-index": "data(rank)",
    }),
    ...types.map((type) => rule(`node[type = "${type}"]`, { shape: SHAPES[type], "background-color": colour(roleOf(type)) })),
    rule("node.placed", { "text-opacity": 1 }),
    rule("node.at-top", { "text-valign": "top", "text-margin-y": -3 }),
    rule("node.at-right", { "text-valign": "center", "text-halign": "right", "text-margin-y": 0, "text-margin-x": 4 }),
    rule("node.at-left", { "text-valign": "center", "text-halign": "left", "text-margin-y": 0, "text-margin-x": -4 }),
    ...(["bottom", "top"] as const).flatMap((down) => (["right", "left"] as const).map((across) => rule(`node.at-${down}-${across}`, {
      "text-valign": down, "text-halign": across, "text-margin-x": across === "right" ? -3 : 3, "text-margin-y": down === "bottom" ? -3 : 3,
    }))),
    rule("node.is-pinned", { "border-color": ink, "border-width": 2 }),
    rule("node.is-collapsed", { "border-style": "double", "border-width": 5, "border-color": ground }),
    rule("node.is-focus", { "border-color": focus, "border-width": 3.5 }),
    rule("node.is-selected", { "border-color": ink, "border-width": 3 }),
    rule("node.dim", { opacity: 0.12 }),
    rule("node.hover", { "text-opacity": 1, "z-index": 9999, label: "data(name)" }),
  ];
}

function edgeRules(): cytoscape.StylesheetJson {
  return [
    rule("edge", {
      "curve-style": "straight", width: "data(width)", "line-opacity": "data(faint)", "line-color": colour("standing"), "overlay-opacity": 0, "overlay-padding": 4,
      "target-arrow-shape": "none", "arrow-scale": 0.75,
    }),
    ...[...new Set(["MEETS", "VISITS", "LEADS", "HELD_IN"])].map((relation) =>
      rule(`edge[family = "${familyOf(relation)}"]`, { "line-color": colour(edgeColour(relation).slice(2)) })),
    rule("edge[family = 'standing']", { "line-style": "dotted" }),
    rule("edge[status = 'planned']", { "line-style": "dashed", "line-dash-pattern": [5, 4] }),
    rule("edge[status = 'mixed']", { "line-style": "dashed", "line-dash-pattern": [11, 3] }),
    rule("edge.parallel", { "curve-style": "bezier", "control-point-step-size": 22 }),
    rule("edge.near", { "line-opacity": 0.9, width: "data(strong)" }),
    rule("edge.near[!symmetric]", {
      "target-arrow-shape": "triangle", "target-arrow-color": colour("quiet"),
    }),
    rule("edge.hover", { "line-opacity": 1, width: "data(strong)" }),
    rule("edge.is-selected", { "line-opacity": 1, width: "data(strong)", "line-outline-width": 2, "line-outline-color": colour("focus") }),
    rule("edge.dim", { "line-opacity": 0.06 }),
  ];
}

/** The style sheet in the colours of now. */
export const look = (): cytoscape.StylesheetJson => [rule("core", { "outside-texture-bg-opacity": 0 }), ...nodeRules(), ...edgeRules()];
