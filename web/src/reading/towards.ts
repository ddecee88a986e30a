import type { Entity, Fact } from "../api";
import { h } from "../dom";
import { entityLink } from "../parts/entity";
import { relationWords } from "../wording/words";
import { beneath, COLUMNS, detailsOf, relationButton, type FactColumn } from "./facts";

/** A relation read from its object. */
const PASSIVE: Record<string, string> = {
  APPOINTS: "appointed by", COORDINATES: "coordinated by", FUNDS: "funded by", HELD_IN: "place of", HOSTS: "hosted by",
  INVOLVES: "concerned by", LEADS: "led by", LOCATED_IN: "place of", MEETS: "meets", MEMBER_OF: "has as member",
  ORGANISES: "organised by", PARTICIPATES_IN: "attended by", PART_OF: "has as part", REPRESENTS: "represented by",
  SUPPORTS: "supported by", VISITS: "visited by",
};

/** The other end of a fact. */
const otherEnd = (fact: Fact, id: string): Entity => (fact.subject.id === id ? fact.object : fact.subject);

/** The relation as the entity has it: "meets", "visited by". */
function relationFrom(fact: Fact, id: string): string {
  const active = fact.subject.id === id;
  return active ? relationWords(fact.relation) : (PASSIVE[fact.relation] ?? `${relationWords(fact.relation)} (of)`);
}

/** Columns of facts told from one of their ends, without those that none of the facts fills. */
export function columnsFrom(id: string, facts: readonly Fact[]): FactColumn[] {
  const all: (FactColumn | false)[] = [
    facts.some((fact) => fact.date !== null) && COLUMNS.date,
    {
      title: "Relation", name: "tie",
      cell: (fact, context) => relationButton(fact, context, relationFrom(fact, id)),
    },
    {
      title: "Whom or what", name: "object",
      cell: (fact, context) => h("div", {}, entityLink(context, otherEnd(fact, id)), beneath(fact)),
    },
    facts.some((fact) => detailsOf(fact) !== "") && COLUMNS.details,
    facts.some((fact) => fact.status !== null) && COLUMNS.status,
    COLUMNS.support,
  ];
  return all.filter((column) => column !== false);
}
