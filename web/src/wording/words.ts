/** How relations, types and days read. */
import type { EntityType, Fact, Status } from "../api";
import { dayOf, MONTHS, span } from "./days";

export const TYPES: readonly EntityType[] = ["Person", "Country", "Organisation", "Event", "Operation", "Place"];

const PLURALS: Record<EntityType, string> = {
  Person: "People",
  Country: "Countries",
  Organisation: "Organisations",
  Event: "Events",
  Operation: "Operations",
  Place: "Places",
};

export type Family = "meeting" | "visit" | "part" | "place" | "standing";

const RELATIONS: Record<string, { words: string; family: Family }> = {
  MEETS: { words: "meets", family: "meeting" },
  VISITS: { words: "visits", family: "visit" },
  PARTICIPATES_IN: { words: "takes part in", family: "part" },
  HOSTS: { words: "hosts", family: "part" },
  ORGANISES: { words: "organises", family: "part" },
  LEADS: { words: "leads", family: "part" },
  COORDINATES: { words: "coordinates", family: "part" },
  SUPPORTS: { words: "supports", family: "part" },
  FUNDS: { words: "funds", family: "part" },
  INVOLVES: { words: "involves", family: "part" },
  HELD_IN: { words: "held in", family: "place" },
  LOCATED_IN: { words: "located in", family: "place" },
  REPRESENTS: { words: "represents", family: "standing" },
  MEMBER_OF: { words: "member of", family: "standing" },
  PART_OF: { words: "part of", family: "standing" },
  APPOINTS: { words: "appoints", family: "standing" },
};

/** Relations that share a colour, in the order of the legend. */
export const FAMILIES: Record<Family, string> = {
  meeting: "meets",
  visit: "visits",
  part: "takes part, leads, hosts …",
  place: "place",
  standing: "office, membership",
};

export const relationWords = (relation: string): string =>
  RELATIONS[relation]?.words ?? relation.toLowerCase().replaceAll("_", " ");

export const familyOf = (relation: string): Family => RELATIONS[relation]?.family ?? "part";

export const pluralOf = (type: string): string => PLURALS[type as EntityType] ?? type;

export const statusWords = (status: Status | "mixed" | "none" | null): string =>
  ({ planned: "planned", held: "held", mixed: "planned and held", none: "not said" })[status ?? "none"];

export const number = (count: number): string => count.toLocaleString("en");

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : many}`;

/** "2023-11-07" is "7 Nov 2023", "2023-11" is "Nov 2023". */
export function dayWords(date: string | null): string {
  if (date === null) return "no date";
  const [year = "", month, day] = date.split("-");
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  if (name === undefined) return date;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** The days of a fact, in the shortest words: "2023", "5–7 Nov 2023". */
export function spanWords(first: string | null, last: string | null): string {
  if (first === null || last === null) return dayWords(first ?? last);
  return span(dayOf(first), dayOf(last));
}

/** A fact as a sentence of subject, relation and object. */
export const sentence = (fact: Fact): string =>
  `${fact.subject.name} ${relationWords(fact.relation)} ${fact.object.name}`;
