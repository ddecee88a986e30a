/** What is counted on the map. */

import type { WorldMap } from "../../api";
import { counted } from "../../wording/words";

export type Country = WorldMap["countries"][number];
export type Measure = "all" | "meetings" | "visits" | "events";

export const MEASURES: readonly { value: Measure; text: string }[] = [
  { value: "all", text: "All" },
  { value: "meetings", text: "Meetings" },
  { value: "visits", text: "Visits" },
  { value: "events", text: "Events" },
];

export function countOf(country: Country, measure: Measure): number {
  return measure === "all" ? country.meetings + country.visits + country.events : country[measure];
}

/** Those with any, most first, then by name. */
export function ranked(map: WorldMap, measure: Measure): Country[] {
  const some = map.countries.filter((country) => countOf(country, measure) > 0);
  return some.sort((one, other) => countOf(other, measure) - countOf(one, measure) || (one.name < other.name ? -1 : 1));
}

/** "3 meetings, 2 visits" */
export function told({ meetings, visits, events }: Country): string {
  const parts = [
    meetings > 0 ? counted(meetings, "meeting") : "", visits > 0 ? counted(visits, "visit") : "", events > 0 ? counted(events, "event") : "",
  ];
  return parts.filter((part) => part !== "").join(", ") || "nothing";
}
