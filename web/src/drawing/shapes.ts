/** The outline of each type, the same in legend, lists and canvas. */
import type { EntityType } from "../api";
import { s } from "../dom";
import type { Family } from "../wording/words";

/** Within 16 by 16; every shape looks equally big. */
export const OUTLINES: Record<EntityType, string> = {
  Person: "M8 2a6 6 0 1 0 .01 0Z",
  Country: "M5 2.5H11A2.5 2.5 0 0 1 13.5 5V11A2.5 2.5 0 0 1 11 13.5H5A2.5 2.5 0 0 1 2.5 11V5A2.5 2.5 0 0 1 5 2.5Z",
  Organisation: "M8 .8L15.2 8L8 15.2L.8 8Z",
  Event: "M8 .8L10.1 5.6L15.2 6.1L11.3 9.6L12.5 14.8L8 12L3.5 14.8L4.7 9.6L.8 6.1L5.9 5.6Z",
  Operation: "M4.3 1.8H11.7L15.3 8L11.7 14.2H4.3L.7 8Z",
  Place: "M8 1.6L15 14H1Z",
};

/** Custom property and class of a type: "person". */
export const roleOf = (type: EntityType): string => type.toLowerCase();

/** The shape of a type in its colour. */
export function shape(type: EntityType, size = 14): SVGSVGElement {
  const path = s("path", { d: OUTLINES[type], class: `shape-${roleOf(type)}` });
  return s("svg", { viewBox: "0 0 16 16", width: size, height: size, class: "shape", "aria-hidden": "true" }, path);
}

/** A piece of an edge as it is drawn: colour by family, planned dashed, standing dotted. */
export function line(family: Family, planned = false): SVGSVGElement {
  const classes = ["line", `line-${family}`, planned ? "dashed" : family === "standing" ? "dotted" : ""];
  return s("svg", { viewBox: "0 0 26 12", width: 26, height: 12, class: "line-key", "aria-hidden": "true" },
    s("path", { d: "M1 6H25", class: classes.join(" ").trim() }));
}
