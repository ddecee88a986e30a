import type { Fact, Quote } from "../api";
import type { Cell } from "./cells";
import { csv } from "./csv";

const HEADER = [
  ..."key subject_id subject subject_type relation object_id object object_type date first last status role place event amount confidence support".split(" "),
  ..."evidence_text evidence_release evidence_headline evidence_source evidence_published evidence_url evidence_start evidence_end evidence_rule releases".split(" "),
];

/** A line for each fact with the quote that it rests on first, and the ids of all its releases. */
export function factsCsv(facts: readonly (Fact & { quotes?: readonly Quote[] })[]): Blob {
  return csv(HEADER, facts.map((fact) => [...said(fact), ...quoted(fact.quotes ?? [])]));
}

function said(fact: Fact): Cell[] {
  const { subject, object } = fact;
  return [
    fact.key, subject.id, subject.name, subject.type, fact.relation, object.id, object.name, object.type,
    fact.date, fact.first, fact.last, fact.status, fact.role, fact.place, fact.event, fact.amount,
    fact.confidence, fact.support,
  ];
}

function quoted(quotes: readonly Quote[]): Cell[] {
  const first = quotes[0];
  const releases = [...new Set(quotes.map((quote) => quote.release))];
  if (first === undefined) return Array<Cell>(10).fill(null);
  return [
    first.text, first.release, first.headline, first.source, first.published, first.url, first.start, first.end, first.rule,
    releases,
  ];
}
