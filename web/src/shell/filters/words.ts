import { dayWords, pluralOf, relationWords, statusWords } from "../../wording/words";
import type { Filters } from "../../state";

function period({ since, until, undated }: Filters): string | false {
  if (since === null && until === null) return !undated && "with a date";
  const days = [since !== null && `from ${dayWords(since)}`, until !== null && `until ${dayWords(until)}`].filter(Boolean).join(" ");
  return undated ? `${days} or without a date` : days;
}

/** The filters as one line: "only meets, visits; held; from Nov 2023; confidence 0.6 or more". */
export function filterWords(filters: Filters): string {
  const { relations, types, statuses, sources, confidence, support } = filters;
  const words = [
    relations.length > 0 && `only ${relations.map(relationWords).join(", ")}`,
    types.length > 0 && `among ${types.map(pluralOf).join(", ")}`,
    statuses.length > 0 && statuses.map((status) => (status === "none" ? "status not said" : statusWords(status as "held"))).join(", "),
    sources.length > 0 && `told by ${sources.join(", ")}`,
    period(filters),
    confidence > 0 && `confidence ${confidence} or more`,
    support > 1 && `in ${support} releases or more`,
  ];
  return words.filter(Boolean).join("; ") || "none";
}
