/** What the colours and outlines of bars mean. */

import type { Timeline } from "../../api";
import { h, s } from "../../dom";
import { FAMILIES, familyOf, type Family } from "../../wording/words";

function key(classes: string, text: string): HTMLElement {
  const bar = s("rect", { x: 1, y: 1.5, width: 22, height: 9, rx: 4.5, class: `mark ${classes}` });
  return h("span", { class: "key" }, s("svg", { width: 24, height: 12, "aria-hidden": "true" }, bar), text);
}

/** Only what the timeline has. */
export function legend({ lanes }: Timeline): HTMLElement {
  const bars = lanes.flatMap((lane) => lane.bars);
  const families = new Set(bars.map(({ relation }) => familyOf(relation)));
  const statuses = new Set(bars.map(({ status }) => status ?? "none"));
  const keys = (Object.keys(FAMILIES) as Family[]).filter((family) => families.has(family));
  return h(
    "div",
    { class: "view-legend" },
    ...keys.map((family) => key(`family-${family} status-held`, FAMILIES[family])),
    statuses.has("planned") ? key("family-ink status-planned", "planned") : null,
    statuses.has("none") ? key("family-ink status-none", "status not said") : null,
  );
}
