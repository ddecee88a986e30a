import type { Entity, Release } from "../../api";
import type { Span } from "../../reading/passages";

/** A mention of an entity or the words that a fact rests on. */
export interface Mark extends Span {
  entity: Entity | null;
  key: string | null;
}

/** Where entities and the quotes of facts stand in the text. */
export function marksOf(release: Release): Mark[] {
  const mentions = release.mentions.map(({ start, end, entity }) => ({ start, end, entity, key: null }));
  const quotes = release.facts.flatMap((fact) =>
    fact.quotes
      .filter((quote) => quote.release === release.release.id)
      .map(({ start, end }) => ({ start, end, entity: null, key: fact.key })));
  return [...quotes, ...mentions];
}
